"""各种页共用的几样：字段表、块、卡片列表。"""

from collections.abc import Iterable
from html import escape

from jianjia.library import Library
from jianjia.meta import THEMES
from jianjia.model import Field, Page
from jianjia.outline import Block, Fence, Heading
from jianjia.site import figure
from jianjia.site.cite import Citer, relative

BASIS = "依据"
UNSEARCHED = "{ data-search-exclude=1 }"
"""写在小标题、段落后面：这一节不进搜索。每份文书都有的表和空白，搜什么都会撞上。"""


def blocks(items: Iterable[Block], citer: Citer) -> str:
    """正文各块：图画出来，引用加上标签，别的原样。"""
    out = []
    for block in items:
        if isinstance(block, Fence):
            out.append(figure.render(block, citer.text))
        elif isinstance(block, Heading):
            out.append(block.source)
        else:
            out.append(citer.text(block.source))
    return "\n\n".join(out)


def fields(items: Iterable[Field], citer: Citer, css: str) -> str:
    """``名称：内容`` → 定义列表。依据一栏每项带标签。"""
    rows = []
    for field in items:
        text = citer.basis(field.text) if field.name == BASIS else citer.text(field.text)
        rows.append(
            f'<div data-field="{escape(field.name)}" markdown="1">\n<dt>{escape(field.name)}</dt>\n'
            f'<dd markdown="span">{text}</dd>\n</div>'
        )
    if not rows:
        return ""
    return f'<dl class="{css}" markdown="1">\n' + "\n".join(rows) + "\n</dl>"


def cards(pages: Iterable[Page], source: str) -> str:
    """一列页：标题是链接，下面一句摘要。"""
    rows = [
        f'<li markdown="span">[{page.title}]({relative(source, page.path)}) '
        f"<span>{page.meta.summary}</span></li>"
        for page in pages
    ]
    return '<ul class="jj-cards" markdown="1">\n' + "\n".join(rows) + "\n</ul>" if rows else ""


def by_theme(library: Library, kind: str, source: str) -> str:
    """一种页按主题分组列出。"""
    out = []
    for theme, name in THEMES.items():
        if pages := library.of_kind(kind, theme):
            out += [f"## {name}", cards(pages, source)]
    return "\n\n".join(out)
