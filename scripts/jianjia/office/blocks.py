"""版面块：一份 Word 文件里有什么、各在哪里。只有段落和表格两种，全部只读，可以原样写成 JSON。

长度的单位：页面、列宽、行高用缇（1/20 磅）；缩进用百分之一字，一个字多宽由版面的 ``char`` 决定。
"""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Run:
    """同样样子的一串字。

    ``text`` 里的换行是段内换行，制表符是制表位；``style`` 是字符样式：
    ``Field`` 待填、``Hei`` 黑体、``Kai`` 楷体，空为随段落。
    """

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """一段。``keep`` 与下段同页；``fresh`` 另起一页；``ragged`` 右边不撑齐；缩进为零的随样式；
    ``note`` 不空的，这一段旁边有批注，印在右边一栏。
    """

    style: str
    runs: tuple[Run, ...] = ()
    left: int = 0
    hanging: int = 0
    right: int = 0
    keep: bool = False
    fresh: bool = False
    ragged: bool = False
    note: str = ""
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Cell:
    """一格。``span`` 横跨几列；``merge``：``restart`` 起头、``continue`` 并入上格；
    ``align`` 是上下位置：``top``、``center``、``bottom``。
    """

    paragraphs: tuple[Paragraph, ...]
    span: int = 1
    merge: str = ""
    align: str = "center"


@dataclass(frozen=True, slots=True)
class Row:
    """一行。``height`` 是最小行高；``header`` 跨页重复；``split`` 允许跨页断开。"""

    cells: tuple[Cell, ...]
    height: int
    header: bool = False
    split: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """一张表。``style`` 是表的样式：``Grid`` 外粗内细，``Margin`` 左边条文、右边批注。"""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    style: str = "Grid"
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Sheet:
    """版面：纸张、页边和页码。

    ``footer``：``official`` 单双页分列两边，``letter`` 同上而首页不印，``centre`` 居中，空为不印。
    ``grid`` 是每行占多高（写进文档网格），零为没有网格；``sample`` 在每页右上角印“示例”，
    ``draft`` 印“草稿”（有“示例”的只印“示例”）；
    ``gutter`` 不是零的，左右各印一份，中间空这么宽、画一道线，印好裁成两张。
    """

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    footer_distance: int
    footer: str
    char: int
    grid: int = 0
    sample: bool = False
    draft: bool = False
    gutter: int = 0

    @property
    def measure(self) -> int:
        """版心宽；左右各印一份的，是一份的宽。"""
        whole = self.width - self.left - self.right
        return (whole - self.gutter) // 2 if self.gutter else whole

    @property
    def landscape(self) -> bool:
        return self.width > self.height


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Flow:
    """一份文件：版面和依次排下来的块。"""

    sheet: Sheet
    blocks: tuple[Block, ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def merged(runs: tuple[Run, ...] | list[Run]) -> tuple[Run, ...]:
    """相邻、样子相同的合成一串，空的去掉。"""
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if out and out[-1].style == run.style:
            out[-1] = Run(out[-1].text + run.text, run.style)
        else:
            out.append(run)
    return tuple(out)


def text_of(runs: tuple[Run, ...] | list[Run]) -> str:
    return "".join(run.text for run in runs)


def lines_of(runs: tuple[Run, ...] | list[Run]) -> list[tuple[Run, ...]]:
    """按换行拆开；空行去掉。"""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for i, piece in enumerate(run.text.split("\n")):
            if i:
                lines.append([])
            lines[-1].append(Run(piece, run.style))
    return [merged(line) for line in lines if text_of(line).strip()]


def width(text: str) -> int:
    """占几个半字：半角字符一个，其余两个。"""
    return sum(1 if char <= "\x7f" else 2 for char in text)
