from collections.abc import Iterator

from jianjia.citation import article_number
from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule("LAW102", "条号超出全文", mend="核对条号；修法后条号会变，以现行文本为准。")
def check(library: Library) -> Iterator[Hit]:
    """
    引了不存在的条文，对方一查就不信了。

    反例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    见《工会法》第九十九条。
    ```

    正例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    见《工会法》第十一条。
    ```
    """
    for page, line, cite in ((c.page, c.line, c.cite) for c in library.cited):
        law = library.registers.laws.find(cite.law)
        n = article_number(cite.article) if cite.article else None
        if law and n and law.total and n > law.total:
            column = page.outline.column(line, cite.article)
            yield Hit(
                line, f"《{cite.law}》只有 {law.total} 条，没有{cite.article}", column, page.path
            )
