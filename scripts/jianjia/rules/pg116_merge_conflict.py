import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_PATTERN = r"^(?:<{7}|>{7}|={7}|\|{7})(?=[ \n]|\Z)"


@rule(
    "PG116",
    "合并时的冲突标记还在",
    mend="两份里留下对的，连同 <<<<<<<、=======、>>>>>>> 三行一起删掉。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    两个人改了同一处，合并以后要人来定。没有定就存了，两份都会印给读者看。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    <<<<<<< 甲
    提前七天发通知。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知。
    ```
    """
    text = page.outline.text
    if "<<<<<<<" in text or ">>>>>>>" in text or "=======" in text or "|||||||" in text:
        for m in re.finditer(_PATTERN, text, re.M):
            yield spot(page, m.start(), f"“{m[0]}”是合并时留下的")
