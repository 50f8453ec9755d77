"""清单：每个事项一个方框，字段在下面。没有脚本也完整、也能打印；脚本要用的写在 data- 属性里。"""

import hashlib
import json
import re
from html import escape

from jianjia import anchors, calendar
from jianjia.library import Library
from jianjia.model import Checklist, Item, Stage, Tasks, get
from jianjia.site.cite import Citer, relative
from jianjia.site.render import parts

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`]")


def draw(page: Checklist, library: Library, citer: Citer) -> str:
    shared = _shared(library)
    intro = parts.blocks(page.intro, citer)
    body = [_stage(stage, page, library, citer, shared) for stage in page.stages]
    return "\n\n".join(
        part
        for part in (
            f'<div class="jj-intro" markdown="1">\n\n{intro}\n\n</div>' if intro else "",
            f'<div class="jj-checklist" {_attributes(_container(page, library))} markdown="1">',
            '<div class="jj-progress" data-progress hidden></div>',
            *body,
            "</div>",
            _calendar(page, library),
        )
        if part
    )


def _calendar(page: Checklist, library: Library) -> str:
    """数工作日要用的放假表，随页带着；没有工作日时限的清单不带。"""
    dues = (library.resolved(page, item).deadline for item in page.items)
    if not any(due and due.unit == "工作日" for due in dues):
        return ""
    table = _json(calendar.for_browser(library.registers.calendar)).replace("<", "\\u003c")
    return f'<script type="application/json" data-calendar>{table}</script>'


def _container(page: Checklist, library: Library) -> dict[str, str]:
    former = [alias.strip("/").removeprefix("checklists/") for alias in page.meta.aliases]
    return {
        "checklist": page.path.removeprefix("checklists/").removesuffix(".md"),
        "title": page.title,
        "type": page.meta.type,
        "version": _version(page, library),
        "anchors": _json(page.meta.anchors),
        "grades": _json(page.meta.grades),
        "aliases": _json(former) if former else "",
    }


def _version(page: Checklist, library: Library) -> str:
    """编号和文字的短校验值：改了一个字就变，挪了次序也变。"""
    items = [library.resolved(page, item) for item in page.items]
    text = "\n".join(f"{item.id} {item.text}" for item in items)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _shared(library: Library) -> frozenset[str]:
    """在几张清单里出现的事项编号。"""
    lists = [page for page in library.values() if isinstance(page, Checklist)]
    return frozenset(item.same_as for page in lists for item in page.items if item.same_as)


def _stage(
    stage: Stage, page: Checklist, library: Library, citer: Citer, shared: frozenset[str]
) -> str:
    out = [f"## {stage.title}"] if stage.title else []
    for block in stage.blocks:
        if isinstance(block, Tasks):
            items = "\n".join(_item(item, page, library, citer, shared) for item in block.items)
            out.append(f'<ol class="jj-items" markdown="1">\n{items}\n</ol>')
        else:
            out.append(parts.blocks([block], citer))
    return "\n\n".join(out)


def _item(
    item: Item, page: Checklist, library: Library, citer: Citer, shared: frozenset[str]
) -> str:
    item, note = library.resolved(page, item), ""
    if item.same_as in library.items_by_id:
        home = library.items_by_id[item.same_as][0]
        address = f"{relative(page.path, home.path)}#{anchors.item(item.id)}"
        note = f'<p class="jj-same" markdown="span">和[{home.title}]({address})里的是同一件事</p>\n'
    anchor = anchors.item(item.id)
    level = "should" if get(item, "级别") == "建议" else "must"
    box = f'<input type="checkbox" id="{anchor}-box" disabled>' if anchor else ""
    name = f'<a class="jj-item-id" href="#{anchor}">{item.id}</a>' if anchor else ""
    data = _data(item, shared) if anchor else {}
    ident = f'id="{anchor}" ' if anchor else ""
    optional = '<span class="jj-chip jj-chip--advice">建议</span>' if level == "should" else ""
    shown = [field for field in item.fields if field.name != "级别"]
    return (
        f'<li class="jj-item" {ident}{_attributes({**data, "level": level})} markdown="1">\n'
        f'<div class="jj-item-head">{box}<label for="{anchor}-box">{escape(item.text)}</label>'
        f"{optional}{name}</div>\n"
        f"{note}{parts.fields(shown, citer, 'jj-fields')}\n</li>"
    )


def _data(item: Item, shared: frozenset[str]) -> dict[str, str]:
    due = item.deadline
    return {
        "item": item.id,
        "role": get(item, "责任"),
        "due": _json({name: getattr(due, name) for name in due.__slots__}) if due else "",
        "evidence": _plain(get(item, "留存")),
        "points": get(item, "分值"),
        "same": "1" if item.id in shared else "",
    }


def _plain(text: str) -> str:
    """去掉链接和强调，只留文字。"""
    return _MARKS.sub("", _LINK.sub(r"\1", text)).strip()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _attributes(values: dict[str, str]) -> str:
    return " ".join(f'data-{name}="{escape(value)}"' for name, value in values.items() if value)
