from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM006", "开头的“---”没有结束", mend="在键值后面补一行“---”。")
def check(page: Page) -> list[Hit]:
    """
    少了结束的“---”，整页正文都会乱。

    反例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ```

    正例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---
    ```
    """
    return list(reported(page, "FM006"))
