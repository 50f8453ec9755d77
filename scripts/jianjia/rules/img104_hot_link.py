from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._links import images


@rule(
    "IMG104",
    "图片放在别人的网站上",
    mend="下载下来，放进 docs/assets/，用相对路径；没有授权的不用。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    别人的网站删了、换了、不让引用，图就没了；读者打开这一页，那个网站也就知道了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ![工会的标志：汉字“中”和“工”](https://example.com/logo.png)
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
        if link.external and not link.target.lower().startswith("data:"):
            yield Hit(link.line, f"“{link.target[:60]}”在别人的网站上", link.column)
