"""填写项里自动算的、文书校验、正文里的条件：都是算式，都从这里算。

没填的不出错：算不出来的值是 ``None``，校验是“还说不准”，条件当作不成立。
浏览器里照此再写一份（``web/lib/office/expr.js``），两边逐字逐句同样的结果。
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from jianjia.formula import functions, numbers, syntax
from jianjia.formula.numbers import Dec, Number
from jianjia.formula.run import run
from jianjia.formula.syntax import Node, Unreadable
from jianjia.model import Column, FieldSpec
from jianjia.office.values import TABULAR, clean, is_missing
from jianjia.registers import Bands, Check

State = Literal["pass", "fail", "unknown", "manual"]
"""通过、没通过、还没填全说不准、没有算式要人来核。"""

OWN = "_own"
"""值里的这个键列出自动算的、但由人改写了的那些键；它们照写的算。"""

_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\Z")
_COMMA = re.compile("[,，](?=[0-9]{3})")
_WIDE = str.maketrans("０１２３４５６７８９．－", "0123456789.-")
_TEXTS = ("文本", "多行文本", "单选", "时间")
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Verdict:
    """一条校验的结果。"""

    id: str
    level: str
    state: State
    says: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """算式本身的毛病：哪个填写项的、什么毛病、算式的第几个字。"""

    key: str
    message: str
    column: int = 1


class Engine:
    """算式的算法，连同名额档次。"""

    def __init__(self, bands: Bands) -> None:
        self.table = functions.tables(bands)

    def derive(self, specs: Iterable[FieldSpec], values: Mapping[str, Any]) -> dict[str, Any]:
        """原来的值，加上自动算的；算不出来的是 ``None``。

        自动算的键原来有值也不算数，除非列在 :data:`OWN` 里。
        """
        known = by_key(specs)
        full = self.full(known, values)
        made = {key: shown(full.get(key)) for key, spec in known.items() if spec.derive}
        return {**values, **made}

    def check(
        self,
        checks: Iterable[Check],
        values: Mapping[str, Any],
        specs: Iterable[FieldSpec] = (),
    ) -> list[Verdict]:
        """逐条校验。给了 *specs* 的，值先按填写项的类型认，没算的也算好。"""
        scope = self.full(by_key(specs), values)
        return [
            Verdict(c.id, c.level, self._state(c.expr, scope), c.says, tuple(c.keys))
            for c in checks
        ]

    def evaluate(
        self, expr: str, values: Mapping[str, Any], specs: Iterable[FieldSpec] = ()
    ) -> bool:
        """条件成不成立；算不出来的不成立。给 ``office.filled`` 用。"""
        return self.result(expr, values, specs) is True

    def result(self, expr: str, values: Mapping[str, Any], specs: Iterable[FieldSpec] = ()) -> Any:
        """一个算式的结果（文字、整数、真假、列表）；算不出来是 ``None``。"""
        return shown(self.value(expr, self.full(by_key(specs), values).get))

    def condition(
        self, specs: Iterable[FieldSpec], values: Mapping[str, Any]
    ) -> Callable[[str, Mapping[str, Any]], bool]:
        """同一份文书的许多条件：值只认一遍。"""
        scope = self.full(by_key(specs), values)
        return lambda expr, _values: self.value(expr, scope.get) is True

    def value(self, expr: str, scope: Callable[[str], Any]) -> Any:
        try:
            return run(syntax.parse(expr), scope, self.table)
        except Unreadable:
            return None

    def full(self, specs: Mapping[str, FieldSpec], values: Mapping[str, Any]) -> dict[str, Any]:
        """全部的值，带类型，自动算的已经算好：整数、小数、文字、日期、一行行的记录。"""
        solver = _Solver(self, specs, values)
        for key in specs:
            solver.get(key)
        return solver.known

    def _state(self, expr: str, scope: Mapping[str, Any]) -> State:
        if not expr:
            return "manual"
        found = self.value(expr, scope.get)
        return ("pass" if found else "fail") if isinstance(found, bool) else "unknown"


class _Solver:
    """一边算一边记；算式要用别的自动算的，先算那一个。转回自己的算不出来。"""

    def __init__(
        self, engine: Engine, specs: Mapping[str, FieldSpec], values: Mapping[str, Any]
    ) -> None:
        self.engine = engine
        self.specs = specs
        self.busy: set[str] = set()
        self.known = {key: native(v) for key, v in values.items() if key not in specs}
        own = values.get(OWN) or ()
        for key, spec in specs.items():
            found = typed(spec, values.get(key))
            if not spec.derive:
                self.known[key] = blank(spec) if found is None else found
            elif key in own and found is not None:
                self.known[key] = found

    def get(self, key: str) -> Any:
        if key not in self.known and key not in self.busy and key in self.specs:
            spec = self.specs[key]
            self.busy.add(key)
            self.known[key] = typed(spec, self.engine.value(spec.derive, self.get))
        return self.known.get(key)


def by_key(specs: Iterable[FieldSpec]) -> dict[str, FieldSpec]:
    """键 → 填写项；后来的盖过先来的，所以本文书自有的要放在后面。"""
    return {spec.key: spec for spec in specs}


# —— 认类型 ——


def typed(spec: FieldSpec | Column, value: Any) -> Any:
    """一个值按填写项（或一列）的类型来认；认不出来的当没填。"""
    if spec.type in TABULAR:
        rows = value if isinstance(value, list | tuple) else ()
        columns = getattr(spec, "columns", ())
        found = [made for row in rows if (made := _row(columns, row))]
        return found or None
    if isinstance(value, Dec):
        value = numbers.plain(value)
    if isinstance(value, bool | list | tuple | Mapping) or is_missing(value):
        return None
    text = clean(str(value)).strip()
    if spec.type in {"整数", "小数", "金额"}:
        return _number(text, spec.type)
    return _date(text) if spec.type == "日期" else text or None


def blank(spec: FieldSpec) -> Any:
    """选填而没填的：文字当作空，表当作没有一行；数和日期还是算不出来。"""
    if spec.required or spec.type in {"整数", "小数", "金额", "日期"}:
        return None
    return [] if spec.type in TABULAR else ""


def _row(columns: Sequence[Column], row: Any) -> dict[str, Any]:
    """一行；没写字的格子是空文字，没填的数和日期没有；全空的没有这一行。"""
    if not isinstance(row, Mapping):
        row = {columns[0].key: row} if columns else {}
    out: dict[str, Any] = {}
    written = False
    for column in columns:
        found = typed(column, row.get(column.key))
        written = written or found is not None
        if found is not None:
            out[column.key] = found
        elif column.type in _TEXTS:
            out[column.key] = ""
    return out if written else {}


def _number(text: str, kind: str) -> Number | None:
    """全角数字、千分位的逗号都认。"""
    found = numbers.read(_COMMA.sub("", text.translate(_WIDE)))
    if found is None:
        return None
    if kind != "整数":
        return numbers.to_dec(found)
    if isinstance(found, Dec):
        return found.n if found.s == 0 else None
    return found


def _date(text: str) -> str | None:
    m = _DATE.match(text)
    iso = f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}" if m else ""
    return iso if functions.day(iso) else None


def native(value: Any) -> Any:
    """没有登记的值照它自己的样子认。"""
    if isinstance(value, float):
        return int(value) if value.is_integer() else numbers.read(repr(value))
    if isinstance(value, Mapping):
        return {key: native(v) for key, v in value.items()}
    if isinstance(value, list | tuple) and not isinstance(value, Dec):
        return [native(v) for v in value]
    return value


def shown(value: Any) -> Any:
    """带类型的值 → 能存、能印的：小数写成文字。"""
    if isinstance(value, Dec):
        return numbers.plain(value)
    if isinstance(value, list):
        return [shown(v) for v in value]
    return {key: shown(v) for key, v in value.items()} if isinstance(value, dict) else value


# —— 算式本身有没有毛病 ——


def faults(specs: Iterable[FieldSpec], others: Mapping[str, str] = _NONE) -> list[Fault]:
    """读不懂、变量没登记、函数不认识、转圈的。*others* 是别的算式：名称 → 算式。"""
    known = by_key(specs)
    formulas = {key: spec.derive for key, spec in known.items() if spec.derive}
    out = []
    nodes: dict[str, Node] = {}
    for key, text in {**formulas, **others}.items():
        try:
            nodes[key] = syntax.parse(text)
        except Unreadable as error:
            out.append(Fault(key, str(error), error.column))
            continue
        out += [Fault(key, message) for message in _unknown(nodes[key], known)]
    uses = {key: set(syntax.names(nodes[key])) for key in formulas if key in nodes}
    return out + [Fault(key, "算来算去要用到自己") for key in _circular(uses)]


def _unknown(node: Node, known: Mapping[str, FieldSpec]) -> Iterator[str]:
    for name in dict.fromkeys(syntax.names(node)):
        if name not in known:
            yield f"没有键为“{name}”的填写项"
    for name, count in dict.fromkeys(syntax.calls(node)):
        if name not in functions.KINDS:
            yield f"没有“{name}”这个函数"
            continue
        least, most = functions.arity(functions.KINDS[name])
        if not least <= count <= most:
            yield f"“{name}”的参数个数不对"


def _circular(uses: Mapping[str, set[str]]) -> list[str]:
    """要用到自己的键。"""
    out = []
    for start in uses:
        seen: set[str] = set()
        todo = list(uses[start])
        while todo:
            key = todo.pop()
            if key not in seen:
                seen.add(key)
                todo += uses.get(key, ())
        if start in seen:
            out.append(start)
    return out
