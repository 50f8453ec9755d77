import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import HAN, replace

_AFTER = rf"(?=[{HAN}《“（\"])"
_PATTERN = rf"^( *-){_AFTER}"

_SIGN = re.compile(rf"\n *-{_AFTER}")


@rule(
    "LST106",
    "短横后面没有空一格",
    mend="写成“- 事项”，短横后面空一格；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: f"{m[1]} "),
)
def check(page: Page) -> Iterator[Hit]:
    """
    短横后面不空格，网站不当列表，几项会挤成一段。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    -发通知
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    - 发通知
    ```
    """
    if _SIGN.search("\n" + page.prose):
        for m in re.finditer(_PATTERN, page.prose, re.M):
            yield spot(page, m.start(), "读者看到的是短横，不是列表")
