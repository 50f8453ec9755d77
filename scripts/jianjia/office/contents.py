"""文书包的目录：每份文书什么时候用、报给谁、几份、盖什么章、下一步、还有什么没填。浏览器里照此再写一份。"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jianjia.office.blocks import Cell, Flow, Paragraph, Row, Run, Table
from jianjia.office.fitting import columns_of
from jianjia.office.layouts import ROW, layout_of

HEAD = ("序号", "文书", "什么时候用", "报给谁", "份数", "盖章", "下一步", "还没填的")
SHARES = (5, 15, 17, 10, 10, 10, 16, 13)
USAGE = ("什么时候用", "报给谁", "份数", "盖章", "下一步")
"""目录里要的几样使用说明。"""
MOST_LABELS = 12
"""没填的太多，列几样就够了。"""


@dataclass(frozen=True, slots=True)
class Entry:
    """目录的一行。``unfilled`` 是没填的填写项；空白件为 ``None``。"""

    title: str
    usage: tuple[str, ...]
    unfilled: tuple[str, ...] | None


def contents(title: str, entries: Sequence[Entry]) -> Flow:
    layout = layout_of("表格", True)
    note = f"共{len(entries)}份，照办事的先后编号，文件名前面的数字就是序号。"
    if any(entry.unfilled for entry in entries):
        note += "“还没填的”补齐以后再打印、再签名。"
    rows = [_row(HEAD, "CellHead", header=True)]
    for n, entry in enumerate(entries, 1):
        usage = [first(text) for text in entry.usage]
        rows.append(_row((str(n), entry.title, *usage, said(entry.unfilled)), "CellText"))
    return Flow(
        layout.sheet,
        (
            Paragraph(layout.title, (Run(f"{title}目录"),)),
            Paragraph(layout.flush, (Run(note),)),
            Table(columns_of(SHARES, layout.sheet.measure), tuple(rows)),
            Paragraph("End"),
        ),
    )


def first(text: str) -> str:
    """头一句；全文在网页上。"""
    return re.split("[；。]", text, maxsplit=1)[0]


def said(unfilled: Sequence[str] | None) -> str:
    """没填的列出来；太多的只列前几样。"""
    if unfilled is None:
        return "空白件"
    if not unfilled:
        return "都填了"
    more = f"等{len(unfilled)}项" if len(unfilled) > MOST_LABELS else ""
    return "、".join(unfilled[:MOST_LABELS]) + more


def _row(texts: Sequence[str], style: str, *, header: bool = False) -> Row:
    """序号居中，别的靠左。"""
    cells = []
    for i, text in enumerate(texts):
        runs = (Run(text),) if text else ()
        own = "Cell" if i == 0 and not header else style
        cells.append(Cell((Paragraph(own, runs, keep=header),)))
    return Row(tuple(cells), ROW, header)
