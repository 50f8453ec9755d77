from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._links import images


@rule("IMG101", "图片没有说明", mend="在 ![ ] 里写一句图上是什么、要看什么。")
def check(page: Page) -> Iterator[Hit]:
    """
    看不见图的人、图没有打开的人，靠的就是这句说明。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ![](../assets/favicon.svg)
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ![建家手册的标志：一座房子](../assets/favicon.svg)
    ```
    """
    for link in images(page):
        if not link.text.strip():
            yield Hit(link.line, f"“{link.target}”没有说明", link.column)
