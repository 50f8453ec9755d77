from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM006", "开头的“---”没有结束", mend="在键值后面补一行“---”。")
def check(page: Page) -> list[Hit]:
    """
    少了结束的“---”，整页正文都会乱。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
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
    return list(reported(page, "FM006"))
