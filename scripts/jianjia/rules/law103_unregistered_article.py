from collections.abc import Iterator

from jianjia.citation import article_number
from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule(
    "LAW103",
    "引用的条文没有登记",
    mend="读过原文后，在 data/laws/ 的那部法里补一条（article、says、verified、checked）；没把握条号的写事由。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    每一处引用都要能说出“这一条讲什么、谁核过”，否则读者无从判断。

    反例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    见《工会法》第五十八条。
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
        if not law or not (cite.article or cite.topic) or law.entries(cite):
            continue
        n = article_number(cite.article) if cite.article else None
        if n and law.total and n > law.total:
            continue
        if cite.topic and "依据：" not in page.outline.lines[line - 1]:
            continue
        what = cite.article or f"事由“{cite.topic}”"
        column = page.outline.column(line, cite.article or cite.topic)
        yield Hit(line, f"《{cite.law}》的{what}没有登记", column, page.path)
