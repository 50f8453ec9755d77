"""一页里别的页要知道的事：链接、锚点、编号、旧地址……查全库的规则只看这些，不必留着整页。

都是普通的元组和文字，记得下来（``_cache``），也传得过进程（``_all``）。
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from jianjia import anchors
from jianjia.library import Library
from jianjia.meta import ChecklistMeta, TemplateMeta
from jianjia.model import Checklist, Page, Policy, Template
from jianjia.outline import Heading
from jianjia.rules import waivers

Placed = tuple[str, int, int]
"""开头的一个值：（文字，行，列）。"""


class Target(NamedTuple):
    """一个链接：在哪里、怎么写的、指到哪里。"""

    line: int
    column: int
    target: str
    path: str
    anchor: str
    written: str


class Known(NamedTuple):
    """清单的一个事项：编号、所在的行列、同哪一项、时限用到的起算日。"""

    id: str
    line: int
    column: int
    same_as: str
    due: str


class Facts(NamedTuple):
    """一页的事。"""

    kind: str
    title: Placed
    matters: Sequence[str]
    links: Sequence[Target]
    anchors: Sequence[str]
    repeated: Sequence[str]
    """不止一个小标题叫这个名字的锚点。"""
    waivers: Sequence[tuple[int, str, str]]
    aliases: Sequence[Placed]
    items: Sequence[Known] = ()
    prefix: Placed = ("", 1, 1)
    retired: Sequence[str] = ()
    dues: Sequence[Placed] = ()
    """说明了的起算日。"""
    step: Placed = ("", 1, 1)
    packs: Sequence[Placed] = ()
    keys: Sequence[str] = ()
    """自有的填写项的键。"""
    checks: Sequence[str] = ()
    """用到的校验。"""


Row = tuple[object, ...]
"""拆成普通元组的 :class:`Facts`。"""


def of(page: Page) -> Row:
    """一页 → 它的事。"""
    shared: Row = (
        page.kind,
        _placed(page, page.title, "title"),
        page.matters,
        tuple((k.line, k.column, k.target, k.path, k.anchor, k.written) for k in page.links),
        tuple(sorted(anchors.of(page))),
        tuple(sorted(repeated(page))),
        tuple(waivers(page)),
        _list(page, page.meta.aliases, "aliases"),
    )
    if isinstance(page, Checklist):
        return (*shared, *_checklist(page))
    if isinstance(page, Template) and isinstance(page.meta, TemplateMeta):
        step, packs = page.meta.step, _list(page, page.meta.packs, "packs")
        keys = tuple(spec.key for spec in page.specs)
        at = _placed(page, step, "step")
        return (*shared, (), ("", 1, 1), (), (), at, packs, keys, tuple(page.meta.checks))
    if isinstance(page, Policy):
        keys = tuple(spec.key for spec in page.specs)
        return (*shared, (), ("", 1, 1), (), (), ("", 1, 1), (), keys)
    return shared


def _checklist(page: Checklist) -> Row:
    if not isinstance(page.meta, ChecklistMeta):
        return ()
    items = tuple(
        (
            item.id,
            item.line,
            page.outline.column(item.line, item.id),
            item.same_as,
            item.deadline.anchor if item.deadline else "",
        )
        for item in page.items
    )
    dues = tuple((name, *page.outline.front.place(("anchors", name))) for name in page.meta.anchors)
    return items, _placed(page, page.meta.prefix, "prefix"), tuple(page.meta.retired), dues


def _placed(page: Page, value: str, key: str) -> Placed:
    return (value, *page.outline.front.place((key,)))


def _list(page: Page, values: Sequence[str], key: str) -> tuple[Placed, ...]:
    return tuple((value, *page.outline.front.place((key, i))) for i, value in enumerate(values))


def repeated(page: Page) -> set[str]:
    """不止一个小标题叫这个名字的锚点。"""
    names = Counter(anchors.heading(block.text) for block in page.blocks_of(Heading))
    return {name for name, count in names.items() if count > 1}


def load(row: Row) -> Facts:
    """普通元组 → :class:`Facts`。"""
    made = Facts(*row)  # type: ignore[arg-type]  # of() 造的就是这个次序
    return made._replace(
        links=[Target(*link) for link in made.links], items=[Known(*item) for item in made.items]
    )


def facts(library: Library) -> Mapping[str, Facts]:
    """全库各页的事。"""
    if "facts" not in library.memo:
        keep(library, {path: of(page) for path, page in library.items()})
    return cast("Mapping[str, Facts]", library.memo["facts"])


def keep(library: Library, rows: Mapping[str, Row]) -> None:
    """记下各页的事，查锚点也由此查。"""
    known = {path: load(row) for path, row in rows.items()}
    library.memo["facts"] = known
    library.memo["anchors"] = {path: frozenset(one.anchors) for path, one in known.items()}


def links(library: Library) -> Iterator[tuple[str, Target]]:
    """（写在哪一页，链接）。"""
    for path, one in facts(library).items():
        for link in one.links:
            yield path, link


def lists(library: Library) -> Iterator[tuple[str, Facts]]:
    """各张清单。"""
    return ((path, one) for path, one in facts(library).items() if one.kind == "checklist")


def anchored(library: Library) -> Iterator[tuple[str, Target]]:
    """带锚点的链接。"""
    return ((path, link) for path, link in links(library) if link.anchor)


def linked(library: Library) -> set[str]:
    """别的页链接到的路径。"""
    return {link.path for path, link in links(library) if link.path != path}
