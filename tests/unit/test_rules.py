"""每条规则的反例必须报它自己、也只报它自己，正例什么都不报；例子就是手册里的那两段。"""

import datetime
import posixpath
import re
from dataclasses import replace

import pytest

from jianjia import kinds, sitecheck
from jianjia.library import Disk, Library
from jianjia.registers import Entry, Law, Laws, Loaded, Registers
from jianjia.rules import FAMILIES, RULES, Rule, run
from jianjia.yamlio import Document

HOMES = {
    "plain": "docs/about/example.md",
    "guide": "docs/guides/branch/example.md",
    "case": "docs/cases/example.md",
    "checklist": "checklists/democracy/example.md",
    "template": "docs/templates/branch/example.md",
    "policy": "policies/branch/example.md",
    "training": "docs/training/example.md",
}
"""例子的种类写在围栏上；各放在哪里。"""

STUBS = {
    "plain": "---\ntitle: {name}\n---\n\n说明。\n",
    "guide": "---\ntitle: {name}\nsummary: 先报批\nreviewed: 2026-11-20\n---\n\n"
    "> 结论：先报批。\n> 依据：《工会法》第十一条\n> 下一步：照[写作格式]({up}docs/about/format.md)做。\n",
    "checklist": "---\ntitle: {name}\nsummary: 从会前到会后\nprefix: ZZ-AA\nreviewed: 2026-11-20\n---\n\n"
    "## 会前\n\n- [ ] 通知全体代表 `ZZ-AA-{n:02}`\n    - 依据：工作经验\n    - 责任：工会主席\n    - 留存：通知\n",
}
"""只看路径的例子（围栏 path，一行一个）里各页的内容。"""

WITHOUT_EXAMPLES = {
    "ENC001", "OWN101", "REG001", "REG003", "REG004", "REG005", "SEC103", "IMG105", "ATT101", "ATT102",
    "ATT103", "LST105", "PG121", "PG125", "CHK114", "CHK123",
}  # fmt: skip
"""例子写不进一个文件的；test_rules_special.py 里逐条试。"""

TODAY = datetime.date(2026, 11, 21)


def examples(rule: Rule):
    return re.findall(r"^```(\w+)\n(.*?)^```$", rule.manual, re.S | re.M)


def pages_of(fence: str, text: str) -> dict[str, str]:
    """一段例子 → 路径和内容。"""
    if fence != "path":
        return {HOMES[fence]: text}
    out = {}
    for n, path in enumerate(text.split("\n")[:-1], 1):
        kind = kinds.kind_of(path).name
        up = "../" * path.count("/")
        out[path] = STUBS.get(kind, STUBS["plain"]).format(name=f"第{n}页", up=up, n=n)
    return out


def _with_example_law(data: Registers) -> Registers:
    """另有一部谁也没有核过的《示例办法》，例子好用；真的法规哪天核过了，例子也不用改。"""
    entry = Entry(article="第二条", says="按月记账", verified="memory", checked="2026-11-20")
    law = Law(
        id="example", name="示例办法", level="部门规章", status="现行", total=9, articles=[entry]
    )
    loaded = Loaded("data/laws/example.yml", Document(None, {}, ()), law, ())
    return replace(data, laws=Laws((*data.laws.loaded, loaded)))


def findings(library: Library, texts: dict[str, str], today: datetime.date = TODAY):
    """这几页放进一个小仓库里（另有写作格式，和一页链接到它们的），各报什么。"""
    hub = "docs/about/links.md"
    links = "".join(
        f"- [第{n}页](<{posixpath.relpath(path, 'docs/about')}>)\n"
        for n, path in enumerate(texts, 1)
    )
    pages = {"docs/about/format.md": library["docs/about/format.md"]}
    pages[hub] = kinds.read(hub, f"---\ntitle: 链接\n---\n\n{links}")
    pages |= {path: kinds.read(path, text) for path, text in texts.items()}
    small = Library(pages, _with_example_law(library.registers), library.files | set(texts))
    small.disk = Disk(None, tuple(pages))
    small.today = today
    return run(small, RULES, frozenset(texts))


def codes(library: Library, fence: str, text: str) -> set[str]:
    return {f.code for f in findings(library, pages_of(fence, text))}


@pytest.mark.parametrize(
    "rule",
    [r for r in RULES.values() if r.code not in WITHOUT_EXAMPLES],
    ids=lambda rule: rule.code,
)
def test_examples_are_true(rule, library):
    """反例报这一条，正例不报。"""
    (bad_fence, bad), (good_fence, good) = examples(rule)

    assert codes(library, bad_fence, bad) == {rule.code}
    assert codes(library, good_fence, good) == set()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_is_its_own_manual(rule):
    """文件名以编号开头；说明里先讲为什么；反例正例各一段，写不成一段的用话说。"""
    name = rule.check.__module__.rpartition(".")[2]

    assert name.startswith(rule.code.lower() + "_")
    assert len(rule.manual.splitlines()[0]) > 8
    assert rule.mend.endswith(("。", "；"))
    assert not rule.summary.endswith("。")
    assert (len(examples(rule)) == 2) == (rule.code not in WITHOUT_EXAMPLES - {"REG001"})
    assert "正例" in rule.manual or rule.code == "OWN101"


@pytest.mark.parametrize(
    "rule",
    [r for r in RULES.values() if r.fix and r.code not in WITHOUT_EXAMPLES],
    ids=lambda rule: rule.code,
)
def test_a_fix_mends_its_own_example(rule, library):
    """能自动改的，反例改了以后就没有这一条，也没有别的毛病。"""
    from jianjia.fix import fixed

    (fence, bad), _ = examples(rule)
    mended = fixed(bad, RULES, HOMES[fence])

    assert rule.code not in codes(library, fence, mended)
    assert fixed(mended, RULES, HOMES[fence]) == mended


def test_families_are_named():
    """每一家都有名称，手册里按它分组。"""
    families = {re.sub(r"\d", "", code) for code in (*RULES, *sitecheck.RULES)}

    assert families == FAMILIES.keys()
