from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._common import replace
from jianjia.rules._links import LIKE, hits, mend, wrong_gap


@rule(
    "LNK109",
    "链接的文字和地址之间有空格",
    mend="] 和 ( 紧挨着写；也可以运行 --fix。",
    fix=replace(LIKE.pattern, mend(wrong_gap)),
)
def check(page: Page) -> Iterator[Hit]:
    """
    ] 和 ( 之间有空格就不是链接，读者看到的是原样的括号和地址。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式] (format.md)做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    yield from hits(page, wrong_gap, "] 和 ( 之间有空格")
