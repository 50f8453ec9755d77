from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM007", "开头写的不是“键: 值”", mend="一行写一个“键: 值”，冒号用半角，后面空一格。")
def check(page: Page) -> list[Hit]:
    """
    写成列表，或者冒号用了全角，网站都认不出标题和摘要。

    反例：

    ```markdown
    ---
    - title
    - 怎样建会
    ---
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
    return list(reported(page, "FM007"))
