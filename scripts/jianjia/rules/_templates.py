"""文书和制度的几条规则共用。"""

from jianjia.model import Part, Policy, Template


def body(page: Template | Policy) -> tuple[Part, ...]:
    """要印出来的要素。"""
    if isinstance(page, Template):
        return page.parts
    return tuple(part for article in page.articles for part in article.parts)
