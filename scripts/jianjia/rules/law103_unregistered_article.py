from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._laws import cited, number


@rule(
    "LAW103",
    "引用的条文没有登记",
    mend="读过原文后，在 data/laws/ 的那部法里补一条（article、says、verified、checked）；没把握条号的写事由。",
)
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    每一处引用都要能说出“这一条讲什么、谁核过”，否则读者无从判断。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。

    见《工会法》第五十八条。
    ```

    正例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。

    见《工会法》第十一条。
    ```
    """
    for line, cite, law, _ in cited(page, data).odd:
        if not law or not (cite.article or cite.topic) or law.entries(cite):
            continue
        n = number(cite.article)
        if n and law.total and n > law.total:
            continue
        if cite.topic and "依据：" not in page.outline.rows[line - 1]:
            continue
        what = cite.article or f"事由“{cite.topic}”"
        column = page.outline.column(line, cite.article or cite.topic)
        yield Hit(line, f"《{cite.law}》的{what}没有登记", column)
