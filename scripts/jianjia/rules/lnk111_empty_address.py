from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule


@rule("LNK111", "链接没有写地址", mend="把地址补在圆括号里；没有地址的，去掉方括号，留下文字。")
def check(page: Page) -> Iterator[Hit]:
    """
    没有地址的链接点了还在这一页，读者以为坏了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式]()做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    for link in page.links:
        if link.target.strip() in {"", "#"}:
            yield Hit(link.line, f"“{link.text}”没有地址", link.column)
