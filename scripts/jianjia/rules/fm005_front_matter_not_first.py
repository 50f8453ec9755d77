from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM005", "“---”前面有空行", mend="让“---”成为文件的第一行。")
def check(page: Page) -> list[Hit]:
    """
    “---”前面有空行，网站就不认开头的键值，会把它印给读者看。

    反例：

    ```markdown

    ---
    title: 怎样建会
    summary: 先报批
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
    return list(reported(page, "FM005"))
