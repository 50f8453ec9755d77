"""交给页面模板的数据：页首的一行标签、页尾的相关内容和来源。模板里不做判断以外的事。"""

import calendar
import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from jianjia import anchors
from jianjia.kinds import KINDS
from jianjia.library import Library
from jianjia.meta import THEMES
from jianjia.model import Checklist, Page, Policy, Template
from jianjia.registers import CHECK_LABELS
from jianjia.site.cite import law_path

_COMPONENTS = {"docs/index.md": ("home",), "docs/tools/profile.md": ("profile",)}
"""普通页里用到组件的：仓库路径 → 组件。"""

_BOOST = {"guide": 4, "checklist": 3, "training": 0.5, "case": 0.5}
_TABLES = {"glossary", "outdated", "sources"}
"""搜出来谁排前面：先讲怎么办，再给清单；对照表里什么词都有，往后排。"""

SHOWN = 6
"""相关内容每种最多列几条，其余到主题页看。"""


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    path: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """一种相关内容；``more`` 是没有列出来的条数。"""

    label: str
    links: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Source:
    """吸收的一条指引。"""

    id: str
    name: str
    outdated: bool


@dataclass(frozen=True, slots=True)
class Local:
    """一处地方规定：哪里、说什么、凭什么、核对情况。"""

    region: str
    says: str
    cite: str
    path: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class View:
    kind: str
    theme: str
    theme_path: str
    audience: str
    reviewed: str
    due: str
    related: tuple[Group, ...]
    sources: tuple[Source, ...]
    local: tuple[Local, ...]
    scripts: tuple[str, ...]


def of(page: Page, library: Library) -> View:
    theme_path = f"docs/guides/{page.theme}/README.md"
    return View(
        kind=KINDS[page.kind].label if page.kind in KINDS else "",
        theme=THEMES.get(page.theme, ""),
        theme_path=theme_path if theme_path in library else "",
        audience="、".join(page.meta.audience),
        reviewed=page.meta.reviewed,
        due=due(page.meta.reviewed, page.meta.review_in),
        related=tuple(_group(kind, pages) for kind, pages in library.siblings(page).items()),
        sources=tuple(
            Source(g.id, g.name, bool(g.outdated))
            for key in page.meta.guidance
            if (g := library.registers.guidance.get(key))
        ),
        local=tuple(_local(page, library)),
        scripts=_scripts(page),
    )


def _scripts(page: Page) -> tuple[str, ...]:
    """这一页要的组件。"""
    if isinstance(page, Checklist):
        return ("assets/checklist.js",)
    if isinstance(page, Template | Policy):
        return ("assets/document.js",)
    return tuple(f"assets/{name}.js" for name in _COMPONENTS.get(page.path, ()))


def _local(page: Page, library: Library) -> Iterator[Local]:
    """和这一页讲同一件事的地方规定；文书和案例不列。"""
    laws = library.registers.laws
    if page.kind not in {"guide", "policy", "checklist"}:
        return
    for region in library.registers.regions:
        for difference in region.differences:
            cite = difference.citation
            law = laws.find(cite.law) if cite else None
            entries = law.entries(cite) if cite and law else []
            if cite and law and entries and set(difference.matter) & set(page.matters):
                yield Local(
                    region=region.name,
                    says=entries[0].says,
                    cite=difference.cite,
                    path=law_path(law.id),
                    anchor=anchors.entry(cite.article),
                    label=CHECK_LABELS[laws.verdict(cite)],
                )


def theme_meta(page: Page) -> dict[str, object]:
    """主题自己要用的几个键。"""
    meta: dict[str, object] = {"title": page.title, "description": page.meta.summary}
    for key in ("template", "hide"):
        if value := getattr(page.meta, key, None):
            meta[key] = value
    meta["tags"] = list(page.meta.keywords)
    boost = 0.2 if page.slug in _TABLES else _BOOST.get(page.kind, 1)
    meta["search"] = {"exclude": page.for_editors, "boost": boost}
    return meta


def _group(kind: str, pages: list[Page]) -> Group:
    links = tuple(Link(p.title, p.path, p.meta.summary) for p in pages[:SHOWN])
    return Group(KINDS[kind].label, links, len(pages) - len(links))


def due(reviewed: str, review_in: str) -> str:
    """下次该复核的日期：``2026-11-20`` 加 ``12 个月``；没有复核日期为空。"""
    if not reviewed:
        return ""
    day = datetime.date.fromisoformat(reviewed)
    months = day.year * 12 + day.month - 1 + int(review_in.split(maxsplit=1)[0])
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last)).isoformat()
