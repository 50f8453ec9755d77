import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace

_PATTERN = r"^(#{1,6})(?=[^#\s\0!])"
_SIGN = re.compile(r"\n#{1,6}(?=[^#\s\0!])")


@rule(
    "PG107",
    "# 后面没有空一格",
    mend="# 和小标题之间空一格；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: f"{m[1]} "),
)
def check(page: Page) -> Iterator[Hit]:
    """
    井号后面不空格，有的地方当小标题，有的地方当普通文字，链接到它的锚点也找不到。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ##会前

    提前七天发通知。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 会前

    提前七天发通知。
    ```
    """
    if _SIGN.search("\n" + page.prose):
        for m in re.finditer(_PATTERN, page.prose, re.M):
            yield spot(page, m.start(), "读者看到的可能是“#”号，不是小标题")
