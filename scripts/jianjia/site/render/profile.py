"""单位档案：分五步填什么、各文书包有哪些文书、空白件在哪里。没有脚本也完整，脚本从这里认文书包和网址。"""

from html import escape

from jianjia.export import blanks, payload
from jianjia.export.packs import blank
from jianjia.library import Library
from jianjia.model import Page, Template
from jianjia.site.cite import relative


def app() -> str:
    """填写的位置；没有脚本就什么也没有。"""
    return '<div class="jj-app" data-profile></div>'


def steps(library: Library) -> str:
    """五步：每步填什么，填完能出什么。"""
    profile = library.registers.profile
    rows = []
    for i, step in enumerate(profile.steps, 1):
        entered = [f for f in profile.fields if f.step == step.id and not f.derive]
        must = "、".join(f.label for f in entered if f.required)
        more = "、".join(f.label for f in entered if not f.required)
        told = "；".join(filter(None, (must, more and f"可空的：{more}")))
        rows.append(f"| {i} {step.name} | {told} | {step.makes} |")
    return "| 步 | 填什么 | 填完能出 |\n| --- | --- | --- |\n" + "\n".join(rows)


def packs(page: Page, library: Library) -> str:
    """各文书包：文书照次序，每份连到它的页和空白件。"""
    return "\n\n".join(_pack(page, library, name) for name in payload.packs(library))


def _pack(page: Page, library: Library, name: str) -> str:
    title = payload.PACKS[name]
    found = payload.pages_of(library, name)
    archive = relative(page.path, f"docs/assets/packs/{name}.zip")
    size = blanks.size(blank(library, name))
    rows = "\n".join(_document(page, each) for each in found)
    label = title.removesuffix("文书包")
    return (
        f"### {title}（{len(found)} 份） {{ #{name} }}\n\n"
        f'<p markdown="span">[下载一包空白件（.zip，{size}）]({archive})'
        f'{{ data-blank="{name}" download="{escape(title)}（空白）.zip" }}</p>\n\n'
        f'<ol class="jj-pack" data-pack="{name}" data-label="{escape(label)}" markdown="1">\n'
        f"{rows}\n</ol>"
    )


def _document(page: Page, each: Template) -> str:
    address = relative(page.path, each.path)
    blank = address.removesuffix(".md") + ".docx"
    return (
        f'<li data-slug="{each.slug}" markdown="span">[{each.title}]({address}) '
        f'[空白件]({blank}){{ download="{escape(each.title)}.docx" aria-label="{escape(each.title)}的空白件" }}</li>'
    )
