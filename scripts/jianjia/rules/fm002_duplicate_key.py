from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM002", "同一个键写了两遍", mend="留下对的一处，删掉另一处。")
def check(page: Page) -> list[Hit]:
    """
    写了两遍的键只有一处算数，改了另一处会以为已经改好。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    summary: 先发展会员
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
    return list(reported(page, "FM002"))
