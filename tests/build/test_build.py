"""建站的安全：失败不动旧网站，写了一半也能预览，两次建出来一样。"""

import shutil

import pytest

from jianjia.site.build import build


@pytest.fixture
def repo(root, tmp_path):
    """一个小仓库：只有几页，其余照真的来。"""
    for name in ("scripts", "web", "data"):
        (tmp_path / name).symlink_to(root / name)
    (tmp_path / "node_modules").symlink_to(root / "node_modules")
    (tmp_path / ".build").symlink_to(root / ".build")
    for name in ("docs/about", "docs/assets"):
        shutil.copytree(
            root / name, tmp_path / name, ignore=shutil.ignore_patterns("README.md", "readme.png")
        )
    for name in ("policies", "checklists"):
        (tmp_path / name).mkdir()
    (tmp_path / "docs/index.md").write_text("---\ntitle: 首页\n---\n\n正文\n", "utf-8")
    nav = "nav:\n  - 首页: docs/index.md\n  - 关于: docs/about/\n  - 清单: checklists/\nnot_in_nav"
    text = (root / "mkdocs.yml").read_text("utf-8")
    start, end = text.index("nav:\n"), text.index("not_in_nav")
    (tmp_path / "mkdocs.yml").write_text(text[:start] + nav + text[end + 10 :], "utf-8")
    return tmp_path


def test_a_failed_build_leaves_the_old_site_whole(repo):
    """有一个死链接，建站失败，旧网站一个字节都没变。"""
    out = repo / "site"
    out.mkdir()
    (out / "index.html").write_text("旧的", "utf-8")
    (repo / "docs/index.md").write_text("---\ntitle: 首页\n---\n\n[没有](nothing.md)\n", "utf-8")

    problem = build(repo, out)

    assert "旧网站没有动" in problem
    assert [p.name for p in out.iterdir()] == ["index.html"]
    assert (out / "index.html").read_text("utf-8") == "旧的"
    assert not list(repo.glob(".site-*"))


def test_a_half_written_checklist_still_previews(repo):
    """写了一半的清单看得到，毛病写在页首。"""
    path = repo / "checklists/branch/half.md"
    path.parent.mkdir()
    path.write_text(
        "---\ntitle: 写了一半\nprefix: [\n---\n\n## 准备\n\n- [ ] 第一件\n- []第二件\n", "utf-8"
    )

    assert build(repo, repo / "site", strict=False) == ""

    html = (repo / "site/checklists/branch/half/index.html").read_text("utf-8")
    assert "第一件" in html
    assert "这一页有写法要改" in html


BROKEN = {
    "键值坏了": ("---\ntitle: 甲\nprefix: [\n---\n\n正文在\n".encode(), "正文在", "值不完整"),
    "GBK": ("---\ntitle: 甲\n---\n\n正文在\n".encode("gbk"), "正文在", "不是 UTF-8 编码"),
    "空文件": (b"", "", "title"),
    "键重复": ("---\ntitle: 甲\ntitle: 乙\n---\n\n正文在\n".encode(), "正文在", "title"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_still_previews(repo, name):
    """预览的时候存了一份坏文件：别的页照建，这一页说清毛病是什么。"""
    raw, kept, said = BROKEN[name]
    (repo / "docs/about/bad.md").write_bytes(raw)

    assert build(repo, repo / "site", strict=False) == ""

    html = (repo / "site/about/bad/index.html").read_text("utf-8")
    assert kept in html
    assert "这一页有写法要改" in html
    mistakes = html[html.index('class="jj-mistakes"') :]
    assert said in mistakes[: mistakes.index("</div>")]
    assert "正文" in (repo / "site/index.html").read_text("utf-8")


def test_two_builds_are_the_same(repo, monkeypatch):
    """同样的内容建两次，每个文件都一样。"""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    trees = []
    for name in ("a", "b"):
        assert build(repo, repo / name) == ""
        files = sorted(p for p in (repo / name).rglob("*") if p.is_file())
        trees.append({p.relative_to(repo / name): p.read_bytes() for p in files})

    assert trees[0] == trees[1]
