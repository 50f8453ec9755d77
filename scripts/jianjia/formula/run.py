"""照着语法树算。算不出来的是 ``None``，从不出错。

“没填”和“算不出来”是一回事，照 CEL 的规矩传开：加减乘除碰到它就没有结果；
“而且”有一边是假就是假，“或者”有一边是真就是真，另一边没填也不要紧。
"""

from collections.abc import Callable, Mapping
from typing import Any

from jianjia.formula import functions, numbers
from jianjia.formula.functions import Function
from jianjia.formula.numbers import is_number
from jianjia.formula.syntax import MACROS, Node

Table = Mapping[str, tuple[str, Function]]
"""函数名 → （参数的种类，函数）。"""
Scope = Callable[[str], Any]
"""变量名 → 值；没有的是 ``None``。"""
LONGEST = 100_000
"""文字、列表最长。"""


def run(node: Node, scope: Scope, table: Table) -> Any:
    if isinstance(node, str):
        return scope(node)
    if not isinstance(node, tuple):
        return node
    op = node[0]
    if op in MACROS:
        return _each(node, scope, table)
    if op in {"and", "or"}:
        return _logic(op == "or", node, scope, table)
    if op == "if":
        test = run(node[1], scope, table)
        return run(node[2 if test else 3], scope, table) if isinstance(test, bool) else None
    if op == "s":
        return node[1]
    if op == "num":
        return numbers.read(node[1])
    if op in {"get", "has"}:
        row = run(node[1], scope, table)
        found = row.get(node[2]) if isinstance(row, Mapping) else None
        return found if op == "get" else isinstance(row, Mapping) and found not in (None, "")
    values = [run(child, scope, table) for child in node[2 if op == "call" else 1 :]]
    if None in values:
        return None
    if op == "list":
        return values
    if op == "call":
        kinds, function = table.get(node[1], ("", None))
        return function(*values) if function and functions.accepts(kinds, values) else None
    return _operate(op, *values)


def _logic(want: bool, node: tuple[Any, ...], scope: Scope, table: Table) -> Any:
    """*want* 是“有它就定了”的那个值。"""
    left = run(node[1], scope, table)
    if left is want:
        return want
    right = run(node[2], scope, table)
    if right is want:
        return want
    return (not want) if isinstance(left, bool) and isinstance(right, bool) else None


def _each(node: tuple[Any, ...], scope: Scope, table: Table) -> Any:
    """逐个看：在原来的变量之外，添一个临时的名字。"""
    op, name, body = node[0], node[2], node[3]
    values = run(node[1], scope, table)
    if not isinstance(values, list):
        return None

    def one(value: Any) -> Any:
        return run(body, lambda key: value if key == name else scope(key), table)

    found = [one(value) for value in values]
    if op == "map":
        return None if None in found else found
    if op in {"all", "exists"}:
        want = op == "exists"
        if want in [x for x in found if isinstance(x, bool)]:
            return want
        return (not want) if all(isinstance(x, bool) for x in found) else None
    if not all(isinstance(x, bool) for x in found):
        return None
    kept = [value for value, keep in zip(values, found, strict=True) if keep]
    return kept if op == "filter" else len(kept) == 1


def _operate(op: str, a: Any, b: Any = None) -> Any:
    if op == "not":
        return (not a) if isinstance(a, bool) else None
    if op == "neg":
        return numbers.multiply(a, -1) if is_number(a) else None
    if op in {"==", "!="}:
        return functions.same(a, b) == (op == "==")
    if op == "in":
        return any(functions.same(a, x) for x in b) if isinstance(b, list) else None
    if op == "at":
        inside = isinstance(a, list) and numbers.is_int(b) and 0 <= b < len(a)
        return a[b] if inside else None
    if op in {"<", "<=", ">", ">="}:
        return _ordered(op, a, b)
    if is_number(a) and is_number(b):
        return _calculate(op, a, b)
    if op == "+" and type(a) is type(b) and isinstance(a, str | list):
        return a + b if len(a) + len(b) <= LONGEST else None
    return None


def _ordered(op: str, a: Any, b: Any) -> bool | None:
    order: int | None = None
    if is_number(a) and is_number(b):
        order = numbers.compare(a, b)
    elif type(a) is type(b) and isinstance(a, str | bool):
        order = (a > b) - (a < b)
    if order is None:
        return None
    return {"<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0}[op]


def _calculate(op: str, a: numbers.Number, b: numbers.Number) -> numbers.Number | None:
    if op in {"+", "-"}:
        return numbers.add(a, b, 1 if op == "+" else -1)
    if op == "*":
        return numbers.multiply(a, b)
    return numbers.divide(a, b) if op == "/" else numbers.remainder(a, b)
