"""制度 → 版面块：章名居中，条号黑体，条文接在条号后面。"""

import re
from dataclasses import replace

from jianjia import citation, document
from jianjia.model import Article, Chapter, Inline, Para, Policy, get
from jianjia.office.blocks import Flow, Paragraph, Run
from jianjia.office.fill import Filler
from jianjia.office.flow import Composer
from jianjia.office.layouts import Manner, layout_of
from jianjia.office.plain import unmarked

_NUMBERED = re.compile("第[一二三四五六七八九十百]+章[ 　]*")
_ATTACHMENT = re.compile("(附[件表录][0-9一二三四五六七八九十]*)[ 　：]*(.*)")
SCOPES = {
    "可改": "单位自己定，写合适就行",
    "改须报批": "改了要报上一级工会同意",
    "不可低于": "法律规定的底线，只能更高",
}
"""幅度 → 是什么意思。"""
MARKED = "（讲解版，右边一栏不印进正式文件）"


def build(page: Policy, filler: Filler, *, notes: bool = False) -> Flow:
    """*notes* 是讲解版：每条旁边写明能不能改、凭什么。"""
    composer = Composer(Manner(layout_of("公文", False)), filler)
    composer.title(document.inline(page.meta.document or page.title))
    if notes:
        composer.subtitle((Run(MARKED),))
    number = 0
    for chapter in page.chapters:
        number += bool(chapter.articles)
        _chapter(composer, chapter, number, notes)
    return composer.flow()


def heading(chapter: Chapter) -> tuple[str, Inline]:
    """（附件记号，章名或附件标题）；有条文的章名去掉自己写的章号。"""
    if chapter.articles:
        return "", (_NUMBERED.sub("", chapter.title),)
    attachment = _ATTACHMENT.fullmatch(chapter.title)
    if attachment:
        return attachment[1], document.inline(attachment[2])
    return "", document.inline(chapter.title)


def _chapter(composer: Composer, chapter: Chapter, number: int, notes: bool) -> None:
    """有条文的才编章号；没有条文的是附件、附表。"""
    mark, inline = heading(chapter)
    if chapter.articles:
        composer.text("Chapter", (f"第{citation.chinese(number)}章　", *inline))
    elif mark:
        composer.title(inline, mark)
    else:
        composer.text("Chapter", inline)
    for part in composer.filler.parts(chapter.parts):
        composer.part(part)
    for article in chapter.articles:
        start = len(composer.blocks)
        _article(composer, article)
        if notes:
            _annotate(composer, start, note_of(article))


def note_of(article: Article) -> str:
    """讲解版里这一条旁边的话：幅度、依据、提示，一样一行。"""
    scope = get(article, "幅度")
    lines = [f"{scope}：{SCOPES[scope]}"] if scope in SCOPES else []
    lines += [f"{name}：{text}" for name in ("依据", "提示") if (text := get(article, name))]
    return unmarked("\n".join(lines))


def _annotate(composer: Composer, start: int, note: str) -> None:
    """批注加在这一条的第一段上；段前的空行不算。"""
    for i, block in enumerate(composer.blocks[start:], start):
        if isinstance(block, Paragraph) and block.runs:
            composer.blocks[i] = replace(block, note=note)
            return


def _article(composer: Composer, article: Article) -> None:
    lead = (Run(f"第{citation.chinese(article.number)}条", "Hei"), Run("　"))
    parts = tuple(composer.filler.parts(article.parts))
    first, rest = parts[:1], parts[1:]
    if first and isinstance(first[0], Para):
        composer.para(first[0], lead)
    else:
        composer.para(Para(article.line, ()), lead)
        rest = parts
    for part in rest:
        composer.part(part)
