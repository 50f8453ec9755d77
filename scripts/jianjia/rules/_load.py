"""为检查读内容：先只读文字，用到哪一页才切哪一页，切了不留，三千页也不占多少内存。"""

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from jianjia import kinds, registers, tree
from jianjia.library import Library, busy, decode
from jianjia.model import Page
from jianjia.own_words import Source
from jianjia.registers import Registers
from jianjia.tree import Tree
from jianjia.yamlio import Problem

KEPT = 16
"""留着最近用过的几页：报告要引原文，一页常常不止一处问题。"""


class Pages(Mapping[str, Page]):
    """路径 → 页。"""

    def __init__(self, found: Tree, cached: bool) -> None:
        self.tree = found
        self.cached = cached
        self.digests = {path: tree.short(raw) for path, raw in found.raw.items()}
        self.texts: dict[str, str] = {}
        self.problems: list[tuple[str, Problem]] = []
        for path, raw in found.raw.items():
            self.texts[path], problem = decode(raw)
            if problem:
                self.problems.append((path, problem))
        found.raw.clear()
        self._page = functools.lru_cache(KEPT)(self.read)

    def read(self, path: str) -> Page:
        return kinds.read(path, self.texts[path])

    def __getitem__(self, path: str) -> Page:
        return self._page(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def __contains__(self, path: object) -> bool:
        return path in self.texts


class _Later:
    """登记册，用到才读：只查链接的时候，多半用不着。"""

    problems = ()

    def __init__(self, root: Path) -> None:
        self._root = root

    def __getattr__(self, name: str) -> Any:
        return getattr(self._read, name)

    @functools.cached_property
    def _read(self) -> Registers:
        return registers.load(self._root)


def load(
    found: Tree, sources: Source | None = None, *, cached: bool = True, later: bool = False
) -> Library:
    """一个仓库；*cached* 为假就不用上次的结果，*later* 为真就用到登记册才读（不报它的毛病）。"""
    with busy():
        pages = Pages(found, cached)
        data = cast("Registers", _Later(found.root)) if later else registers.load(found.root)
        return Library.of(pages.tree, pages, data, tuple(pages.problems), sources)
