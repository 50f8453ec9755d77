from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._common import replace
from jianjia.rules._links import LIKE, hits, mend, wrong_parentheses


@rule(
    "LNK107",
    "链接的圆括号打成了全角",
    mend="地址两边用半角圆括号；也可以运行 --fix。",
    fix=replace(LIKE.pattern, mend(wrong_parentheses)),
)
def check(page: Page) -> Iterator[Hit]:
    """
    地址放在全角圆括号里就不是链接，读者看到的是一串地址，点不了；查链接的工具也看不见它。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式]（format.md）做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    yield from hits(page, wrong_parentheses, "全角圆括号里的不是链接")
