from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM003", "键值里用了别名（& 和 *）", mend="把内容直接写出来；以 * 或 & 开头的文字加引号。")
def check(page: Page) -> list[Hit]:
    """
    别名让人看不出这一页到底写了什么，也能让一个小文件涨成几个 G。

    反例：

    ```markdown
    ---
    title: &a 怎样建会
    summary: *a
    reviewed: 2026-11-20
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
    return list(reported(page, "FM003"))
