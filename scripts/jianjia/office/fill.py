"""一行字怎么印：填写项换成内容或待填的标记，条件取一边。"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jianjia.model import Choice, FieldSpec, Inline, Para, Part, Ref, Repeat, TableRow, When
from jianjia.office import values as show
from jianjia.office.blocks import Run

Evaluate = Callable[[str, Mapping[str, Any]], bool]
"""算条件的函数：表达式、全部的值 → 真假。"""

UNDERLINE = "＿＿＿＿"
"""该有内容而没有填。"""
ROOM = "　　　　　　"
"""“名称：”后面留给手写的空。"""
GAP = "　　"
DATE = "　　年　月　日"
OR = "【或】"
"""空白件里两支之间的字。"""
NUMBER = "序号"
DEFAULT_TIMES = 5
MOST_TIMES = 500


def no_evaluate(expr: str, _values: Mapping[str, Any]) -> bool:
    raise ValueError(f"这份文书里有按算式选的内容（{expr}），生成时要给出 evaluate 函数")


@dataclass(frozen=True, slots=True)
class Record:
    """逐行重复时正在印的一行：哪张表、第几行、各列的值。"""

    label: str
    number: int
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """``value`` 为真的是填写项的内容，折行时不拆开。"""

    run: Run
    value: bool = False


@dataclass(frozen=True, slots=True)
class Filler:
    """``values`` 为 ``None`` 是空白件。"""

    specs: Mapping[str, FieldSpec]
    values: Mapping[str, Any] | None = None
    evaluate: Evaluate = no_evaluate

    def runs(
        self,
        inline: Inline,
        *,
        hand: bool = False,
        room: str = "",
        record: Record | None = None,
    ) -> list[Run]:
        return [piece.run for piece in self.pieces(inline, hand=hand, room=room, record=record)]

    def pieces(
        self,
        inline: Inline,
        *,
        hand: bool = False,
        room: str = "",
        record: Record | None = None,
    ) -> list[Piece]:
        """*hand* 为真的地方（表格、落款）没有内容的，日期和冒号后面留空手填，别的标出缺什么；
        *room* 不空的一律照它留空。
        """
        out: list[Piece] = []
        for item in self._chosen(inline, record):
            if isinstance(item, str):
                out.append(Piece(Run(item)))
            elif said := self.said(item, record):
                out.append(Piece(Run(said), True))
            elif hand and self.type_of(item) == "日期":
                out.append(Piece(Run(DATE), True))
            elif room or (hand and out and _asks(out[-1].run.text)):
                out.append(Piece(Run(room or ROOM), True))
            elif hand and record:
                out.append(Piece(Run(GAP), True))
            elif self.values is None:
                out.append(Piece(Run(f"【{_name(item)}】", "Field"), True))
            else:
                out.append(Piece(Run(UNDERLINE), True))
        return out

    def _chosen(self, inline: Inline, record: Record | None) -> Iterator[str | Ref]:
        """条件取一边；空白件两边都印，让人划去一边。"""
        for item in inline:
            if isinstance(item, When):
                if self.values is not None:
                    branch = item.then if self.holds(item.test, record) else item.other
                    yield from self._chosen(branch, record)
                else:
                    yield from self._chosen(item.then, record)
                    if item.then and item.other:
                        yield "／"
                    yield from self._chosen(item.other, record)
            elif not isinstance(item, Repeat):
                yield item

    def parts(self, parts: Iterable[Part]) -> Iterator[Part]:
        """整段的条件取一支；空白件两支都印，中间写“或”，让人划去一支。"""
        for part in parts:
            if not isinstance(part, Choice):
                yield part
            elif self.values is not None:
                yield from self.parts(part.then if self.holds(part.test) else part.other)
            else:
                yield from self.parts(part.then)
                if part.then and part.other:
                    yield Para(part.line, (OR,))
                yield from self.parts(part.other)

    def rows(self, rows: Iterable[TableRow]) -> list[TableRow]:
        """合了条件的表格行；空白件全印。"""
        return [r for r in rows if not r.test or self.values is None or self.holds(r.test)]

    def holds(self, test: str, record: Record | None = None) -> bool:
        """条件成不成立：填写项看填了没有，算式交给 ``evaluate``。"""
        if test.startswith("="):
            return self.evaluate(test[1:].strip(), self.values or {})
        label, _, column = test.partition(".")
        return self.said(Ref(label, column), record) != ""

    def said(self, ref: Ref, record: Record | None = None) -> str:
        """填写项的内容；空白件和没填的都是空。"""
        if record and ref.label == NUMBER and not ref.column:
            return str(record.number)
        spec = self.specs.get(ref.label)
        if self.values is None or spec is None:
            return ""
        if record and ref.column and record.label == ref.label:
            return show.entry(record.row, show.column(spec, ref.column))
        value = self.values.get(spec.key)
        if ref.column or spec.type in show.TABULAR:
            return show.names(show.records(value), spec, ref.column)
        return show.text(value, spec.type)

    def raw(self, ref: Ref, record: Record | None = None) -> Any:
        """填写项原来填的，没有变成印出来的样子；表格程序里的数和日期用它。"""
        spec = self.specs.get(ref.label)
        if self.values is None or spec is None:
            return None
        if record and ref.column and record.label == ref.label:
            return record.row.get(show.column(spec, ref.column).key)
        return None if ref.column else self.values.get(spec.key)

    def type_of(self, ref: Ref) -> str:
        """填写项（或明细表一列）的类型；没有登记的算文本。"""
        spec = self.specs.get(ref.label)
        if spec is None:
            return "文本"
        return show.column(spec, ref.column).type if ref.column else spec.type

    def options(self, ref: Ref) -> tuple[str, ...]:
        """单选的各项；别的类型没有。"""
        spec = self.specs.get(ref.label)
        if spec is None:
            return ()
        return show.column(spec, ref.column).options if ref.column else spec.options

    def required(self, ref: Ref) -> bool:
        spec = self.specs.get(ref.label)
        return spec is None or spec.required

    def records(self, label: str) -> list[Record]:
        """逐行重复的各行。没有内容的，印几行空的。"""
        spec = self.specs.get(label)
        if spec is not None and spec.type in show.TABULAR:
            rows = show.records((self.values or {}).get(spec.key))
            rows = rows or [{}] * max(spec.rows, 1)
        else:
            rows = [{}] * self._times(spec)
        return [Record(label, n, row) for n, row in enumerate(rows, 1)]

    def _times(self, spec: FieldSpec | None) -> int:
        """按数重复印几遍：填的数，没填看示例，再没有印五遍。"""
        for value in ((self.values or {}).get(spec.key), spec.example) if spec else ():
            said = show.text(value, "整数")
            if re.fullmatch("[0-9]+", said):
                return min(int(said), MOST_TIMES)
        return DEFAULT_TIMES


def lone(inline: Inline) -> Ref | None:
    """一格里单独一个填写项。"""
    items = [i for i in inline if not (isinstance(i, str) and not i.strip())]
    first = items[0] if len(items) == 1 else None
    return first if isinstance(first, Ref) else None


def _asks(text: str) -> bool:
    """刚说到“名称：”。"""
    return text.rstrip(" 　").endswith(("：", ":"))


def _name(ref: Ref) -> str:
    return f"{ref.label}.{ref.column}" if ref.column else ref.label
