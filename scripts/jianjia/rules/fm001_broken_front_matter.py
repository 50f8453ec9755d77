from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule(
    "FM001",
    "开头的键值读不懂",
    mend="照提示改这一行；值里的冒号用全角的“：”，有 #、@ 的用引号括起来。",
)
def check(page: Page) -> list[Hit]:
    """
    开头的键值读不懂时，网站会把它当正文印给读者看，标题、摘要也都没了。

    反例：

    ```guide
    ---
    title: 建会: 怎么办
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
    title: 建会：怎么办
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。
    ```
    """
    return list(reported(page, "FM001"))
