"""算式的文字 → 语法树。

树的一节是下面几种之一，全部能原样写成 JSON：整数、真假；字符串是变量名；
``("s", 文字)``、``("num", "0.02")``、``("list", …)``、``("get", 甲, 名称)``、``("at", 甲, 下标)``、
``("has", 甲, 名称)``、``("call", 函数名, …)``、``("filter", 表, 变量, 条件)``（map、all、exists 同）、
``("if", 条件, 甲, 乙)``、``("and", 甲, 乙)``、``("not", 甲)``、``("+", 甲, 乙)`` 等等。
"""

import functools
import re
from collections.abc import Iterator
from typing import Any

Node = int | bool | str | tuple[Any, ...]

MACROS = ("filter", "map", "all", "exists", "exists_one")
"""逐个看的：第二个参数是变量名。"""
METHODS = ("size", "contains", "startsWith", "endsWith", "split", "join")
"""可以写成“甲.名称(乙)”的函数。"""
DEEPEST = 50
LONGEST = 2000

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<num>\d+\.\d+|\d+)
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<name>[A-Za-z_]\w*)
    |(?P<op>==|!=|<=|>=|&&|\|\||[-+*/%<>!?:()\[\],.])
    )""",
    re.X | re.A,
)
_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\", "'": "'", '"': '"'}
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.S)
_LEVELS = (("||",), ("&&",), ("==", "!=", "<", "<=", ">", ">=", "in"), ("+", "-"), ("*", "/", "%"))
"""双目运算，松的在前。"""
_LOGIC = {"||": "or", "&&": "and"}


class Unreadable(ValueError):
    """读不懂的算式；*column* 从 1 数起。"""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """读不懂就抛 :class:`Unreadable`。"""
    if len(text) > LONGEST:
        raise Unreadable(f"算式太长，最多 {LONGEST} 个字", LONGEST)
    reader = _Reader(text)
    node = reader.ternary()
    if reader.kind:
        raise reader.fault(f"多出了“{reader.word}”")
    return node


def names(node: Node, bound: frozenset[str] = frozenset()) -> Iterator[str]:
    """算式里用到的变量，不含逐个看时临时起的名字。"""
    if isinstance(node, str):
        if node not in bound:
            yield node
    elif isinstance(node, tuple):
        op = node[0]
        if op in MACROS:
            yield from names(node[1], bound)
            yield from names(node[3], bound | {node[2]})
        elif op not in {"s", "num"}:
            children = node[2:] if op == "call" else node[1:2] if op in {"get", "has"} else node[1:]
            for child in children:
                yield from names(child, bound)


def calls(node: Node) -> Iterator[tuple[str, int]]:
    """用到的函数：名称、几个参数。"""
    if isinstance(node, tuple) and node[0] not in {"s", "num"}:
        if node[0] == "call":
            yield node[1], len(node) - 2
        for child in node[1:]:
            yield from calls(child)


class _Reader:
    """从左往右读；``kind`` 为空是读完了。"""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.start = 0
        self.kind = ""
        self.word = ""
        self.depth = 0
        self.next()

    def next(self) -> None:
        m = _TOKEN.match(self.text, self.at)
        if m:
            self.kind = str(m.lastgroup)
            self.word = m[self.kind]
            self.start, self.at = m.start(self.kind), m.end()
            return
        rest = self.text[self.at :].lstrip()
        self.start = len(self.text) - len(rest)
        if rest:
            raise self.fault(f"不认识“{rest[0]}”")
        self.kind = self.word = ""

    def fault(self, message: str) -> Unreadable:
        return Unreadable(message, self.start + 1)

    def take(self, *words: str) -> str:
        """现在是其中一个就拿走，返回它；不是返回空。"""
        word = self.word
        if self.kind not in {"op", "name"} or word not in words:
            return ""
        self.next()
        return word

    def need(self, word: str) -> None:
        if not self.take(word):
            raise self.fault(f"这里应当是“{word}”，写的是“{self.word or '结尾'}”")

    def ternary(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.fault("括号套得太深")
        node = self.binary(0)
        if self.take("?"):
            then = self.ternary()
            self.need(":")
            node = ("if", node, then, self.ternary())
        self.depth -= 1
        return node

    def binary(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self.unary()
        node = self.binary(level + 1)
        while op := self.take(*_LEVELS[level]):
            node = (_LOGIC.get(op, op), node, self.binary(level + 1))
        return node

    def unary(self) -> Node:
        signs = ""
        while sign := self.take("!", "-"):
            signs = sign + signs
        node = self.member()
        for sign in signs:
            if sign == "-" and type(node) is int:
                node = -node
            else:
                node = ("not" if sign == "!" else "neg", node)
        return node

    def member(self) -> Node:
        node = self.primary()
        while True:
            if self.take("["):
                node = ("at", node, self.ternary())
                self.need("]")
            elif self.take("."):
                name = self.identifier()
                node = self.method(node, name) if self.take("(") else ("get", node, name)
            else:
                return node

    def method(self, node: Node, name: str) -> Node:
        if name in MACROS:
            variable = self.identifier()
            self.need(",")
            body = self.ternary()
            self.need(")")
            return name, node, variable, body
        if name not in METHODS:
            raise self.fault(f"不认识“.{name}()”")
        return ("call", name, node, *self.arguments(")"))

    def primary(self) -> Node:
        kind, word = self.kind, self.word
        if kind == "num":
            if not re.fullmatch(r"\d{1,15}(\.\d{1,6})?", word, re.A):
                raise self.fault("数太长：整数部分最多 15 位，小数最多 6 位")
            self.next()
            return ("num", word) if "." in word else int(word)
        if kind == "text":
            text = self.unescaped(word[1:-1])
            self.next()
            return "s", text
        if self.take("("):
            node = self.ternary()
            self.need(")")
            return node
        if self.take("["):
            return ("list", *self.arguments("]"))
        if kind != "name" or word == "in":
            raise self.fault(f"这里少了一个值，写的是“{word or '结尾'}”")
        self.next()
        if word in {"true", "false"}:
            return word == "true"
        if not self.take("("):
            return word
        inside = self.arguments(")")
        if word != "has":
            return ("call", word, *inside)
        if len(inside) == 1 and isinstance(inside[0], tuple) and inside[0][0] == "get":
            return ("has", *inside[0][1:])
        raise self.fault("has() 里要写“甲.名称”")

    def arguments(self, close: str) -> tuple[Node, ...]:
        out: list[Node] = []
        while not self.take(close):
            if out:
                self.need(",")
            out.append(self.ternary())
        return tuple(out)

    def identifier(self) -> str:
        word = self.word
        if self.kind != "name":
            raise self.fault(f"这里应当是名称，写的是“{word or '结尾'}”")
        self.next()
        return word

    def unescaped(self, text: str) -> str:
        def one(m: re.Match[str]) -> str:
            code = m[1]
            if code[0] == "u" and len(code) == 5:
                return chr(int(code[1:], 16))
            if code not in _ESCAPES:
                raise self.fault(f"不认识“\\{code}”")
            return _ESCAPES[code]

        return _ESCAPE.sub(one, text)
