from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule


@rule("LNK112", "链接没有文字", mend="方括号里写上那一页的名称。")
def check(page: Page) -> Iterator[Hit]:
    """
    没有文字的链接读者看不见，读屏软件念出来的是一串地址。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[](format.md)做。
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
        if link.written == "inline" and not link.image and not link.text.strip():
            yield Hit(link.line, f"指到“{link.target}”的链接没有文字", link.column)
