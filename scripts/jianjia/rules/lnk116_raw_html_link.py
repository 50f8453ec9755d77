from collections.abc import Iterator

from jianjia import anchors
from jianjia.model import Page
from jianjia.rules import Hit, rule


@rule(
    "LNK116",
    "用 HTML 写的链接和图片，网站不会改写地址",
    mend="改成 Markdown 的写法：[文字](地址)、![说明](地址)。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    网站会把 Markdown 链接里的 .md 换成网页的地址，手写的 <a href>、<img src> 不会换，读者打不开。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照<a href="format.md">写作格式</a>做。
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
        if link.written != "html" or link.external:
            continue
        if not link.target.startswith("#"):
            yield Hit(link.line, f"“{link.target}”不会换成网页的地址", link.column)
        elif link.anchor not in anchors.of(page):
            yield Hit(link.line, f"这一页没有锚点“#{link.anchor}”", link.column)
