from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._laws import cited


@rule(
    "LAW101",
    "引用的法规不在登记册",
    mend="改成登记册里的名称，或在 data/laws/ 里新建一个文件登记它。",
)
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    没登记的法规，网页给不出链接、强度和核对情况；名称写错一个字也算没登记。
    只看后面写了条号的，以及“依据”里的。

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

    见《中华人民共和国公会法》第十一条。
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

    见《中华人民共和国工会法》第十一条。
    ```
    """
    for line, cite, law, _ in cited(page, data).odd:
        if law is None:
            text = page.outline.rows[line - 1]
            if cite.article or "依据：" in text:
                column = page.outline.column(line, f"《{cite.law}》")
                yield Hit(line, f"登记册里没有《{cite.law}》", column)
