"""新建出来的草稿，一出来就通过检查。"""

import datetime

import pytest

from jianjia import kinds, scaffold, yamlio
from jianjia.library import Library
from jianjia.registers import Law, Region
from jianjia.rules import RULES, run

TODAY = datetime.date(2026, 11, 20)


@pytest.mark.parametrize("what", sorted(kinds.KINDS))
def test_a_new_page_has_no_findings(what, library):
    """六种页，建好就是零处问题。"""
    place = "branch/brand-new" if kinds.KINDS[what].themed else "brand-new"
    wanted = scaffold.order(what, place, "新建的一页", "ZZ-ZZ")
    page = kinds.read(wanted.path, scaffold.draft(wanted, TODAY))
    changed = Library(
        dict(library) | {page.path: page}, library.registers, library.files | {page.path}
    )

    found = run(changed, RULES, frozenset({page.path}))

    assert [f"{f.line}: {f.code} {f.message}" for f in found] == []
    assert page.title == "新建的一页"


@pytest.mark.parametrize(("what", "model"), [("law", Law), ("region", Region)])
def test_a_new_register_entry_is_read(what, model):
    """法规、地方的草稿读得进登记册。"""
    wanted = scaffold.order(what, "brand-new", "新规定")
    value = model.model_validate(yamlio.load(scaffold.draft(wanted, TODAY)).data)

    assert (value.id, value.name) == ("brand-new", "新规定")


def test_a_new_rule_is_python_and_keeps_its_code():
    """规则的草稿是能编译的 Python，编号和文件名对得上。"""
    wanted = scaffold.order("rule", "CHK990/item_too_long", "事项太长")
    text = scaffold.draft(wanted, TODAY)
    compile(text, wanted.path, "exec")

    assert wanted.path == "scripts/jianjia/rules/chk990_item_too_long.py"
    assert '@rule("CHK990", "事项太长"' in text


@pytest.mark.parametrize(
    ("what", "place", "said"),
    [
        ("poster", "branch/x", "能新建的有"),
        ("guide", "nowhere/x", "主题只能是"),
        ("guide", "x", "主题/名称"),
        ("guide", "branch/大字", "小写英文字母"),
        ("rule", "chk1", "编号/英文名"),
        ("law", "../x", "小写英文字母"),
    ],
)
def test_a_wrong_place_is_refused_in_chinese(what, place, said):
    """写错了说得清怎么写。"""
    with pytest.raises(scaffold.Refused, match=said):
        scaffold.order(what, place, "")
