"""表格：逐行重复展开，合并的格子归并，列宽、行高、字的排法算好。"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianjia.model import Cell as Source
from jianjia.model import TablePart, TableRow
from jianjia.office import cells, fitting
from jianjia.office.blocks import Cell, Paragraph, Row, Table
from jianjia.office.fill import Filler, Record
from jianjia.office.fitting import columns_of
from jianjia.office.layouts import TALL, Layout


@dataclass(frozen=True, slots=True)
class Line:
    """要印的一行：出自哪一行，重复到第几条记录。"""

    cells: tuple[Source, ...]
    header: bool
    record: Record | None = None


def build(part: TablePart, layout: Layout, filler: Filler) -> Table:
    """先照写的列宽排一遍，看哪一列放不下短内容，让一让再排一遍。"""
    lines = expanded(part, layout, filler)
    first = columns_of(part.widths, layout.sheet.measure)
    grid = grid_of(lines, len(first))
    rows = _rows(grid, lines, first, layout, filler)
    widths = fitting.eased(first, rows, layout.cell_char)
    if widths != first:
        rows = _rows(grid, lines, widths, layout, filler)
    return Table(widths, fitting.held(rows, widths, layout.cell_char))


def _rows(
    grid: "Grid", lines: Sequence[Line], widths: Sequence[int], layout: Layout, filler: Filler
) -> list[Row]:
    rows = []
    for r, line in enumerate(lines):
        made = tuple(_cells(grid, r, line, widths, layout, filler))
        tall = any(cell.tall for cell in made)
        height = TALL if tall else layout.row_height
        rows.append(Row(tuple(cell.cell for cell in made), height, line.header, tall))
    return rows


def expanded(part: TablePart, layout: Layout, filler: Filler) -> list[Line]:
    """连着几行按同一张明细表重复的，算一组，一条记录印一组。"""
    heads = _heads(part, layout)
    rows = filler.rows(part.rows)
    out: list[Line] = []
    i = 0
    while i < len(rows):
        row = rows[i]
        stop = i + 1
        while row.repeat and stop < len(rows) and rows[stop].repeat == row.repeat:
            stop += 1
        if row.repeat:
            for record in filler.records(row.repeat):
                out += [Line(r.cells, False, record) for r in rows[i:stop]]
        else:
            out.append(Line(row.cells, i < heads))
        i = stop
    return out


def _heads(part: TablePart, layout: Layout) -> int:
    """头几行是表头：台账逐行重复的那行以上都是；别的表，第一行各格都是栏目名的是。"""
    if layout.ledger:
        above = next((i for i, row in enumerate(part.rows) if row.repeat), 0)
        return max(above, part.heads)
    return part.heads or int(len(part.rows) > 1 and _is_head(part.rows[0]))


def _is_head(row: TableRow) -> bool:
    return not row.repeat and all(cells.is_label(cell.inline) for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """各格的内容，和它归并到哪一格（行、列）。"""

    cells: tuple[tuple[Source, ...], ...]
    homes: tuple[tuple[tuple[int, int], ...], ...]

    def span(self, r: int, c: int) -> int:
        """从这一格往右，几列归并到同一格。"""
        row = self.homes[r]
        stop = c
        while stop < len(row) and row[stop] == row[c]:
            stop += 1
        return stop - c

    def follows(self, r: int, c: int) -> bool:
        """这一格并入上面的格子，而且左右对得齐；对不齐的各印各的空格子。"""
        top, left = self.homes[r][c]
        return top < r and left == c and self.span(top, left) == self.span(r, c)

    def opens(self, r: int, c: int) -> bool:
        """下面有格子并进来。"""
        return r + 1 < len(self.homes) and self.homes[r + 1][c] == (r, c)


def grid_of(lines: Sequence[Line], columns: int) -> Grid:
    """补齐、裁齐到 *columns* 列，再定归并。"""
    rows = tuple((*line.cells, *([Source(())] * columns))[:columns] for line in lines)
    homes: list[tuple[tuple[int, int], ...]] = []
    for r, row in enumerate(rows):
        found: list[tuple[int, int]] = []
        for c, cell in enumerate(row):
            if cell.merge == "←" and c:
                found.append(found[c - 1])
            elif cell.merge == "↑" and r:
                found.append(homes[r - 1][c])
            else:
                found.append((r, c))
        homes.append(tuple(found))
    return Grid(rows, tuple(homes))


def _cells(
    grid: Grid, r: int, line: Line, widths: Sequence[int], layout: Layout, filler: Filler
) -> Iterator[cells.Made]:
    """一行的各格。"""
    c = 0
    while c < len(widths):
        span = grid.span(r, c)
        if grid.follows(r, c):
            yield cells.Made(Cell((Paragraph(layout.cell),), span, "continue"))
        else:
            merge = "restart" if grid.opens(r, c) else ""
            place = cells.Place(span, sum(widths[c : c + span]), merge, line.header)
            inline = grid.cells[r][c].inline
            yield cells.make(inline, place, line.record, layout, filler)
        c += span
