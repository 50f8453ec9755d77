"""Markdown → 带行号的块。唯一的解析器；它从不报错，看不懂的原样留着，由规则去说。

分块的规矩与网站所用的 Python-Markdown 一致：列表前要空一行，子项缩进 4 格。
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from jianjia import yamlio
from jianjia.yamlio import Document, Problem


@dataclass(frozen=True, slots=True)
class Block:
    """一块正文；``line`` 是第一行的行号（从 1 数起）。"""

    line: int
    lines: tuple[str, ...]

    @property
    def source(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Heading(Block):
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    @property
    def text(self) -> str:
        """拼成一行；中文换行不加空格。"""
        return "".join(line.strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class Quote(Block):
    @property
    def inner(self) -> tuple[tuple[int, str], ...]:
        """去掉 ``>`` 的各行，连同行号。"""
        return tuple(
            (self.line + i, re.sub(r"^\s*>\s?", "", text)) for i, text in enumerate(self.lines)
        )


class Row(NamedTuple):
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table(Block):
    """``widths`` 是分隔行里各列短横的个数，当作列宽的比例。"""

    header: Row
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


class ListItem(NamedTuple):
    """列表的一项；``box`` 是方框里的字（没有方框为 ``None``）。"""

    line: int
    marker: str
    box: str | None
    text: str
    children: tuple["ListItem", ...] = ()
    strays: tuple[tuple[int, str], ...] = ()
    """项里看不懂的行：缩进不对的子项等。"""


@dataclass(frozen=True, slots=True)
class Listing(Block):
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Fence(Block):
    info: str
    closed: bool

    @property
    def body(self) -> tuple[str, ...]:
        return self.lines[1:-1] if self.closed else self.lines[1:]


@dataclass(frozen=True, slots=True)
class Comment(Block):
    @property
    def text(self) -> str:
        return self.source.strip().removeprefix("<!--").removesuffix("-->").strip()


@dataclass(frozen=True, slots=True)
class Html(Block):
    pass


@dataclass(frozen=True, slots=True)
class Rule(Block):
    """分隔线 ``---``。"""


@dataclass(frozen=True, slots=True)
class Admonition(Block):
    """``!!! note "标题"`` 和它缩进的内容。"""


@dataclass(frozen=True, slots=True)
class Outline:
    """一个文件：路径、全文、开头的键值、正文各块。"""

    path: str
    text: str
    """换行统一成 ``\\n``、去掉 BOM 以后的全文；行列都按它数。"""
    front: Document
    body_line: int
    """正文第一行的行号。"""
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = field(default=())
    raw: str = ""
    """文件里原来的样子。"""
    rows: tuple[str, ...] = ()
    """全文各行。"""

    @property
    def lines(self) -> list[str]:
        return list(self.rows)

    def column(self, line: int, token: str) -> int:
        """*token* 在那一行的第几列；找不到算第 1 列。"""
        if token and 0 < line <= len(self.rows):
            return max(self.rows[line - 1].find(token), 0) + 1
        return 1

    @property
    def body_place(self) -> int:
        """说整篇正文的毛病时指哪一行：正文第一行；没有正文的，最后一行。"""
        return min(self.body_line, len(self.rows))


_NO_FRONT = Document(None, {}, ())
_OPEN = re.compile(r"---[ \t]*\Z")
_CLOSE = re.compile(r"(?:---|\.\.\.)[ \t]*\Z")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*\Z")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(.*)\Z")
_LIST = re.compile(r"( *)([-*+]|\d+[.)])[ \t]+(?:\[([ xX])\][ \t]+)?(.*)\Z")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})[ \t]*\Z")
_DELIM = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?|===)[ \t]+\S")
_HTML = re.compile(r"</?[A-Za-z]")
_MARKS = frozenset("#`~<>-*+_=!? 0123456789")
"""别的块都以这些字符开头（表格看竖线）；别的字开头的就是段落，不必一种一种地试。"""


def parse(path: str, text: str) -> Outline:
    """把一个文件切成块。"""
    raw = text
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    front, start, problems = _front(lines)
    blocks = tuple(_blocks(lines[start:], start + 1))
    return Outline(
        path, text, front, start + 1, blocks, (*problems, *front.problems), raw, tuple(lines)
    )


def _front(lines: list[str]) -> tuple[Document, int, tuple[Problem, ...]]:
    """文件开头两行 ``---`` 之间的键值；返回正文从第几行（从 0 数）开始。"""
    if not lines or not _OPEN.match(lines[0]):
        first = next((i for i, line in enumerate(lines) if line.strip()), 0)
        if first and _OPEN.match(lines[first]):
            problem = Problem(first + 1, 1, "FM005", "“---”必须是文件的第一行，请删掉它前面的空行")
            return _NO_FRONT, first, (problem,)
        return _NO_FRONT, 0, ()
    for i in range(1, len(lines)):
        if _CLOSE.match(lines[i]):
            return yamlio.load("\n".join(lines[1:i]), 2), i + 1, ()
    problem = Problem(1, 1, "FM006", "开头的“---”没有结束，请在键值后面再写一行“---”")
    return _NO_FRONT, 1, (problem,)


def _blocks(lines: list[str], first: int) -> Iterator[Block]:
    i, end = 0, len(lines)
    while i < end:
        line = lines[i]
        if not line.strip():
            i += 1
            continue
        simple = line[0] not in _MARKS and "|" not in line
        stop, make = (_paragraph if simple else _block)(lines, i, first + i)
        yield make
        i = max(stop, i + 1)


def _block(lines: list[str], i: int, number: int) -> tuple[int, Block]:
    """从第 *i* 行开始的一块，和它之后的行号。"""
    line = lines[i]
    first = line[0]
    if first == "#" and (m := _HEADING.match(line)):
        return i + 1, Heading(number, (line,), len(m[1]), m[2] or "")
    if first in "`~" and (m := _FENCE.match(line)):
        return _fence(lines, i, number, m)
    if line.startswith("<!--"):
        stop = _until(lines, i, lambda text: "-->" in text)
        return stop, Comment(number, tuple(lines[i:stop]))
    if first == ">":
        stop = i
        while stop < len(lines) and lines[stop].startswith(">"):
            stop += 1
        return stop, Quote(number, tuple(lines[i:stop]))
    if "|" in line and _starts_table(lines, i):
        return _table(lines, i, number)
    if first in "-*+ 0123456789" and not line.startswith("    ") and _LIST.match(line):
        return _listing(lines, i, number)
    if first in "-*_" and _RULE.match(line):
        return i + 1, Rule(number, (line,))
    if first in "!?=" and _ADMONITION.match(line):
        stop = i + 1
        while stop < len(lines) and (not lines[stop].strip() or lines[stop].startswith("    ")):
            stop += 1
        return stop, Admonition(number, _trim(lines[i:stop]))
    if first == "<" and _HTML.match(line):
        stop = _until(lines, i, lambda text: not text.strip())
        return stop, Html(number, _trim(lines[i:stop]))
    return _paragraph(lines, i, number)


def _starts_table(lines: list[str], i: int) -> bool:
    """这一行有竖线，下一行是分隔行。"""
    if "|" not in lines[i] or i + 1 == len(lines):
        return False
    below = lines[i + 1]
    return "|" in below and "-" in below and bool(_DELIM.match(below))


def _paragraph(lines: list[str], i: int, number: int) -> tuple[int, Block]:
    stop = i + 1
    while stop < len(lines):
        text = lines[stop]
        if not text.strip() or text[0] == ">":
            break
        if text[0] in "#`~!" and _breaks(text):
            break
        stop += 1
    return stop, Paragraph(number, tuple(lines[i:stop]))


def _breaks(text: str) -> bool:
    """不用空行也能另起一块的。"""
    note = text.startswith("!!!") and _ADMONITION.match(text)
    return bool(note or _HEADING.match(text) or _FENCE.match(text))


def _until(lines: list[str], i: int, done: Callable[[str], bool]) -> int:
    """第一处满足 *done* 的行之后。"""
    for j in range(i, len(lines)):
        if done(lines[j]):
            return j + 1
    return len(lines)


def _trim(lines: list[str]) -> tuple[str, ...]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return tuple(lines)


def _fence(lines: list[str], i: int, number: int, m: re.Match[str]) -> tuple[int, Block]:
    for j in range(i + 1, len(lines)):
        text = lines[j].strip()
        if text.startswith(m[1]) and not text.strip(m[1][0]):
            return j + 1, Fence(number, tuple(lines[i : j + 1]), m[2].strip(), True)
    return len(lines), Fence(number, tuple(lines[i:]), m[2].strip(), False)


def cells(line: str) -> tuple[str, ...]:
    """表格一行的各格；``\\|`` 是竖线本身。"""
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    if "\\" not in inner:
        return tuple([cell.strip() for cell in inner.split("|")])
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner))


def _table(lines: list[str], i: int, number: int) -> tuple[int, Block]:
    stop = i + 2
    while stop < len(lines) and lines[stop].strip() and "|" in lines[stop]:
        stop += 1
    widths = tuple(cell.count("-") for cell in cells(lines[i + 1]))
    rows = tuple(Row(number + j - i, cells(lines[j])) for j in range(i + 2, stop))
    return stop, Table(number, tuple(lines[i:stop]), Row(number, cells(lines[i])), widths, rows)


class _Draft:
    """还没写完的列表项；子项、看不懂的行有了才建。"""

    __slots__ = ("box", "children", "line", "marker", "strays", "text")

    def __init__(self, line: int, marker: str, box: str | None, text: str) -> None:
        self.line, self.marker, self.box, self.text = line, marker, box, text
        self.children: list[_Draft] | None = None
        self.strays: list[tuple[int, str]] | None = None

    def done(self) -> ListItem:
        children = tuple([child.done() for child in self.children]) if self.children else ()
        strays = tuple(self.strays) if self.strays else ()
        return ListItem(self.line, self.marker, self.box, self.text, children, strays)


def _item(line: str) -> tuple[int, str, str | None, str] | None:
    """列表的一行：（缩进，记号，方框里的字，文字）。最常见的两种写法不用正则。"""
    if line[:2] == "- ":
        indent, body = 0, line[2:]
    elif line[:6] == "    - ":
        indent, body = 4, line[6:]
    else:
        indent, body = 0, ""
    first = body[:1]
    if first == "[" and body[2:4] == "] " and body[1] in " xX":
        return indent, "-", body[1], body[4:].lstrip(" \t")
    if first not in _UNUSUAL:
        return indent, "-", None, body
    m = _LIST.match(line)
    return (m.end(1), m[2], m[3], m[4]) if m else None


_UNUSUAL = frozenset({"", " ", "\t", "["})


def _ends_list(line: str) -> bool:
    return _breaks(line) or line.startswith((">", "<!--"))


def _listing(lines: list[str], i: int, number: int) -> tuple[int, Block]:
    """列表。子项缩进 4 格一级；别的缩进网站不认，记为看不懂的行。"""
    top: list[_Draft] = []
    path: list[_Draft] = []
    stop, end, blank = i, len(lines), False
    while stop < end:
        line = lines[stop]
        found = _item(line)
        if found is not None:
            indent, marker, box, text = found
            if path and indent % 4:
                path[0].strays = [*(path[0].strays or ()), (number + stop - i, line)]
            if not path or indent == 0 or indent >= 4:
                draft = _Draft(number + stop - i, marker, box, text)
                del path[indent // 4 :]
                if not path:
                    top.append(draft)
                elif path[-1].children is None:
                    path[-1].children = [draft]
                else:
                    path[-1].children.append(draft)
                path.append(draft)
        elif not line.strip():
            blank = True
            stop += 1
            continue
        elif (blank and not line.startswith("    ")) or (line[0] in "#`~><!" and _ends_list(line)):
            break
        elif path:
            path[-1].text += "\n" + line.strip() if blank else line.strip()
        blank = False
        stop += 1
    while stop > i and not lines[stop - 1].strip():
        stop -= 1
    return stop, Listing(number, tuple(lines[i:stop]), tuple([draft.done() for draft in top]))
