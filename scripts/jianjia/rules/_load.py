"""为检查读内容：先只读文字，用到哪一页才切哪一页，切了不留，三千页也不占多少内存。"""

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

from jianjia import kinds, registers, tree
from jianjia.library import Library, busy, decode
from jianjia.model import Page
from jianjia.own_words import Source
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


def load(
    root: Path, sources: Source | None = None, found: Tree | None = None, *, cached: bool = True
) -> Library:
    """一个仓库；*found* 是已经读好的文件，*cached* 为假就不用上次的结果。"""
    with busy():
        pages = Pages(found or tree.read(root), cached)
        data = registers.load(root)
        return Library.of(pages.tree, pages, data, tuple(pages.problems), sources)
