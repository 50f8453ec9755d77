"""讲解版：有批注的段排成左右两栏，左边条文，右边批注，一条一行。

用表格而不用 Word 的批注：手机上、LibreOffice 打印都看得见。浏览器里照此再写一份。
"""

from dataclasses import replace

from jianjia.office.blocks import Block, Cell, Flow, Paragraph, Row, Run, Table, merged

RIGHT = 850
"""讲解版的右页边，15 毫米：腾出地方给批注。"""
TEXT = 6300
"""条文一栏的宽：一行二十字少一点。"""
ROW = 400
OUTSIDE = ("Chapter", "Title", "AttachmentMark")
"""章名、标题、附件记号不进两栏。"""


def beside(flow: Flow) -> Flow:
    if not any(isinstance(block, Paragraph) and block.note for block in flow.blocks):
        return flow
    sheet = replace(flow.sheet, right=RIGHT)
    widths = (TEXT, sheet.measure - TEXT)
    out: list[Block] = []
    inside = False
    for block in flow.blocks:
        if isinstance(block, Table) or block.style in OUTSIDE or block.fresh:
            inside = inside and isinstance(block, Table)
            out += [Paragraph("Seam"), block] if isinstance(block, Table) else [block]
            continue
        inside = inside or block.note != ""
        if not inside:
            out.append(block)
            continue
        last = out[-1] if out else None
        if not (isinstance(last, Table) and last.style == "Margin"):
            out += [Paragraph("Seam")] if isinstance(last, Table) else []
            last = Table(widths, (), "Margin")
            out.append(last)
        out[-1] = replace(last, rows=_put(last.rows, block))
    return Flow(sheet, tuple(out))


def _put(rows: tuple[Row, ...], paragraph: Paragraph) -> tuple[Row, ...]:
    """有批注的另起一行，没有的接着上一行的条文。"""
    plain = replace(paragraph, note="")
    if paragraph.note or not rows:
        note = tuple(_line(text) for text in paragraph.note.split("\n"))
        cells = (Cell((plain,), align="top"), Cell(note, align="top"))
        return (*rows, Row(cells, ROW, split=True))
    text, note_cell = rows[-1].cells
    grown = replace(text, paragraphs=(*text.paragraphs, plain))
    return (*rows[:-1], replace(rows[-1], cells=(grown, note_cell)))


def _line(text: str) -> Paragraph:
    """批注一行：“名称：”用黑体。"""
    name, colon, rest = text.partition("：")
    return Paragraph("MarginNote", merged([Run(name + colon, "Hei"), Run(rest)]))
