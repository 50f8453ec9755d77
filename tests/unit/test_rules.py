"""每条规则的反例必须报它自己、也只报它自己，正例什么都不报；例子就是手册里的那两段。"""

import re

import pytest

from jianjia import kinds, model, registers, yamlio
from jianjia.library import Library
from jianjia.own_words import Source
from jianjia.registers import Law
from jianjia.rules import RULES, Rule, run

HOMES = {
    model.Checklist: "checklists/democracy/example.md",
    model.Template: "docs/templates/branch/example.md",
    model.Policy: "policies/branch/example.md",
    model.Training: "docs/training/example.md",
}
FENCES = {"template": model.Template, "checklist": model.Checklist, "policy": model.Policy}


def home(rule: Rule, fence: str) -> str:
    if rule.on in HOMES:
        return HOMES[rule.on]
    if rule.code.startswith("CHK"):
        return HOMES[model.Checklist]
    return HOMES.get(FENCES.get(fence), "docs/guides/branch/example.md")


def findings(library: Library, path: str, text: str):
    pages = dict(library) | {path: kinds.read(path, text)}
    changed = Library(pages, library.registers, library.files | {path})
    return {f.code for f in run(changed, RULES, frozenset({path}))}


def examples(rule: Rule):
    return re.findall(r"^```(\w+)\n(.*?)^```$", rule.manual, re.S | re.M)


PAGE_RULES = [r for r in RULES.values() if r.code not in {"ENC001", "REG001", "OWN101"}]


@pytest.mark.parametrize("rule", PAGE_RULES, ids=lambda rule: rule.code)
def test_examples_are_true(rule, library):
    """反例报这一条，正例不报。"""
    (bad_fence, bad), (good_fence, good) = examples(rule)

    assert findings(library, home(rule, bad_fence), bad) == {rule.code}
    assert findings(library, home(rule, good_fence), good) == set()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_is_its_own_manual(rule):
    """文件名以编号开头；说明里先讲为什么。"""
    assert rule.check.__module__.rpartition(".")[2].startswith(rule.code.lower())
    assert len(rule.manual.splitlines()[0]) > 8
    assert rule.mend.endswith(("。", "；"))


def test_register_example_is_true():
    """REG001 的反例读不进登记册，正例读得进。"""
    bad, good = (text for _, text in examples(RULES["REG001"]))

    with pytest.raises(ValueError, match="level"):
        Law.model_validate(yamlio.load(bad).data)
    assert Law.model_validate(yamlio.load(good).data).strength == "法定"


def test_a_gbk_file_is_reported_with_its_place(tmp_path):
    """GBK 编码的文件报一处问题，不会出错，也不会整站停摆。"""
    (tmp_path / "docs/guides/branch").mkdir(parents=True)
    (tmp_path / "docs/guides/branch/a.md").write_bytes(
        "---\ntitle: 建会\n---\n正文\n".encode("gbk")
    )

    found = run(Library.load(tmp_path), ["ENC001"])

    assert [(f.path, f.line) for f in found] == [("docs/guides/branch/a.md", 2)]
    assert "GBK" in found[0].message


def test_a_waiver_with_a_reason_silences_one_finding(library):
    """写了原因的放行，管它下面一行。"""
    rule = RULES["PG101"]
    bad = examples(rule)[0][1].replace(
        "# 怎样建会", "<!-- 放行 PG101：首页要大标题 -->\n# 怎样建会"
    )

    assert findings(library, "docs/guides/branch/example.md", bad) == set()


def test_codes_are_reported_in_order(library):
    """同样的内容，报告的次序总是一样。"""
    found = run(library, RULES)

    assert found == sorted(found)
    assert registers.CHECK_LABELS.keys() == {"text", "secondary", "memory"}


def test_copied_sentences_are_found_only_when_asked(library, tmp_path):
    """给了材料文件夹，二十五个字连着一样就报；没给就不查。"""
    (tmp_path / "source.txt").write_text(
        "春眠不觉晓处处闻啼鸟夜来风雨声花落知多少白日依山尽黄河入海流", "utf-8"
    )
    page = kinds.read(
        "docs/x.md",
        "---\ntitle: 诗\n---\n\n春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。白日依山尽，黄河入海流。\n",
    )
    asked = Library({page.path: page}, library.registers, sources=Source.load(tmp_path))
    quiet = Library({page.path: page}, library.registers)

    assert [(f.line, f.code) for f in run(asked, ["OWN101"])] == [(5, "OWN101")]
    assert run(quiet, ["OWN101"]) == []
