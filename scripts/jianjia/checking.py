"""查一遍，或者照上次的说：什么也没改过，就用不着读内容、装规则。"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jianjia import tree
from jianjia.rules import RULES, Finding, _cache
from jianjia.tree import Tree, Trouble

if TYPE_CHECKING:
    from jianjia.library import Library


class Result(NamedTuple):
    """查出来的问题，和报告要用的：几页、一个文件的各行。"""

    findings: list[Finding]
    pages: int
    lines: Callable[[str], Sequence[str]]


class Limits(NamedTuple):
    """报哪些：``paths`` 里的文件（``None`` 为全部）；``linked`` 为真，牵连别的页的规则不管在哪里都报。"""

    paths: frozenset[str] | None = None
    linked: bool = False
    sources: Path | None = None
    """另外拿来查抄的材料。"""
    cached: bool = True
    """用不用上次的结果。"""


def check(found: Tree, codes: set[str], limits: Limits) -> Result:
    """查一个仓库。"""
    key = f"{_cache.stamp()} {found.digest}"
    cached = limits.cached and not limits.sources
    known = _cache.whole(found.root, key) if cached else None
    if known is not None:
        findings = [Finding(*said) for said in known[1]]
        keep = [f for f in findings if f.code in codes and _asked(f, limits)]
        return Result(keep, known[0], lambda path: _lines(found.root / path))
    from jianjia.own_words import Source
    from jianjia.rules import _load, links_only, run

    sources = Source.load(limits.sources) if limits.sources else None
    library = _load.load(found, sources, cached=limits.cached, later=links_only(codes))
    everywhere = limits.paths is None or limits.linked
    findings = run(library, codes, None if everywhere else limits.paths)
    if cached and everywhere and len(codes) == len(RULES):
        told = [(f.path, f.line, f.column, f.code, f.message) for f in findings]
        _cache.write_whole(found.root, key, len(library), told)
    return Result([f for f in findings if _asked(f, limits)], len(library), _rows(library))


def _asked(finding: Finding, limits: Limits) -> bool:
    if limits.paths is None or finding.path in limits.paths:
        return True
    return limits.linked and not RULES[finding.code].alone


def _rows(library: Library) -> Callable[[str], Sequence[str]]:
    def rows(path: str) -> Sequence[str]:
        page = library.get(path)
        if page:
            return page.outline.rows
        return _lines(library.disk.root / path) if library.disk.root else ()

    return rows


def _lines(path: Path) -> Sequence[str]:
    """报告里引的原文；读不出来的不引。"""
    from jianjia.library import decode

    try:
        text = decode(path.read_bytes())[0]
    except OSError:
        return ()
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


# ── 只报一部分 ────────────────────────────────────────────────────────


def only(found: Tree, given: Sequence[str], *, changed: bool) -> Limits:
    """命令行给的文件和文件夹，加上（*changed*）还没提交的。

    改了、删了一页，别处的链接、编号会断，所以牵连别的页的规则全报；登记册管着每一页，改了它就都报。
    """
    paths = {path for text in given for path in _inside(found, text)}
    if not changed:
        return Limits(frozenset(paths) if given else None)
    names = tree.changed(found.root)
    if any(name.startswith(f"{tree.DATA}/") for name in names):
        return Limits()
    return Limits(frozenset(paths | _known(found).intersection(names)), linked=True)


def _known(found: Tree) -> set[str]:
    """能报问题的文件：内容目录里的和登记册。"""
    return {unicodedata.normalize("NFC", name) for name in (*found.names, *found.registers)}


def _inside(found: Tree, text: str) -> set[str]:
    path = Path(text).resolve()
    if not path.exists():  # 从 Windows 上抄来的路径
        path = Path(text.replace("\\", "/")).resolve()
    if not path.exists():
        raise Trouble(f"没有这个文件：{text}")
    try:
        inside = unicodedata.normalize("NFC", path.relative_to(found.root).as_posix())
    except ValueError as error:
        raise Trouble(f"不在仓库里：{text}") from error
    known = _known(found)
    return known if inside == "." else {p for p in known if f"{p}/".startswith(f"{inside}/")}
