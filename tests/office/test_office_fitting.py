"""表格放得好看：列宽让一让、小表不拆、半张票。"""

from collections.abc import Callable

from jianjia import office
from jianjia.model import Template
from jianjia.office import fitting, wordml
from jianjia.office.blocks import Cell, Paragraph, Row, Run, Table
from jianjia.office.layouts import LAYOUTS

Make = Callable[..., Template]


def row(*texts: str, header: bool = False) -> Row:
    cells = tuple(Cell((Paragraph("Cell", (Run(text),)),)) for text in texts)
    return Row(cells, 510, header)


def test_columns_add_up() -> None:
    assert fitting.columns_of((1, 1, 1), 100) == (33, 33, 34)
    assert fitting.columns_of((0, 0), 0) == (0, 0)


def test_a_date_gets_the_room_it_needs() -> None:
    rows = [row("序号", "日期", "事由", header=True), row("1", "2026年4月28日", "说明" * 30)]
    widths = fitting.eased((600, 900, 5000), rows, 240)

    assert sum(widths) == 6500
    assert widths[1] >= 13 * 120 + fitting.MARGIN
    assert widths[2] >= 5000 * fitting.KEPT // 100


def test_nothing_moves_when_everything_fits_or_nothing_is_left() -> None:
    fine = [row("甲", "乙")]
    tight = [row("2026年4月28日", "2026年4月28日")]

    assert fitting.eased((3000, 3000), fine, 240) == (3000, 3000)
    assert fitting.eased((500, 500), tight, 240) == (500, 500)


def keeps(rows: tuple[Row, ...]) -> list[bool]:
    return [r.cells[0].paragraphs[0].keep for r in rows]


def test_small_table_stays_on_one_page() -> None:
    assert keeps(fitting.held([row("甲")] * 4, (3000,), 240)) == [True, True, True, False]


def test_big_table_does_not_leave_one_row_behind() -> None:
    assert keeps(fitting.held([row("甲")] * 30, (3000,), 240)) == [False] * 27 + [True, True, False]


def test_signature_after_a_table_stays_with_its_last_row(template: Make) -> None:
    body = "### 某事\n\n正文。\n\n| 甲 |\n| - |\n| 乙 |\n\n> 【署名】\n> 【日期】"
    made = office.flow_of(template(body), {}, {"signer": "工会", "day": "2026-04-28"})
    table = next(block for block in made.blocks if isinstance(block, Table))

    assert keeps(table.rows)[-1]


def test_note_and_attachments_stay_with_the_signature(template: Make) -> None:
    body = (
        "### 某事\n\n正文。\n\n附件：\n\n1. 甲\n2. 乙\n\n> 【署名】\n> 【日期】\n\n（联系人：甲）"
    )
    made = office.flow_of(template(body), {}, {"signer": "工会", "day": "2026-04-28"})
    tail = [b for b in made.blocks if isinstance(b, Paragraph)]
    start = next(i for i, b in enumerate(tail) if b.style == "Body")

    assert [b.keep for b in tail[start:]] == [True] * (len(tail) - start - 1) + [False]


BALLOT = "### 选票\n\n| 序号 | 姓名 | 符号 |\n| -- | ---- | -- |\n| 【序号】 | 【名单.姓名】 | |\n\n1. 赞成的画“○”。\n\n> 【日期】"


def test_small_ballots_are_printed_twice_on_a_sheet(template: Make) -> None:
    names = [{"name": "甲"}, {"name": "乙"}]
    made = office.flow_of(template(BALLOT, layout="选票"), {}, {"members": names})
    body = wordml.body(made)

    assert made.sheet.gutter
    assert body.count('<w:t xml:space="preserve">选票</w:t>') == 2
    assert body.count('<w:br w:type="column"/>') == 1
    assert '<w:cols w:num="2" w:space="1360" w:sep="1"/>' in wordml.section(made.sheet)


def test_big_ballots_take_a_whole_sheet(template: Make) -> None:
    names = [{"name": f"第{n}人"} for n in range(30)]
    made = office.flow_of(template(BALLOT, layout="选票"), {}, {"members": names})

    assert made.sheet == LAYOUTS["选票"].sheet
    assert "column" not in wordml.body(made)


def test_two_kinds_of_ballots_take_turns(template: Make) -> None:
    page = template(f"{BALLOT}\n\n---\n\n### 另一张\n\n写字。", layout="选票")
    body = wordml.body(office.flow_of(page, {}, {"members": []}))

    assert body.count('<w:br w:type="column"/>') == 3
    assert "pageBreakBefore" not in body
    assert body.index("另一张") > body.rindex(">选票<")
