"""报告：一种输出一个文件，都把同一串 :class:`Finding` 变成文字；放一个文件进来就多一种。

查内容和查网站用同样的报告：两边都先化成 :class:`Subject`。
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:  # 查网站时用不着内容库，不装载它就快得多
    from jianjia.library import Library


class Finding(Protocol):
    """一处问题。"""

    @property
    def path(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def message(self) -> str: ...


class RuleText(Protocol):
    """一条规则里报告要用的话。"""

    @property
    def summary(self) -> str: ...
    @property
    def mend(self) -> str: ...
    @property
    def manual(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Subject:
    """查过的东西：几页、一个文件的各行、编号 → 规则。"""

    pages: int
    lines: Callable[[str], Sequence[str]]
    rules: Mapping[str, RuleText]


Write = Callable[[Sequence[Finding], Subject, TextIO], None]
Report = Callable[[Sequence[Finding], "Library | Subject", TextIO], None]


def subject(library: Library) -> Subject:
    """内容库 → 查过的东西。"""
    from jianjia.rules import RULES

    def lines(path: str) -> Sequence[str]:
        page = library.get(path)
        return page.outline.lines if page else ()

    return Subject(len(library), lines, RULES)


def _report(write: Write) -> Report:
    def report(findings: Sequence[Finding], checked: Library | Subject, out: TextIO) -> None:
        write(findings, checked if isinstance(checked, Subject) else subject(checked), out)

    return report


class _Formats(Mapping[str, Report]):
    """名称 → 写法；用到哪一种才装哪一种。"""

    def __init__(self) -> None:
        files = sorted(os.listdir(__path__[0]))  # noqa: PTH208 —— 只要名字
        names = [file[:-3] for file in files if file.endswith(".py") and file[0] != "_"]
        self.modules = {name.rstrip("_"): name for name in names}

    def __getitem__(self, name: str) -> Report:
        return _report(import_module(f"{__name__}.{self.modules[name]}").write)

    def __iter__(self) -> Iterator[str]:
        return iter(self.modules)

    def __len__(self) -> int:
        return len(self.modules)


FORMATS = _Formats()
