from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule


@rule("LNK105", "链接用了以 / 开头的地址", mend="用相对路径：从这个文件出发，../ 往上一层。")
def check(page: Page) -> Iterator[Hit]:
    """
    以 / 开头的地址从网站的根算起，网站放进子目录、装进 U 盘就打不开。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](/about/format/)做。
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
        if link.target.startswith("/") and not link.target.startswith("//"):
            yield Hit(link.line, f"“{link.target}”换一个地方放就打不开", link.column)
