"""文书和制度的几条规则共用。"""

from jianjia import document
from jianjia.model import Part, Policy, Ref, Repeat, Template, When


def body(page: Template | Policy) -> tuple[Part, ...]:
    """要印出来的要素。"""
    if isinstance(page, Template):
        return page.parts
    return tuple(part for article in page.articles for part in article.parts)


def tokens(page: Template | Policy) -> list[tuple[int, Ref | Repeat | When]]:
    """正文里的填写项和条件，连同行号。"""
    if "tokens" not in page.memo:
        page.memo["tokens"] = [
            (line, token)
            for line, text in document.inlines(body(page))
            if len(text) > 1 or (text and not isinstance(text[0], str))
            for token in document.walk(text)
        ]
    found: list[tuple[int, Ref | Repeat | When]] = page.memo["tokens"]
    return found
