"""制度 → 版面块：章名居中，条号黑体，条文接在条号后面。"""

import re

from jianjia import citation, document
from jianjia.model import Article, Chapter, Para, Policy
from jianjia.office.blocks import Flow, Run
from jianjia.office.fill import Filler
from jianjia.office.flow import Composer
from jianjia.office.layouts import Manner, layout_of

_NUMBERED = re.compile("第[一二三四五六七八九十百]+章[ 　]*")
_ATTACHMENT = re.compile("(附[件表录][0-9一二三四五六七八九十]*)[ 　：]*(.*)")


def build(page: Policy, filler: Filler) -> Flow:
    composer = Composer(Manner(layout_of("公文", False)), filler)
    composer.title(document.inline(page.meta.document or page.title))
    number = 0
    for chapter in page.chapters:
        number += bool(chapter.articles)
        _chapter(composer, chapter, number)
    return composer.flow()


def _chapter(composer: Composer, chapter: Chapter, number: int) -> None:
    """有条文的才编章号；没有条文的是附件、附表。"""
    attachment = _ATTACHMENT.fullmatch(chapter.title)
    if chapter.articles:
        name = _NUMBERED.sub("", chapter.title)
        composer.text("Chapter", (f"第{citation.chinese(number)}章　{name}",))
    elif attachment:
        composer.title(document.inline(attachment[2]), attachment[1])
    else:
        composer.text("Chapter", document.inline(chapter.title))
    for part in composer.filler.parts(chapter.parts):
        composer.part(part)
    for article in chapter.articles:
        _article(composer, article)


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
