"""报告：一种输出一个文件，都把同一串 :class:`Finding` 变成文字；放一个文件进来就多一种。"""

import pkgutil
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TextIO

from jianjia.library import Library
from jianjia.rules import Finding

Report = Callable[[Sequence[Finding], Library, TextIO], None]


def _load() -> dict[str, Report]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name.rstrip("_"): import_module(f"{__name__}.{name}").write for name in names}


FORMATS: dict[str, Report] = _load()
"""名称 → 写法。"""
