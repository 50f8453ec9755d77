from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._links import external


@rule("LNK121", "链接的网址不是 https", mend="换成 https:// 开头的；对方确实没有的，写明原因放行。")
def check(page: Page) -> Iterator[Hit]:
    """
    http 的网址，路上谁都能改内容，微信里会拦下来；“//网址”从 U 盘打开就坏。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    条文在[国家法律法规数据库](http://flk.npc.gov.cn/)查。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    条文在[国家法律法规数据库](https://flk.npc.gov.cn/)查。
    ```
    """
    for link in external(page):
        if link.target[:7].lower() == "http://" or link.target.startswith("//"):
            yield Hit(link.line, f"“{link.target}”不是 https", link.column)
