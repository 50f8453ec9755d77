import re
import unicodedata
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace

_PATTERN = "[０-９Ａ-Ｚａ-ｚ]+"
_SIGNS = re.compile(_PATTERN)


@rule(
    "TXT104",
    "数字、字母打成了全角",
    mend="用半角的数字和字母；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: unicodedata.normalize("NFKC", m[0])),
)
def check(page: Page) -> Iterator[Hit]:
    """
    全角的数字搜不到，时限里写了也算不出日子，电话拨不出去。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前１５天发通知。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前 15 天发通知。
    ```
    """
    if _SIGNS.search(page.marks):
        for m in re.finditer(_PATTERN, page.words):
            yield spot(page, m.start(), f"“{m[0]}”是全角的")
