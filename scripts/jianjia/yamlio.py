"""读 YAML：只认一种明白无误的写法，并记住每个值在第几行第几列。

PyYAML 按 YAML 1.1 把 ``no``、``012``、``1:30``、``2026-01-05`` 悄悄变成别的东西，还允许重复的键。
这里只把 ``true/false``、十进制数和空值当作特殊值，其余一律是文字；重复的键、别名和标签都算错。
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

Loc = tuple[str | int, ...]
"""值的位置：键名和序号一路下去，例如 ``("articles", 3, "says")``。"""

MAX_DEPTH = 20
"""再深就不是给人写的了；顺便挡住恶意嵌套。"""

_DROPPED = object()
"""读不得的值：丢掉，只留下毛病。"""

_PLAIN_TAGS = tuple(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value")
)
"""YAML 自己推出来的标签；手写的别的标签不认。"""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+\Z")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Problem:
    """读文件时就看得出的毛病；行列都从 1 数起。"""

    line: int
    column: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """一段 YAML：数据、各个值的行列、毛病。读不出来时 ``data`` 是 ``None``。"""

    data: Any
    marks: dict[Loc, tuple[int, int]]
    problems: tuple[Problem, ...]

    def place(self, loc: Loc) -> tuple[int, int]:
        """值的行列；缺了的键就指向它的上一级。"""
        while loc and loc not in self.marks:
            loc = loc[:-1]
        return self.marks.get(loc, (1, 1))


def load(text: str, first_line: int = 1) -> Document:
    """读一段 YAML；*first_line* 是这段文字在文件里的起始行。"""
    return _simple(text, first_line) or _full(text, first_line)


_OPENERS = frozenset("《【“_")
"""汉字、字母、数字以外，开头也不会有歧义的字。"""
_RISKY = re.compile(r"[:#\[\]{}\"']")


class _Unusual(Exception):
    """不是最常见的写法。"""


def _simple(text: str, first_line: int) -> Document | None:
    """最常见的写法——一行一个“键: 值”，值是一句话、一行列表或下面缩进两格的几行——不用请出 PyYAML。

    有一点别的写法就返回 ``None``；认得的，结果和 :func:`_full` 一模一样。
    """
    data: dict[str, Any] = {}
    marks: dict[Loc, tuple[int, int]] = {}
    inner: dict[str, Any] | None = None
    """正在读的下一级；它的键是 *parent*。"""
    parent = ""
    try:
        for number, line in enumerate(text.split("\n"), first_line):
            if not line:
                continue
            key, said = _pair(line)
            if key[:2] == "  " and inner is not None:
                inner[_name(key[2:], inner)] = _safe(said)
                marks[(parent, key[2:])] = (number, 3)
                continue
            if inner == {}:
                return None
            marks.setdefault((), (number, 1))
            marks[(_name(key, data),)] = (number, 1)
            inner = None
            if said:
                data[key], columns = _value(line, said)
                marks.update({(key, i): (number, at) for i, at in enumerate(columns)})
            else:
                data[key] = inner = {}
                parent = key
    except _Unusual:
        return None
    return Document(data, marks, ()) if data and inner != {} else None


def _pair(line: str) -> tuple[str, str]:
    key, colon, said = line.partition(":")
    said = said.rstrip(" ")
    if not colon or (said and said[0] != " ") or not line.isprintable():
        raise _Unusual
    return key, said.lstrip(" ")


def _name(key: str, known: dict[str, Any]) -> str:
    if not key.isidentifier() or key in known:
        raise _Unusual
    return key


def _value(line: str, said: str) -> tuple[Any, list[int]]:
    """一个值；是列表的，连同各项所在的列。"""
    if said[0] == "[":
        return _simple_list(line, said)
    if said[0] != '"':
        return _safe(said), []
    if len(said) < 2 or said[-1] != '"' or '"' in said[1:-1] or "\\" in said:
        raise _Unusual
    return said[1:-1], []


def _safe(said: str) -> Any:
    """不加引号也不会有歧义的值。"""
    if (
        said == ""
        or not (said[0].isalnum() or said[0] in _OPENERS)
        or ": " in said
        or " #" in said
        or said[-1] == ":"
    ):
        raise _Unusual
    return _plain(said)


def _simple_list(line: str, said: str) -> tuple[list[Any], list[int]]:
    """``[甲, 乙]``。"""
    if said[-1] != "]" or _RISKY.search(said, 1, len(said) - 1):
        raise _Unusual
    at = line.index("[") + 1
    values, columns = [], []
    for piece in said[1:-1].split(",") if said != "[]" else ():
        item = piece.strip(" ")
        if not item or not (item[0].isalnum() or item[0] in _OPENERS):
            raise _Unusual
        values.append(_plain(item))
        columns.append(at + len(piece) - len(piece.lstrip(" ")) + 1)
        at += len(piece) + 1
    return values, columns


def _plain(text: str) -> Any:
    """没加引号的一个值：真假、数、空值，此外都是文字。"""
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INT.match(text):
        return int(text) if len(text) < 16 else text
    if _FLOAT.match(text):
        return float(text)
    return text


def _full(text: str, first_line: int) -> Document:
    """什么写法都认得的读法。"""
    shift = first_line - 1
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = _mark(error)
        line = mark.line + 1 if mark else 1
        column = mark.column + 1 if mark else 1
        return Document(None, {}, (Problem(line + shift, column, "FM001", _explain(error)),))
    except yaml.reader.ReaderError as error:
        # 两种读法给的位置一个数字节、一个数字，字本身倒都给。
        bad = error.character if isinstance(error.character, str) else chr(error.character)
        before = text.partition(bad)[0]
        line, column = before.count("\n") + first_line, len(before) - before.rfind("\n")
        said = f"有看不见的控制字符（U+{ord(bad):04X}），请删掉"
        return Document(None, {}, (Problem(line, column, "FM001", said),))
    except (yaml.YAMLError, RecursionError, ValueError):
        return Document(None, {}, (Problem(first_line, 1, "FM001", _PUZZLED),))
    builder = _Builder(shift, text.split("\n") if " #" in text else [])
    data = builder.build(node, (), 0) if node is not None else None
    data = None if data is _DROPPED else data
    return Document(data, builder.marks, tuple(builder.problems))


class _Builder:
    """把 PyYAML 的节点树变成数据，沿途记下行列和毛病。"""

    def __init__(self, shift: int, rows: list[str]) -> None:
        self.shift = shift
        self.rows = rows
        """各行；没有“空格加 #”的不用看，是空的。"""
        self.marks: dict[Loc, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, loc: Loc, depth: int, key: yaml.Node | None = None) -> Any:
        self.marks[loc] = self._at(key or node)
        if id(node) in self.seen:
            # 别名指向的是原来那个节点，行号要取写别名的地方。
            self._problem(key or node, "FM003", "用了别名（*），请把内容直接写出来")
            return node.value if isinstance(node, yaml.ScalarNode) else _DROPPED
        self.seen.add(id(node))
        if not node.tag.startswith(_PLAIN_TAGS):
            self._problem(node, "FM004", f"不认识标签“{node.tag.rpartition(':')[2]}”，请去掉")
            return _DROPPED
        if depth > MAX_DEPTH:
            self._problem(node, "FM001", "嵌套太深")
            return _DROPPED
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc, depth)
        if isinstance(node, yaml.SequenceNode):
            built = [self.build(child, (*loc, i), depth + 1) for i, child in enumerate(node.value)]
            return [value for value in built if value is not _DROPPED]
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101 —— 节点只有这三种
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, loc: Loc, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                self._problem(key_node, "FM001", "键必须是一个词")
                continue
            if key in data:
                first = self.marks[(*loc, key)][0]
                self._problem(key_node, "FM002", f"键“{key}”写了两遍（另一处在第 {first} 行）")
                continue
            value = self.build(value_node, (*loc, key), depth + 1, key_node)
            if value is not _DROPPED:
                data[key] = value
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text: str = node.value
        if node.style in {"'", '"', "|", ">"}:
            return text
        if self.rows:
            self._cut(node)
        return _plain(text)

    def _cut(self, node: yaml.ScalarNode) -> None:
        """值后面跟着“ #字”：多半不是注释，是值被截断了。真的注释，# 后面空一格。"""
        mark = node.end_mark
        rest = self.rows[mark.line][mark.column :] if mark.line < len(self.rows) else ""
        if re.match(r" +#\S", rest):
            line, column = mark.line + 1 + self.shift, mark.column + 1
            lost = rest.strip()
            message = f"“{lost}”被当成注释丢掉了；值里有 # 的要用引号括起来"
            self.problems.append(Problem(line, column, "FM010", message))

    def _at(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + 1 + self.shift, node.start_mark.column + 1

    def _problem(self, node: yaml.Node, code: str, message: str) -> None:
        self.problems.append(Problem(*self._at(node), code, message))


def _mark(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """没配对的括号和引号，指到开头那一处；别的指到出错的地方。"""
    context = error.context or ""
    if error.context_mark and ("flow" in context or "quoted" in context):
        return error.context_mark
    return error.problem_mark or error.context_mark


_PHRASES = (
    ("found unexpected end of stream", "引号没有配对"),
    ("mapping values are not allowed", "冒号后面还有冒号：这一行的值要用引号括起来"),
    ("found character '\\t'", "缩进里有 Tab，请改成空格"),
    ("found character that cannot start", "有不能开头的字符（@、`、Tab 等），请用引号括起来"),
    ("expected ',' or ']'", "方括号 [ ] 没有配对"),
    ("expected ',' or '}'", "花括号 { } 没有配对"),
    ("could not find expected ':'", "少了冒号（要用半角“: ”，后面空一格）"),
    ("expected <block end>", "缩进没有对齐"),
    ("node content", "值不完整（[、{、引号没有写完？）"),
    ("unexpected document", "引号、括号没有写完，就到了 ---"),
    ("tab character", "缩进里有 Tab，请改成空格"),
    ("expected key", "缩进没有对齐，或者这一行不是“键: 值”"),
    ("'-' indicator", "一样的几行要都以“- ”开头，缩进对齐"),
    ("entries are not allowed", "“- ”要另起一行"),
    ("mapping keys are not allowed", "以 ? 开头的值要用引号括起来"),
    ("escape", "双引号里的 \\ 有特殊用处，请改用单引号"),
    ("alphabetic or numeric", "以 *、& 开头的值要用引号括起来"),
    ("indentation indicator", "以 |、> 开头的值要用引号括起来"),
    ("comment or a line break", "以 |、> 开头的值要用引号括起来"),
    ("tag", "以 ! 开头的值要用引号括起来"),
    ("directive", "以 % 开头的行要用引号括起来"),
    ("undefined alias", "以 * 开头的值要用引号括起来"),
    ("expected a single document", "中间多了一行 ---"),
    ("characters are not allowed", "有看不见的控制字符，请删掉"),
)


_PUZZLED = "写法有误，看看引号、括号、缩进、冒号"


def _explain(error: yaml.MarkedYAMLError) -> str:
    """把 PyYAML 的英文报错换成编辑看得懂的一句话。"""
    said = f"{error.context or ''} {error.problem or ''}"
    return next(
        (chinese for english, chinese in _PHRASES if english in said),
        _PUZZLED,
    )
