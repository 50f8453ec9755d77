from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._laws import cited, number


@rule("LAW102", "条号超出全文", mend="核对条号；修法后条号会变，以现行文本为准。")
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    引了不存在的条文，对方一查就不信了。

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

    见《工会法》第九十九条。
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
        n = number(cite.article)
        if law and n and law.total and n > law.total:
            column = page.outline.column(line, cite.article)
            said = f"《{cite.law}》只有 {law.total} 条，没有{cite.article}"
            yield Hit(line, said, column)
