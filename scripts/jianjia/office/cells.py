"""一格里的字：印什么、居中还是靠左、格子要多高。"""

import re
from dataclasses import dataclass

from jianjia.model import Inline, When
from jianjia.office.blocks import Cell, Paragraph, Run, lines_of, text_of, width
from jianjia.office.fill import ROOM, Filler, Record, lone
from jianjia.office.fitting import MARGIN
from jianjia.office.layouts import Layout

SHORT = 4
"""几个半字以内的文字只是单位、括号，空白件里和它同格的填写项留空手填。"""

LABEL = 40
"""栏目名最多几个半字。"""

_STAMP = re.compile("签章|盖章|签名|签字")
_DAY = re.compile("年[　 ]*[0-9]*月[　 ]*[0-9]*日")


@dataclass(frozen=True, slots=True)
class Place:
    """这一格横跨几列、多宽、是不是竖着并了几行的头一格、是不是表头。"""

    span: int
    width: int
    merge: str
    header: bool


@dataclass(frozen=True, slots=True)
class Made:
    """``tall``：这一行要高到写得下意见。"""

    cell: Cell
    tall: bool = False


def make(
    inline: Inline, place: Place, record: Record | None, layout: Layout, filler: Filler
) -> Made:
    capacity = (place.width - MARGIN) * 2 // layout.cell_char
    runs = _runs(inline, place, record, filler, capacity)
    said = text_of(runs)
    approval = not place.header and bool(_STAMP.search(said) and _DAY.search(said))
    if approval:
        runs = [Run(run.text.replace("。　　", "。\n"), run.style) for run in runs]
    lines = lines_of(runs)
    field = lone(inline)
    prose = field is not None and record is None and filler.type_of(field) == "多行文本"
    long = len(lines) > 1 or any(width(text_of(line)) > capacity for line in lines)
    paragraphs = []
    for i, line in enumerate(lines):
        sign = approval and i == len(lines) - 1
        left = (prose or long) and not is_label(inline)
        suffix = "Head" if place.header else "Right" if sign else "Text" if left else ""
        paragraphs.append(Paragraph(layout.cell + suffix, line, keep=place.header))
    align = "bottom" if approval else "top" if prose and lines else "center"
    body = tuple(paragraphs) or (Paragraph(layout.cell),)
    return Made(Cell(body, place.span, place.merge, align), approval or prose)


def is_label(inline: Inline) -> bool:
    """栏目名：不长、不成句的固定文字；折行了也居中。"""
    fixed = bool(inline) and all(isinstance(item, str) for item in inline)
    text = "".join(str(item) for item in inline)
    return fixed and width(text) <= LABEL and "。" not in text and "，" not in text


def _runs(
    inline: Inline, place: Place, record: Record | None, filler: Filler, capacity: int
) -> list[Run]:
    """单独一个填写项，没有内容就空着；表头和竖着并了几行的（照片之类）印名称。"""
    field = lone(inline)
    if field is None:
        fixed = _literal(inline)
        room = ROOM[: max((capacity - fixed) // 2, 1)] if fixed <= SHORT else ""
        return filler.runs(inline, hand=True, room=room, record=record)
    said = filler.said(field, record)
    if said or (filler.values is None and place.header):
        return filler.runs(inline, record=record)
    return [Run(field.label)] if place.merge and not record else []


def _literal(inline: Inline) -> int:
    """固定的文字有几个半字；条件只看前一半。"""
    total = 0
    for item in inline:
        if isinstance(item, str):
            total += width(item)
        elif isinstance(item, When):
            total += _literal(item.then)
    return total
