"""登记册的几条规则共用。"""

from collections.abc import Callable
from typing import TypeVar, cast

from jianjia.library import Library
from jianjia.registers import Registers

T = TypeVar("T")
_KNOWN: dict[tuple[int, object], tuple[Registers, object]] = {}


def once(data: Registers, make: Callable[[Registers], T]) -> T:
    """由登记册算出来、每一页都要用的东西，只算一遍。"""
    key = (id(data), make)
    if key not in _KNOWN:
        if len(_KNOWN) > 50:
            _KNOWN.clear()
        _KNOWN[key] = (data, make(data))
    return cast("T", _KNOWN[key][1])


def line_of(library: Library, path: str, token: str) -> int:
    """登记文件里第一处 *token* 在第几行；找不到算第 1 行。"""
    if library.disk.root is None:
        return 1
    try:
        rows = (library.disk.root / path).read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return 1
    return next((i for i, row in enumerate(rows, 1) if token in row), 1)
