"""全文预览：照着 Word 的版面块排成一张纸，所以网页上看到的和印出来的是一回事。"""

from html import escape

from jianjia.office.blocks import Block, Cell, Flow, Paragraph, Row, Run, Table

_SPACE = "　"
"""缩进用全角空格排，不用 style 属性：网站的安全策略不许写它。"""


def draw(flow: Flow) -> str:
    wide = ' data-landscape="true"' if flow.sheet.landscape else ""
    body = "\n".join(_block(block) for block in flow.blocks)
    return f'<div class="jj-paper"{wide} tabindex="0" role="region" aria-label="全文预览">\n{body}\n</div>'


def _block(block: Block) -> str:
    return _paragraph(block) if isinstance(block, Paragraph) else _table(block)


def _paragraph(p: Paragraph) -> str:
    rule = '<hr class="jj-p-break">\n' if p.fresh else ""
    left = _SPACE * round((p.left - p.hanging) / 100)
    right = _SPACE * round(p.right / 100)
    return f'{rule}<p data-style="{p.style}">{left}{_runs(p.runs)}{right}</p>'


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>").replace("\t", _SPACE * 2)
    return f'<span data-run="{run.style}">{text}</span>' if run.style else text


def _table(table: Table) -> str:
    total = sum(table.widths) or 1
    cols = "".join(f'<col width="{round(100 * w / total)}%">' for w in table.widths)
    rows = table.rows
    body = "\n".join(_row(rows, i) for i in range(len(rows)))
    return f'<table class="jj-p-table">\n<colgroup>{cols}</colgroup>\n{body}\n</table>'


def _row(rows: tuple[Row, ...], i: int) -> str:
    column, out = 0, []
    for cell in rows[i].cells:
        if cell.merge != "continue":
            out.append(_cell(cell, _depth(rows, i, column), rows[i].header))
        column += cell.span
    return "<tr>" + "".join(out) + "</tr>"


def _depth(rows: tuple[Row, ...], i: int, column: int) -> int:
    """这一格往下并了几行。"""
    down = 1
    while i + down < len(rows) and _at(rows[i + down], column) == "continue":
        down += 1
    return down


def _at(row: Row, column: int) -> str:
    at = 0
    for cell in row.cells:
        if at == column:
            return cell.merge
        at += cell.span
    return ""


def _cell(cell: Cell, down: int, header: bool) -> str:
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    span += f' rowspan="{down}"' if down > 1 else ""
    tag = "th" if header else "td"
    text = "<br>".join(_runs(p.runs) for p in cell.paragraphs)
    return f"<{tag}{span}>{text}</{tag}>"
