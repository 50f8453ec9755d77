"""文书里的表 → 表格文件：一个标题一个工作表，数是数，日期是日期。台账用它。"""

import itertools
from collections.abc import Iterator, Sequence

from jianjia.formula import numbers
from jianjia.model import (
    Addressee,
    Attachments,
    Head,
    Inline,
    Note,
    Para,
    Part,
    Signature,
    TablePart,
    Title,
)
from jianjia.office import tables
from jianjia.office.blocks import lines_of, text_of
from jianjia.office.fill import NUMBER, Filler, lone
from jianjia.office.fitting import columns_of
from jianjia.office.layouts import Layout
from jianjia.office.values import clean
from jianjia.office.xlsx import Cell, Sheet

KINDS = {"整数": "number", "小数": "decimal", "金额": "money", "日期": "date"}
"""填写项的类型 → 格子的种类；别的都是文字。"""
HANZI = 220
"""一个五号字多宽（缇）。"""
MOST_FROZEN = 8
"""冻住的行再多，小屏幕上就看不见下面了。"""


def sheets(parts: Sequence[Part], title: str, layout: Layout, filler: Filler) -> list[Sheet]:
    """*title* 是标题里没有固定的字时工作表的名称。"""
    groups: list[tuple[str, list[Part]]] = []
    for part in filler.parts(parts):
        if isinstance(part, Title) or not groups:
            fixed = part.inline if isinstance(part, Title) else ()
            groups.append(("".join(x for x in fixed if isinstance(x, str)).strip() or title, []))
        groups[-1][1].append(part)
    return [_sheet(name, found, layout, filler) for name, found in groups]


def _sheet(name: str, parts: Sequence[Part], layout: Layout, filler: Filler) -> Sheet:
    shares = [part.widths for part in parts if isinstance(part, TablePart)]
    main = max(shares, key=len, default=(1,) * 6)
    rows: list[tuple[Cell, ...]] = []
    head = (0, 0)
    for part in parts:
        if not isinstance(part, TablePart):
            rows += [_across(text, kind, len(main)) for text, kind in _lines(part, filler)]
            continue
        lines = tables.expanded(part, layout, filler)
        heads = next((i for i, line in enumerate(lines) if not line.header), len(lines))
        if head == (0, 0) and heads and any(row.repeat for row in part.rows):
            head = len(rows) + 1, len(rows) + heads
        rows += _table(part, lines, main, filler)
    return Sheet(
        name,
        tuple(rows),
        tuple(max(twips // HANZI - 1, 2) for twips in columns_of(main, layout.sheet.measure)),
        head[1] if head[1] <= MOST_FROZEN else 0,
        head,
        layout.sheet.landscape,
    )


def _across(text: str, kind: str, count: int) -> tuple[Cell, ...]:
    """整行并成一格。"""
    return Cell(text, kind, count), *(Cell("", kind) for _ in range(count - 1))


def _lines(part: Part, filler: Filler) -> Iterator[tuple[str, str]]:
    """表格以外的要素，一行一行：字、是标题还是说明。"""
    texts: tuple[Inline, ...] = ()
    if isinstance(part, Head | Signature):
        texts = part.lines
    elif isinstance(part, Title | Para | Addressee):
        texts = (part.inline,)
    elif isinstance(part, Note):
        texts = (("（", *part.inline, "）"),)
    elif isinstance(part, Attachments):
        texts = tuple((f"附件{n}：", *name) for n, name in enumerate(part.names, 1))
    kind = "title" if isinstance(part, Title) else "note"
    for inline in texts:
        for line in lines_of(filler.runs(inline, hand=kind == "note")):
            yield clean(text_of(line)), kind


def _table(
    part: TablePart, lines: Sequence[tables.Line], main: Sequence[int], filler: Filler
) -> Iterator[tuple[Cell, ...]]:
    """*main* 是工作表各列的宽；列少的表，一格占几列，格线尽量对得上。"""
    own = len(part.widths)
    shares = fitted(part.widths, main)
    grid = tables.grid_of(lines, own)
    for r, line in enumerate(lines):
        row: list[Cell] = []
        c = 0
        while c < own:
            span = grid.span(r, c)
            wide = sum(shares[c : c + span])
            cell = Cell()
            if not grid.follows(r, c):
                value, kind, choices = _said(grid.cells[r][c].inline, line, filler)
                down = _down(grid, r, c, len(lines))
                if line.header:
                    kind, choices = "head", ()
                cell = Cell(value, kind, wide, down, choices)
            row += [cell, *(Cell() for _ in range(wide - 1))]
            c += span
        yield tuple(row)


def fitted(own: Sequence[int], main: Sequence[int]) -> list[int]:
    """窄表的各列各占宽表的几列：每条格线落到最近的一条上，每列至少一列。"""
    edges = [0]
    for i in range(1, len(own)):
        want = sum(own[:i]) * sum(main)
        choices = range(edges[-1] + 1, len(main) - len(own) + i + 1)
        edges.append(min(choices, key=lambda j: abs(sum(main[:j]) * sum(own) - want)))
    return [b - a for a, b in itertools.pairwise([*edges, len(main)])]


def _down(grid: tables.Grid, r: int, c: int, stop: int) -> int:
    """这一格往下并了几行。"""
    down = 1
    while r + down < stop and grid.homes[r + down][c] == (r, c) and grid.follows(r + down, c):
        down += 1
    return down


def _said(inline: Inline, line: tables.Line, filler: Filler) -> tuple[str, str, tuple[str, ...]]:
    """一格里的字、种类、可选的各项：单独一个填写项的，数和日期照原样，没填的格子也等着填数和日期。"""
    field = lone(inline)
    if field is None:
        said = clean(text_of(filler.runs(inline, hand=True, record=line.record))).strip()
        return said, "text", ()
    text = filler.said(field, line.record)
    if not text and filler.values is None and line.header:
        text = field.label
    if line.record and field.label == NUMBER and not field.column:
        return text, "number", ()
    kind = KINDS.get(filler.type_of(field), "text")
    raw = clean(str(filler.raw(field, line.record))).strip()
    if kind == "text":
        return text, kind, filler.options(field)
    exact = len(raw) == 10 if kind == "date" else numbers.read(raw) is not None
    if text and not exact:
        return text, "text", ()
    return (raw if text else ""), kind, ()
