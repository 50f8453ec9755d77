"""版面块 → 纯文字：一段一行，表格一行一行，格子之间用制表符。复制全文用它。"""

import re

from jianjia.office.blocks import Block, Cell, Flow, Paragraph, text_of

_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|\*\*|`")


def unmarked(markdown: str) -> str:
    """去掉链接和强调的记号，只留字。"""
    return _MARKUP.sub(lambda m: m[1] or "", markdown)


def plain_text(flow: Flow) -> str:
    lines = [line for block in flow.blocks for line in _lines(block)]
    return "".join(line + "\n" for line in lines if line.strip())


def _lines(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [_paragraph(block)]
    return ["\t".join(_cell(cell) for cell in row.cells) for row in block.rows]


def _paragraph(paragraph: Paragraph) -> str:
    return text_of(paragraph.runs).replace("\n", "").replace("\t", " ").strip(" 　")


def _cell(cell: Cell) -> str:
    return " ".join(text for p in cell.paragraphs if (text := _paragraph(p)))
