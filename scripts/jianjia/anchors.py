"""每一页有哪些锚点。网页用它写 id，校验用它查链接，所以两边不会不一样。"""

import re
import unicodedata

from jianjia.citation import chinese
from jianjia.model import Checklist, Page, Policy, Template, Training
from jianjia.outline import Block, Heading

_MARKUP = re.compile(r"`([^`]*)`|\[([^\]]*)\]\([^)]*\)|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|<[^>]+>")
_EXPLICIT = re.compile(r"\s*\{#([^}\s]+)\}\s*\Z")
_RAW_ID = re.compile(r"""\bid=["']([^"']+)["']""")

SECTIONS = {
    "template": ("使用说明", "填写项", "正文"),
    "training": ("测验",),
}
"""由网页加上的小标题；锚点就是它们自己。"""


def slugify(text: str, separator: str = "-") -> str:
    """文字 → 锚点：保留汉字、字母、数字和短横，空格变短横，字母变小写。网站的 toc 也用它。"""
    kept = re.sub(r"[^\w\- ]", "", unicodedata.normalize("NFC", text).strip().lower())
    return kept.replace(" ", separator)


def heading(text: str) -> str:
    """小标题 → 锚点，和网站所用的算法相同。"""
    if m := _EXPLICIT.search(text):
        return m[1]
    bare = _MARKUP.sub(lambda m: m[1] or m[2] or "", text)
    return slugify(bare)


def article(number: int) -> str:
    return f"第{chinese(number)}条"


def item(item_id: str) -> str:
    return item_id.lower()


def entry(name: str) -> str:
    """法规页上一条的锚点：``第十一条``；别的写法去掉标点。"""
    return re.sub(r"[\s、（）()]", "", name)


def unique(names: list[str]) -> list[str]:
    """重名的第二个起加 ``_1``、``_2``，和网站一样。"""
    seen: set[str] = set()
    last: dict[str, int] = {}
    out = []
    for name in names:
        candidate, n = name or "_", last.get(name, 0)
        while candidate in seen:
            n += 1
            candidate = f"{name}_{n}"
        last[name] = n
        seen.add(candidate)
        out.append(candidate)
    return out


def headings(blocks: tuple[Block, ...]) -> list[str]:
    return unique([heading(b.text) for b in blocks if isinstance(b, Heading)])


def of(page: Page) -> frozenset[str]:
    """一页的全部锚点（不含 ``#``）。"""
    names = set(headings(page.outline.blocks))
    if "id=" in page.outline.text:
        names.update(m[1] for m in _RAW_ID.finditer(page.outline.text))
    names.update(SECTIONS.get(page.kind, ()))
    if isinstance(page, Checklist):
        names.update(item(i.id) for i in page.items if i.id)
    if isinstance(page, Policy):
        names.update(article(a.number) for a in page.articles)
    if isinstance(page, Training):
        names.update(f"第{n}题" for n in range(1, len(page.questions) + 1))
    if isinstance(page, Template):
        names.discard("")
    return frozenset(names)
