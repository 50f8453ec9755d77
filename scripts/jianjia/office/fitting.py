"""表格怎样放得好看：短内容不折行，小表不拆在两页，大表不剩孤零零一行。"""

from collections.abc import Sequence
from dataclasses import replace

from jianjia.office.blocks import Cell, Flow, Paragraph, Row, lines_of, text_of, width

MARGIN = 170
"""一格左右留白共多宽。"""
BRIEF = 13
"""不超过这么多半字的内容（姓名、日期、编号）不该折行。"""
TIGHT = 4
"""不超过这么多半字的栏目名不该折行；再长的可以折成两行。"""
KEPT = 75
"""让出去以后，一列至少还剩原来的百分之几。"""
SMALL = 5700
"""不超过 10 厘米高的表算小表。"""
TOGETHER = 3
"""大表跨页，最后一页至少有这么多行。"""


def columns_of(shares: Sequence[int], measure: int) -> tuple[int, ...]:
    """按比例分版心的宽；累计着舍入，合起来分毫不差。"""
    total = max(sum(shares), 1)
    edges = [measure * sum(shares[:i]) // total for i in range(len(shares) + 1)]
    return tuple(edges[i + 1] - edges[i] for i in range(len(shares)))


# —— 列宽 ——


def eased(widths: tuple[int, ...], rows: Sequence[Row], char: int) -> tuple[int, ...]:
    """放不下短内容的列，从有余的列里匀一点来；合起来不变。"""
    needs = [0] * len(widths)
    for row in rows:
        at = 0
        for cell in row.cells:
            if cell.span == 1 and cell.merge != "continue":
                needs[at] = max(needs[at], _need(cell, row.header, char))
            at += cell.span
    lack = [max(need - wide, 0) for need, wide in zip(needs, widths, strict=True)]
    spare = [
        max(wide - max(need, wide * KEPT // 100), 0)
        for need, wide in zip(needs, widths, strict=True)
    ]
    moved = min(sum(lack), sum(spare))
    gained, lost = columns_of(lack, moved), columns_of(spare, moved)
    return tuple(wide + g - s for wide, g, s in zip(widths, gained, lost, strict=True))


def _need(cell: Cell, header: bool, char: int) -> int:
    """不折行（栏目名不折成三行）要多宽；本来就要折行的长内容不算。"""
    least = 0
    for paragraph in cell.paragraphs:
        wide = width(text_of(paragraph.runs))
        if header and wide > TIGHT:
            wide = max((wide + 3) // 4 * 2, TIGHT)
        if wide <= BRIEF:
            least = max(least, wide)
    return (least * char + 1) // 2 + MARGIN if least else 0


# —— 换页 ——


def held(rows: Sequence[Row], widths: Sequence[int], char: int) -> tuple[Row, ...]:
    """小表整张同页；大表的最后几行同页。"""
    small = tall(rows, widths, char) <= SMALL
    start = 0 if small else max(len(rows) - TOGETHER, 0)
    last = len(rows) - 1
    return tuple(kept(row) if start <= r < last else row for r, row in enumerate(rows))


def kept(row: Row) -> Row:
    """这一行和下一行（下一段）同页。"""
    cells = tuple(
        replace(cell, paragraphs=tuple(replace(p, keep=True) for p in cell.paragraphs))
        for cell in row.cells
    )
    return replace(row, cells=cells)


_LINE = {
    "FormTitle": (640, 440),
    "FormRight": (440, 240),
    "FormHead": (560, 240),
    "Seam": (120, 2),
    "End": (20, 2),
}
_OTHER = (300, 210)
_UNDER_TITLE = 200


def fits(flow: Flow) -> bool:
    """每一面（另起一页的各算一面）都放得下，不会流到下一面去；票用的，只认票里有的样式。"""
    sheet = flow.sheet
    room = sheet.height - sheet.top - sheet.bottom
    used = 0
    for block in flow.blocks:
        if isinstance(block, Paragraph):
            line, char = _LINE.get(block.style, _OTHER)
            used = 0 if block.fresh else used
            texts = lines_of(block.runs) or [()]
            used += line * sum(
                max(-(-width(text_of(text)) * char // (sheet.measure * 2)), 1) for text in texts
            )
            used += _UNDER_TITLE if block.style == "FormTitle" else 0
        else:
            used += tall(block.rows, block.widths, 320)
        if used * 20 > room * 19:
            return False
    return True


def tall(rows: Sequence[Row], widths: Sequence[int], char: int) -> int:
    """估一估有多高。"""
    total = 0
    for row in rows:
        at, most = 0, row.height
        for cell in row.cells:
            room = max(sum(widths[at : at + cell.span]) - MARGIN, char)
            lines = sum(_lines(paragraph, room, char) for paragraph in cell.paragraphs)
            most = max(most, lines * char * 8 // 5)
            at += cell.span
        total += most
    return total


def _lines(paragraph: Paragraph, room: int, char: int) -> int:
    return max(-(-width(text_of(paragraph.runs)) * char // (room * 2)), 1)
