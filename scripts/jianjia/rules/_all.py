"""一页一页地查：没有改过的用上次的结果，其余的分给几个进程；查完就扔，只留问题和事。

别的页要知道的事（链接、锚点、编号）记进 :mod:`_facts`，查全库的规则只看它们。
"""

import functools
import marshal
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from jianjia.library import Library, busy
from jianjia.model import Page
from jianjia.rules import RULES, Finding, Hit, Rule, _facts, _light, links_only
from jianjia.rules._cache import Cache, Entry, Found
from jianjia.rules._load import Pages

MANY = 150
"""要查的页不到这么多，就不值得另开进程。"""
FEW = 20
"""只查链接、要看的页比这多，才看半页：半页的结果不记。"""
MOST = 4
"""最多几个进程。"""

Plan = list[tuple[str, Callable[..., Iterable[Hit]], tuple[Any, ...]]]
"""一种页要过的规则：编号、检查、页以外的参数。"""
Job = tuple[str, bool]
"""要看的一页：路径，查不查（不查的只记下别的页要知道的事）。"""
Row = tuple[Found, _facts.Row]


def run(
    library: Library, codes: frozenset[str], paths: frozenset[str] | None = None
) -> list[Finding]:
    """挑中的规则报的问题，放行的也在内。*paths* 限定只报哪些文件。"""
    pages = library.pages
    cache = Cache(pages.tree if isinstance(pages, Pages) and pages.cached else None)
    alone = cache.codes or _alone()
    full = len(codes) * 2 > len(RULES)
    own = sorted(alone if full else codes.intersection(alone))
    whole = sorted(codes.difference(alone))
    asked = [path for path in library if paths is None or path in paths] if own else []
    found: list[Finding] = []
    wanted = (library if whole else asked, set(asked))
    entries = _entries(library, cache, own, full, links_only(codes), wanted)
    for path in asked:
        rows = entries[path].found or ()
        found += [Finding(path, n, at, code, said) for code, n, said, at in rows if code in codes]
    library.memo["waivers"] = {path: _facts.load(e.facts).waivers for path, e in entries.items()}
    if whole:
        _facts.keep(library, {path: entry.facts for path, entry in entries.items()})
    for code in whole:
        hits = RULES[code].all_hits(library)
        found += [
            Finding(hit.path, hit.line, hit.column, code, hit.message)
            for hit in hits
            if paths is None or hit.path in paths
        ]
    cache.write(alone, library)
    return found


@functools.cache
def _alone() -> tuple[str, ...]:
    """只看一页的规则。"""
    return tuple(sorted(code for code, rule in RULES.items() if rule.alone))


def _entries(
    library: Library,
    cache: Cache,
    own: Sequence[str],
    full: bool,
    half: bool,
    wanted: tuple[Iterable[str], set[str]],
) -> dict[str, Entry]:
    """*wanted* 里各页的结果（第二个集合里的才查）；没有改过的不再查。"""
    pages = library.pages
    digests = pages.digests if isinstance(pages, Pages) else {}
    known: dict[str, Entry] = {}
    jobs: list[Job] = []
    for path in wanted[0]:
        entry = cache.get(path, digests.get(path, ""))
        if entry and (entry.found is not None or path not in wanted[1]):
            known[path] = entry
        else:
            jobs.append((path, path in wanted[1]))
    half = half and isinstance(pages, Pages) and len(jobs) > FEW
    rows = _shared(jobs, _Look(library, own, half).look)
    for (path, checked), (found, facts) in zip(jobs, rows, strict=True):
        known[path] = Entry(digests.get(path, ""), found if checked else None, facts)
        if not half:
            cache.fresh[path] = known[path] if full else known[path]._replace(found=None)
    return known


class _Look:
    """看一页。各种页要过哪些规则，每种只排一遍。"""

    def __init__(self, library: Library, codes: Sequence[str], half: bool) -> None:
        self.library = library
        self.codes = codes
        self.half = half
        """能看半页的看半页。"""
        self.plans: dict[type[Page], Plan] = {}

    def look(self, job: Job) -> Row:
        path, checked = job
        page, facts = self._page(path)
        found: Found = []
        if checked:
            for code, check, more in self._plan(type(page)):
                for hit in check(page, *more):
                    found.append((code, hit.line, hit.message.strip(), hit.column))
        return found, facts or _facts.of(page)

    def _page(self, path: str) -> tuple[Page, _facts.Row]:
        pages = self.library.pages
        if not isinstance(pages, Pages):
            return pages[path], ()
        if self.half and (found := _light.look(path, pages.texts[path])):
            return found
        return pages.read(path), ()

    def _plan(self, kind: type[Page]) -> Plan:
        if kind not in self.plans:
            rules: list[Rule] = [RULES[code] for code in self.codes]
            self.plans[kind] = [
                (rule.code, rule.check, rule.more(self.library))
                for rule in rules
                if issubclass(kind, rule.on)
            ]
        return self.plans[kind]


# ── 分给几个进程 ──────────────────────────────────────────────────────


def _shared(jobs: Sequence[Job], look: Callable[[Job], Row]) -> list[Row]:
    """每一页的结果，照 *jobs* 的次序。"""
    count = _processes(len(jobs))
    if count == 1:
        return _some(jobs, look)
    workers = [_Worker(jobs[number::count], look) for number in range(1, count)]
    out: list[Row] = [([], ())] * len(jobs)
    out[0::count] = _some(jobs[0::count], look)
    for number, worker in enumerate(workers, 1):
        out[number::count] = worker.done()
    return out


def _some(jobs: Sequence[Job], look: Callable[[Job], Row]) -> list[Row]:
    with busy():
        return [look(job) for job in jobs]


def _processes(jobs: int) -> int:
    """开几个进程：没有 fork 的系统、有别的线程的时候只用自己。"""
    if jobs < MANY or not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, MOST)


class _Worker:
    """一个子进程，看它的那几页。"""

    def __init__(self, jobs: Sequence[Job], look: Callable[[Job], Row]) -> None:
        self.jobs, self.look = jobs, look
        self.reading, writing = os.pipe()
        self.child = os.fork()
        if self.child == 0:
            _work(writing, jobs, look)
        os.close(writing)

    def done(self) -> list[Row]:
        """它的结果；它没有做成，就自己做。"""
        with open(self.reading, "rb") as stream:  # noqa: PTH123 —— 管道
            data = stream.read()
        os.waitpid(self.child, 0)
        try:
            rows: list[Row] = marshal.loads(data)  # noqa: S302 —— 自己的子进程写的
        except (ValueError, EOFError, TypeError):
            return _some(self.jobs, self.look)
        return rows if len(rows) == len(self.jobs) else _some(self.jobs, self.look)


def _work(writing: int, jobs: Sequence[Job], look: Callable[[Job], Row]) -> None:
    """在子进程里：做完就走，不跑别的收尾。"""
    try:
        data = marshal.dumps(_some(jobs, look))
        with open(writing, "wb") as stream:
            stream.write(data)
    finally:
        os._exit(0)
