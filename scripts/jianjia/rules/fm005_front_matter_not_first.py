from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM005", "“---”前面有空行", mend="让“---”成为文件的第一行。")
def check(page: Page) -> list[Hit]:
    """
    “---”前面有空行，网站就不认开头的键值，会把它印给读者看。

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
    ```
    """
    return list(reported(page, "FM005"))
