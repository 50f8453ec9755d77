"""表格：重复、合并、行高、留空。"""

from collections.abc import Callable
from typing import Any

from jianjia import office
from jianjia.model import Template
from jianjia.office.blocks import Cell, Table, text_of

Make = Callable[..., Template]
ROWS = [{"name": "甲", "votes": 5, "date": "2026-01-02"}, {"name": "乙", "votes": 0}]


def table(template: Make, rows: str, values: Any = None, layout: str = "表格") -> Table:
    page = template(f"### 表\n\n{rows}", layout=layout)
    flow = office.flow_of(page, {}, values, lambda expr, _: bool(expr))
    return next(block for block in flow.blocks if isinstance(block, Table))


def said(cell: Cell) -> str:
    return "／".join(text_of(p.runs) for p in cell.paragraphs)


def words(made: Table) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in made.rows]


LIST = "| 序号 | 姓名 | 票数 | 日期 |\n| - | -- | - | --- |\n| 【序号】 | 【名单.姓名】 | 【名单.票数】 | 【名单.日期】 |\n| 合计 | ← | 【人数】 |  |"


def test_blank_list_prints_numbered_empty_rows(template: Make) -> None:
    assert words(table(template, LIST)) == [
        ["序号", "姓名", "票数", "日期"],
        ["1", "", "", ""],
        ["2", "", "", ""],
        ["3", "", "", ""],
        ["合计", "", ""],
    ]


def test_filled_list_prints_its_records(template: Make) -> None:
    made = table(template, LIST, {"members": ROWS, "people": 2})

    assert words(made)[1:] == [
        ["1", "甲", "5", "2026年1月2日"],
        ["2", "乙", "0", ""],
        ["合计", "2", ""],
    ]


def test_list_without_records_keeps_empty_rows(template: Make) -> None:
    assert len(table(template, LIST, {}).rows) == 5


def test_list_head_repeats_on_every_page(template: Make) -> None:
    made = table(template, LIST)

    assert [row.header for row in made.rows] == [True, False, False, False, False]
    assert made.rows[0].cells[0].paragraphs[0].style == "CellHead"


def test_ledger_repeats_every_row_above_the_records(template: Make) -> None:
    two = "| 人员 | ← | 情况 | ← |\n| - | -- | - | --- |\n| 序号 | 姓名 | 票数 | 日期 |\n| 【序号】 | 【名单.姓名】 | 【名单.票数】 | 【名单.日期】 |"

    assert [row.header for row in table(template, two, layout="台账").rows[:3]] == [
        True,
        True,
        False,
    ]


def test_form_without_a_head_has_none(template: Make) -> None:
    made = table(template, "| 姓名 | 【单位】 |\n| -- | -- |\n| 人数 | 【人数】 |")

    assert [row.header for row in made.rows] == [False, False]


def test_count_repeats_a_row(template: Make) -> None:
    rows = "| 候选人 | 符号 |\n| -- | -- |\n| 【重复 人数】另选 | 【序号】 |"

    assert words(table(template, rows)) == [
        ["候选人", "符号"],
        ["另选", "1"],
        ["另选", "2"],
        ["另选", "3"],
    ]
    assert len(table(template, rows, {"people": 5}).rows) == 6
    assert len(table(template, rows, {"people": 99999}).rows) == 501


def test_rows_of_one_record_stay_together(template: Make) -> None:
    rows = "| 项 | 值 |\n| -- | -- |\n| 姓名 | 【名单.姓名】 |\n| 票数 | 【名单.票数】 |"

    assert [row[1] for row in words(table(template, rows, {"members": ROWS}))[1:]] == [
        "甲",
        "5",
        "乙",
        "0",
    ]


def test_merges(template: Make) -> None:
    rows = "| 甲 | ← | 乙 |\n| -- | -- | -- |\n| ↑ | ← | 丙 |\n| 丁 | 戊 | ↑ |"
    made = table(template, rows)

    assert [[(c.span, c.merge) for c in row.cells] for row in made.rows] == [
        [(2, "restart"), (1, "")],
        [(2, "continue"), (1, "restart")],
        [(1, ""), (1, ""), (1, "continue")],
    ]


def test_merge_marks_with_nothing_to_merge_into_are_plain_cells(template: Make) -> None:
    made = table(template, "| ← | ↑ |\n| -- | -- |\n| 甲 | 乙 |")

    assert words(made) == [["", ""], ["甲", "乙"]]


def test_ragged_rows_are_squared(template: Make) -> None:
    made = table(template, "| 甲 | 乙 |\n| -- | -- |\n| 丙 |\n| 丁 | 戊 | 己 |")

    assert words(made) == [["甲", "乙"], ["丙", ""], ["丁", "戊"]]


def test_widths_share_the_measure_exactly(template: Make) -> None:
    made = table(template, "| 甲 | 乙 | 丙 |\n| - | -- | ---- |\n| 1 | 2 | 3 |")

    assert sum(made.widths) == 11906 - 2 * 1134
    assert made.widths == (1376, 2754, 5508)


def test_row_heights(template: Make) -> None:
    made = table(template, "| 单位 | 【单位】 |\n| -- | -- |\n| 意见 | 【意见】 |")

    assert [(row.height, row.split) for row in made.rows] == [(510, False), (1701, True)]


def test_approval_cell_signs_at_the_bottom_right(template: Make) -> None:
    rows = "| 意见 | 情况属实。　　负责人签名：　　　　年　月　日 |\n| -- | ------ |\n| 批准 | （签章）　　【日期】 |"
    made = table(template, rows)
    first, second = (row.cells[1] for row in made.rows)

    assert [(p.style, text_of(p.runs)) for p in first.paragraphs] == [
        ("CellText", "情况属实。"),
        ("CellRight", "负责人签名：　　　　年　月　日"),
    ]
    assert said(second) == "（签章）　　　　年　月　日"
    assert (second.align, made.rows[1].height) == ("bottom", 1701)


def test_cells_leave_room_beside_units_and_after_colons(template: Make) -> None:
    rows = "| 人数 | 【人数】人 | 起止 | 自【日期】至【日期】 |\n| -- | --- | -- | ----- |\n| 说明 | 经办：【单位】 | 话 | 现有【单位】的职工 |"

    assert [row[1::2] for row in words(table(template, rows))] == [
        ["　　　　　　人", "自　　年　月　日至　　年　月　日"],
        ["经办：　　　　　　", "现有【单位】的职工"],
    ]


def test_photo_cell_says_what_it_is_for(template: Make) -> None:
    made = table(
        template, "| 姓名 | 【单位】 | 【签发人】 |\n| -- | -- | -- |\n| 人数 | 【人数】 | ↑ |"
    )

    assert words(made)[0] == ["姓名", "", "签发人"]


def test_long_text_is_set_left_and_labels_stay_centred(template: Make) -> None:
    long = "本人保证以上所填内容真实，同意用于办理入会手续，其他用途另行征得同意。"
    made = table(template, f"| 很长很长的一个栏目名 | {long} |\n| - | ---- |\n| 甲 | 乙 |")

    assert [cell.paragraphs[0].style for cell in made.rows[0].cells] == ["Cell", "CellText"]


def test_ballot_cells_use_large_type(template: Make) -> None:
    made = table(template, "| 甲 | 【单位】 |\n| -- | -- |\n| 乙 |  |", layout="选票")

    assert made.rows[1].cells[0].paragraphs[0].style == "Ballot"
