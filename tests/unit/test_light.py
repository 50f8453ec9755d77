"""只查链接时看的半页：看得了的，说的和整页一模一样。"""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_fix import DOCUMENTS, HOMES

from jianjia import anchors, kinds, tree
from jianjia.library import Library
from jianjia.model import Page
from jianjia.rules import RULES, _facts, _light, _load, run

LINKS = [code for code in RULES if code.startswith("LNK")]
ALONE = [RULES[code] for code in LINKS if RULES[code].alone]
PLAIN = st.sampled_from(
    ["## 怎么做", "### 经费", "## 填写项", "## 怎么做", "正文。", "见[甲](#经费)。", "- 甲", "    - 乙", "- [ ] 丙 `ZZ-AA-01`", "- [x] 丁 `ZZ-AA-02`",
     "- [ ] 同 `ZZ-AA-03`", "**第一条** 甲", "**第十二条** 乙", "**第一十条** 丙", "| 甲 | 乙 |", "| - | - |", "> 引", "```图 流程 甲", "```", "# 大", "##戊",
     "`ZZ-AA-04`", "  折行", "    折行 `ZZ-AA-05`", "1. 甲", "* 乙", "## 甲 `b` {#c}", "【甲】（乙）", "[甲](a.md) `[乙](b.md)`", "[这里](a.md)", "[甲] (a.md)",
     "---", "!!! note", "===", "~~~", "## 采用办法", "## 测验", "### 题？", "https://example.com/"]
)  # fmt: skip
LIKELY = st.lists(st.tuples(PLAIN, st.sampled_from(["\n", "\n\n"])), max_size=14).map(
    lambda parts: "---\ntitle: 甲\nprefix: ZZ-AA\n---\n\n" + "".join(a + b for a, b in parts)
)


def assert_same(path: str, text: str) -> bool:
    """半页看得了就比一比；返回看不看得了。"""
    half = _light.look(path, text)
    if half is None:
        return False
    page, row = half
    whole = kinds.read(path, text)
    facts, real = _facts.load(row), _facts.load(_facts.of(whole))

    assert set(facts.anchors) == set(anchors.of(whole)) == set(real.anchors)
    assert set(facts.repeated) == set(real.repeated)
    assert list(facts.links) == list(real.links)
    assert (facts.kind, facts.title[0], facts.waivers) == (real.kind, real.title[0], real.waivers)
    assert hits(page) == hits(whole)
    return True


def hits(page: Page) -> list[tuple[object, ...]]:
    return [(rule.code, *hit) for rule in ALONE for hit in rule.check(page)]


def test_most_real_pages_need_only_half(library):
    """真实内容里大多数页看半页就够，说的一样。"""
    seen = [assert_same(path, page.outline.raw) for path, page in library.items()]

    assert sum(seen) > len(seen) / 2


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from([*HOMES, "docs/cases/a.md"]), LIKELY | DOCUMENTS)
def test_any_page_is_read_the_same(path, text):
    """生成的页，看得了半页的，链接、锚点、问题都和整页一样。"""
    assert_same(path, text)


@pytest.mark.slow
@settings(max_examples=6000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from([*HOMES, "docs/cases/a.md"]), LIKELY | DOCUMENTS)
def test_six_thousand_pages_are_read_the_same(path, text):
    """六千页，验收时跑。"""
    assert_same(path, text)


def test_a_repository_is_told_the_same(tmp_path, library, monkeypatch):
    """整个仓库只查链接，看半页和看整页，一处不差。"""
    bad = "\n见[甲](no.md)、[乙](format.md#没有)、[丙]（format.md）。\n"
    for number, (path, page) in enumerate(list(library.items())[:80]):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        more = bad if number % 9 == 0 else ""
        (tmp_path / path).write_text(page.outline.raw + more, "utf-8")

    def found(look) -> list:
        monkeypatch.setattr(_light, "look", look)
        made: Library = _load.load(tree.read(tmp_path), cached=False)
        made.today = datetime.date(2026, 11, 29)
        return run(made, LINKS)

    half, whole = found(_light.look), found(lambda *_: None)

    assert half == whole
    assert len(half) > 20
