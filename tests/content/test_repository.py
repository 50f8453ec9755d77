"""仓库自己的说明：README 这几份里的链接、图片都在，写着的命令都有。"""

import re

import pytest

NAMES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")


@pytest.mark.parametrize("name", NAMES)
def test_links_and_pictures_exist(root, name):
    text = (root / name).read_text("utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)", text)

    missing = [t for t in targets if "://" not in t and not (root / t).exists()]
    assert missing == []


def test_words_of_the_readme_are_commands(root):
    """README 里的 dev.py 后面的词，都有同名的脚本。"""
    text = "".join((root / name).read_text("utf-8") for name in NAMES)

    words = set(re.findall(r"dev\.py ([a-z]+)", text))
    assert {"serve", "test"} <= words
    assert [word for word in sorted(words) if not (root / "scripts" / f"{word}.py").exists()] == []
