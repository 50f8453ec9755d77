from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._common import replace
from jianjia.rules._links import LIKE, hits, mend, wrong_brackets


@rule(
    "LNK108",
    "链接的方括号打成了【】或［］",
    mend="文字两边用半角方括号；也可以运行 --fix。",
    fix=replace(LIKE.pattern, mend(wrong_brackets)),
)
def check(page: Page) -> Iterator[Hit]:
    """
    【】、［］里的字后面跟着地址，也不是链接，读者看到的是一串地址，点不了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照【写作格式】(format.md)做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    yield from hits(page, wrong_brackets, "这不是链接，读者点不了")
