"""清单：每个事项一个方框，字段在下面。没有脚本也完整、也能打印。"""

from html import escape

from jianjia import anchors
from jianjia.library import Library
from jianjia.model import Checklist, Item, Stage, Tasks, get
from jianjia.site.cite import Citer, relative
from jianjia.site.render import parts


def draw(page: Checklist, library: Library, citer: Citer) -> str:
    key = page.path.removeprefix("checklists/").removesuffix(".md")
    body = [_stage(stage, page, library, citer) for stage in page.stages]
    return "\n\n".join(
        part
        for part in (
            parts.blocks(page.intro, citer),
            f'<div class="jj-checklist" data-checklist="{key}" data-title="{escape(page.title)}" markdown="1">',
            '<div class="jj-progress" data-progress hidden></div>',
            *body,
            "</div>",
        )
        if part
    )


def _stage(stage: Stage, page: Checklist, library: Library, citer: Citer) -> str:
    out = [f"## {stage.title}"] if stage.title else []
    for block in stage.blocks:
        if isinstance(block, Tasks):
            items = "\n".join(_item(item, page, library, citer) for item in block.items)
            out.append(f'<ol class="jj-items" markdown="1">\n{items}\n</ol>')
        else:
            out.append(parts.blocks([block], citer))
    return "\n\n".join(out)


def _item(item: Item, page: Checklist, library: Library, citer: Citer) -> str:
    item, note = library.resolved(page, item), ""
    if item.same_as in library.items_by_id:
        home = library.items_by_id[item.same_as][0]
        address = f"{relative(page.path, home.path)}#{anchors.item(item.id)}"
        note = f'<p class="jj-same" markdown="span">和[{home.title}]({address})里的是同一件事</p>\n'
    anchor = anchors.item(item.id)
    level = "should" if get(item, "级别") == "建议" else "must"
    box = f'<input type="checkbox" id="{anchor}-box" disabled>' if anchor else ""
    name = f'<a class="jj-item-id" href="#{anchor}">{item.id}</a>' if anchor else ""
    ident = f' id="{anchor}" data-item="{item.id}"' if anchor else ""
    optional = '<span class="jj-chip jj-chip--advice">建议</span>' if level == "should" else ""
    shown = [field for field in item.fields if field.name != "级别"]
    return (
        f'<li class="jj-item"{ident} data-level="{level}" markdown="1">\n'
        f'<div class="jj-item-head">{box}<label for="{anchor}-box">{escape(item.text)}</label>'
        f"{optional}{name}</div>\n"
        f"{note}{parts.fields(shown, citer, 'jj-fields')}\n</li>"
    )
