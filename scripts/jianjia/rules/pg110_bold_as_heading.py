import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._common import is_document, paragraphs

_BOLD = re.compile(r"(\*\*|__)(?!\s)([^*_]{1,30})(?<!\s)\1[：:]?\s*\Z")


@rule("PG110", "用加粗冒充小标题", mend="改成“## 小标题”或“### 小标题”。")
def check(page: Page) -> Iterator[Hit]:
    """
    加粗的一行看着像小标题，可是目录里没有，读屏软件跳不过去，也没法链接到它。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    **发通知**

    提前七天。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 发通知

    提前七天。
    ```
    """
    if is_document(page):
        return
    for block in paragraphs(page):
        m = _BOLD.match(block.lines[0]) if len(block.lines) == 1 else None
        if m and not m[2].endswith(("。", "！", "？", "；")):
            yield Hit(block.line, f"“{m[2]}”是加粗的字，不是小标题")
