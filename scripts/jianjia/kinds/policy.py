"""制度范本：``## 章`` 下面是 ``**第一条**``，条文后面的小列表写幅度和依据。"""

import re
from typing import Any

from jianjia import citation, document, fields
from jianjia.model import Article, Chapter, Field, FieldSpec, Policy, Stray
from jianjia.outline import Block, Heading, Listing, Paragraph, Table

_ARTICLE = re.compile(r"\*\*第([零一二三四五六七八九十百]+)条\*\*[ 　]*")
SPECS = "填写项"
NOT_PRINTED = (SPECS, "采用办法", "备案和复审", "说明")
"""不印进制度文件的几节。"""


def read(base: dict[str, Any]) -> Policy:
    intro: list[Block] = []
    after: list[Block] = []
    chapters: list[tuple[Heading, list[Block]]] = []
    specs: list[FieldSpec] = []
    strays: list[Stray] = []
    current = intro
    for block in base["outline"].blocks:
        if isinstance(block, Heading) and block.level == 2:
            if block.text in NOT_PRINTED:
                current = after
                if block.text != SPECS:
                    after.append(block)
            else:
                chapters.append((block, []))
                current = chapters[-1][1]
        elif isinstance(block, Table) and current is after and block.header.cells[:1] == (SPECS,):
            specs, bad = document.specs(block)
            strays += bad
        else:
            current.append(block)
    return Policy(
        **base,
        intro=tuple(intro),
        specs=tuple(specs),
        chapters=tuple(_chapter(heading, blocks, strays) for heading, blocks in chapters),
        after=tuple(after),
        strays=tuple(strays),
    )


def _chapter(heading: Heading, blocks: list[Block], strays: list[Stray]) -> Chapter:
    articles: list[Article] = []
    notes: list[Block] = []
    pending: list[Block] = []
    head: tuple[int, int] | None = None
    found: tuple[Field, ...] = ()

    def close() -> None:
        if head:
            body, bad = document.parts(pending, official=False)
            strays.extend(bad)
            articles.append(Article(head[0], head[1], tuple(body), found))

    for block in blocks:
        m = _ARTICLE.match(block.lines[0]) if isinstance(block, Paragraph) else None
        if m:
            close()
            head, found, pending = (block.line, citation.number(m[1])), (), []
            first = block.lines[0][m.end() :]
            pending.append(Paragraph(block.line, (first, *block.lines[1:])))
        elif head is None:
            notes.append(block)
        elif isinstance(block, Listing) and _is_fields(block):
            found, unread = fields.of_listing(block, fields.ARTICLE_FIELDS)
            strays += [Stray(line, text, _WHY) for line, text in unread]
        else:
            pending.append(block)
    close()
    parts, bad = document.parts(notes, official=False)
    strays.extend(bad)
    return Chapter(heading.line, heading.text, tuple(articles), tuple(notes), tuple(parts))


_WHY = f"条文后面的小列表只能写：{'、'.join(fields.ARTICLE_FIELDS)}，写成“- 名称：内容”"


def _is_fields(block: Listing) -> bool:
    return any(
        (field := fields.one(item.line, item.text)) and field.name in fields.ARTICLE_FIELDS
        for item in block.items
    )
