import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot


@rule("PG118", "本站不能引入别的文件的片段", mend="把内容直接写在这里，或者链接到那一页。")
def check(page: Page) -> Iterator[Hit]:
    """
    “--8<--”这种写法本站没有开，读者会看到这一行符号；别的网站开了的，找不到文件也不会说，内容悄悄没了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    --8<-- "parts/notice.md"
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知。
    ```
    """
    if "8<-" in page.prose:
        for m in re.finditer(r"^[ \t]*-+8<-+", page.prose, re.M):
            yield spot(page, m.start(), "读者会看到这一行符号")
