from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM008", "开头缺少必须有的键", mend="照提示补上；各种页要哪些键，见“写作格式”。")
def check(page: Page) -> list[Hit]:
    """
    没有标题找不到，没有摘要第一屏没有答案，没有复核日期读者不知道还作不作数。

    反例：

    ```guide
    ---
    title: 怎样建会
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
    return list(reported(page, "FM008"))
