"""登记册：带类型，毛病指得出行列；地方补充只认登记过的条文。"""

import shutil

import pytest

from jianjia import registers
from jianjia.citation import find


@pytest.fixture
def data(root, tmp_path):
    shutil.copytree(root / "data", tmp_path / "data")
    return tmp_path


def problems(root):
    return [(path, p.line, p.message) for path, p in registers.load(root).problems]


def test_the_real_registers_are_clean(root):
    """仓库里的登记册一处毛病都没有。"""
    assert problems(root) == []


def test_a_wrong_level_points_to_its_line(data):
    """层级写错，指到那一行，说得出能写什么。"""
    path = data / "data/laws/gonghui-fa.yml"
    lines = path.read_text("utf-8").splitlines()
    number = next(i for i, line in enumerate(lines) if line.startswith("level:"))
    lines[number] = "level: 法规"
    path.write_text("\n".join(lines), "utf-8")

    ((where, line, message), *_) = problems(data)

    assert (where, line) == ("data/laws/gonghui-fa.yml", number + 1)
    assert "行政法规" in message


def test_a_duplicate_key_is_reported_with_both_lines(data):
    """同一个键写两遍，两处行号都说。"""
    path = data / "data/laws/gonghui-fa.yml"
    path.write_text(path.read_text("utf-8") + "\nid: again\n", "utf-8")

    assert any(
        "写了两遍" in message and "另一处在第" in message for _, _, message in problems(data)
    )


def test_a_register_that_is_not_utf8_does_not_stop_the_rest(data):
    """一份坏了，别的照读。"""
    (data / "data/terms.yml").write_bytes("roles: [主席]".encode("gbk"))
    loaded = registers.load(data)

    assert [path for path, _ in loaded.problems] == ["data/terms.yml"]
    assert len(loaded.laws) > 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《工会法》第十一条", "text"),
        ("《工会法》第九百条", "memory"),
        ("《没有这部法》第一条", "memory"),
    ],
)
def test_verdict_never_says_more_than_was_checked(library, text, expected):
    """没登记的一律当待核。"""
    assert library.registers.laws.verdict(next(find(text))) == expected


def test_a_region_may_only_cite_its_own_rules(data):
    """地方补充引了别处的条文，要指出来。"""
    path = data / "data/regions/shanghai.yml"
    path.write_text(
        path.read_text("utf-8").replace("《上海市工会条例》第十条", "《工会法》第十条"), "utf-8"
    )

    assert [(w, m) for w, _, m in problems(data)] == [
        ("data/regions/shanghai.yml", "“《工会法》第十条”不是登记过的上海的条文")
    ]
