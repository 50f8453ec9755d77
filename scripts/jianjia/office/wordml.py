"""版面块 → WordprocessingML。只写，不做决定。"""

from dataclasses import replace
from xml.sax.saxutils import escape

from jianjia.office.blocks import Block, Cell, Flow, Paragraph, Row, Run, Sheet, Table
from jianjia.office.values import clean

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_TAIL = "</w:body></w:document>\n"

_FOOTERS = {
    "official": (("default", "odd"), ("even", "even")),
    "letter": (("default", "odd"), ("even", "even"), ("first", "letter")),
    "centre": (("default", "centre"), ("even", "centre")),
    "": (),
}
"""页脚种类 → 用哪几个页脚（种类、关系名）。"""


def document(flow: Flow) -> str:
    """整个 ``word/document.xml``。"""
    return _HEAD + body(flow) + section(flow.sheet) + _TAIL


def body(flow: Flow) -> str:
    if not flow.sheet.gutter:
        return "".join(_block(block, flow.sheet) for block in flow.blocks)
    sides = [_side(side, flow.sheet) for side in _sides(flow) for _ in range(2)]
    return sides[0] + "".join(side.replace(_OPENED, _OPENED + _COLUMN, 1) for side in sides[1:])


_OPENED = "</w:pPr>"
_COLUMN = '<w:r><w:br w:type="column"/></w:r>'
"""换到下一栏，写在每一面第一段的开头；左栏、右栏各一份。"""


def _sides(flow: Flow) -> list[list[Block]]:
    """每一面的块：另起一页的地方断开。"""
    sides: list[list[Block]] = [[]]
    for block in flow.blocks:
        if isinstance(block, Paragraph) and block.fresh and sides[-1]:
            sides.append([])
        sides[-1].append(block)
    return sides


def _side(blocks: list[Block], sheet: Sheet) -> str:
    """换面由换栏管，不再另起一页；换栏要写在段里，所以表格前面垫一段。"""
    plain = [replace(b, fresh=False) if isinstance(b, Paragraph) else b for b in blocks]
    first = [Paragraph("Seam")] if plain and isinstance(plain[0], Table) else []
    return "".join(_block(block, sheet) for block in (*first, *plain))


def section(sheet: Sheet) -> str:
    """纸张、页边、页脚、网格。"""
    footers = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{name}"/>'
        for kind, name in _FOOTERS[sheet.footer]
    )
    kinds = ("default", "even", *(("first",) if sheet.footer == "letter" else ()))
    word = "sample" if sheet.sample else "draft"
    headers = "".join(f'<w:headerReference w:type="{kind}" r:id="{word}"/>' for kind in kinds)
    footers = (headers if sheet.sample or sheet.draft else "") + footers
    turned = ' w:orient="landscape"' if sheet.landscape else ""
    margins = (
        f'<w:pgMar w:top="{sheet.top}" w:right="{sheet.right}" w:bottom="{sheet.bottom}"'
        f' w:left="{sheet.left}" w:header="851" w:footer="{sheet.footer_distance}" w:gutter="0"/>'
    )
    columns = f'<w:cols w:num="2" w:space="{sheet.gutter}" w:sep="1"/>' if sheet.gutter else ""
    first = "<w:titlePg/>" if sheet.footer == "letter" else ""
    grid = f'<w:docGrid w:type="lines" w:linePitch="{sheet.grid}"/>' if sheet.grid else ""
    size = f'<w:pgSz w:w="{sheet.width}" w:h="{sheet.height}"{turned}/>'
    return f"<w:sectPr>{footers}{size}{margins}{columns}{first}{grid}</w:sectPr>"


def _block(block: Block, sheet: Sheet) -> str:
    return _table(block, sheet) if isinstance(block, Table) else _paragraph(block, sheet)


def _paragraph(p: Paragraph, sheet: Sheet) -> str:
    style = f'<w:pStyle w:val="{p.style}"/>'
    keep = "<w:keepNext/>" if p.keep else ""
    fresh = "<w:pageBreakBefore/>" if p.fresh else ""
    ragged = '<w:jc w:val="left"/>' if p.ragged else ""
    runs = "".join(_run(run) for run in p.runs)
    return f"<w:p><w:pPr>{style}{keep}{fresh}{_indent(p, sheet)}{ragged}</w:pPr>{runs}</w:p>"


def _indent(p: Paragraph, sheet: Sheet) -> str:
    """公文的右缩进连字数一起写；别的只写缇，各家对“字”有多宽、悬挂算不算在内说法不一。"""
    if p.hanging:
        left, hanging = _twips(p.left, sheet.char), _twips(p.hanging, sheet.char)
        return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'
    if p.right:
        chars = f'w:rightChars="{p.right}" ' if sheet.grid else ""
        return f'<w:ind {chars}w:right="{_twips(p.right, sheet.char)}"/>'
    return ""


def _twips(hundredths: int, char: int) -> int:
    """百分之一字 → 缇，四舍五入。"""
    return (hundredths * char + 50) // 100


def _run(run: Run) -> str:
    style = f'<w:rPr><w:rStyle w:val="{run.style}"/></w:rPr>' if run.style else ""
    return f"<w:r>{style}{_text(run.text)}</w:r>"


def _text(text: str) -> str:
    """换行是段内换行，制表符是制表位。"""
    lines = []
    for line in clean(text).split("\n"):
        stops = (
            f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""
            for piece in line.split("\t")
        )
        lines.append("<w:tab/>".join(stops))
    return "<w:br/>".join(lines)


def _table(table: Table, sheet: Sheet) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
    rows = "".join(_row(row, table.widths, sheet) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{table.style}"/><w:tblW w:w="{sum(table.widths)}"'
        f' w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(row: Row, widths: tuple[int, ...], sheet: Sheet) -> str:
    whole = "" if row.split else "<w:cantSplit/>"
    header = "<w:tblHeader/>" if row.header else ""
    cells, at = "", 0
    for cell in row.cells:
        cells += _cell(cell, sum(widths[at : at + cell.span]), sheet)
        at += cell.span
    height = f'<w:trHeight w:val="{row.height}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr>{whole}{height}{header}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, width: int, sheet: Sheet) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    align = f'<w:vAlign w:val="{cell.align}"/>'
    paragraphs = "".join(_paragraph(p, sheet) for p in cell.paragraphs)
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{span}{merge}{align}</w:tcPr>{paragraphs}</w:tc>"
