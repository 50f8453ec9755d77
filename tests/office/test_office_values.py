"""填的内容怎么印。"""

import pytest

from jianjia.model import Column, FieldSpec
from jianjia.office import values


@pytest.mark.parametrize(
    ("value", "kind", "printed"),
    [
        ("2026-04-08", "日期", "2026年4月8日"),
        ("2026-12", "日期", "2026年12月"),
        ("4月中旬", "日期", "4月中旬"),
        (20000, "金额", "20000.00"),
        ("1234.5", "金额", "1234.50"),
        (0.125, "金额", "0.13"),
        ("99.999", "金额", "100.00"),
        ("-3", "金额", "-3.00"),
        ("待定", "金额", "待定"),
        (0, "整数", "0"),
        (3.0, "整数", "3"),
        (2.5, "小数", "2.5"),
        (True, "文本", "是"),
        (False, "文本", ""),
        (None, "文本", ""),
        (" 　", "文本", ""),
        ("甲\r\n乙", "多行文本", "甲\n乙"),
        ("𠮷\x00\ud800野", "文本", "𠮷野"),
    ],
)
def test_value(value: object, kind: str, printed: str) -> None:
    assert values.text(value, kind) == printed


def test_zero_is_filled_in() -> None:
    assert not values.is_missing(0)


@pytest.mark.parametrize("value", [None, "", "  ", False, [], ()])
def test_empty_values_are_missing(value: object) -> None:
    assert values.is_missing(value)


def test_people_print_as_names() -> None:
    spec = FieldSpec(
        "m", "名单", "人员表", columns=(Column("岗位", "post"), Column("姓名", "name"))
    )
    rows = values.records([{"name": "甲", "post": "工"}, {"name": ""}, {"name": "乙"}])

    assert values.names(rows, spec, "") == "甲、乙"
    assert values.names(rows, spec, "岗位") == "工"


def test_plain_strings_stand_for_rows() -> None:
    spec = FieldSpec("m", "名单", "明细表", columns=(Column("事项", "item"),))

    assert values.names(values.records(["甲", "乙"]), spec, "") == "甲、乙"
    assert values.records("甲、乙") == []
