from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM003", "键值里用了别名（& 和 *）", mend="把内容直接写出来；以 * 或 & 开头的文字加引号。")
def check(page: Page) -> list[Hit]:
    """
    别名让人看不出这一页到底写了什么，也能让一个小文件涨成几个 G。

    反例：

    ```guide
    ---
    title: &a 怎样建会
    summary: *a
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
    return list(reported(page, "FM003"))
