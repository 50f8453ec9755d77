from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM009", "键不认识，或者值不对", mend="照提示改；日期写成 2026-11-20，列表写成 [甲, 乙]。")
def check(page: Page) -> list[Hit]:
    """
    键名拼错、日期不存在、该是列表的写成了一个词，网站都会当没写。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviwed: 2026-11-20
    reviewed: 2026-02-30
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
    return list(reported(page, "FM009"))
