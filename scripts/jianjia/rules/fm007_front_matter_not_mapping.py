from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM007", "开头写的不是“键: 值”", mend="一行写一个“键: 值”，冒号用半角，后面空一格。")
def check(page: Page) -> list[Hit]:
    """
    写成列表，或者冒号用了全角，网站都认不出标题和摘要。

    反例：

    ```guide
    ---
    - title
    - 怎样建会
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
    return list(reported(page, "FM007"))
