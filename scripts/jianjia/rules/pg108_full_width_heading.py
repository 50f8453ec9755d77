import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace

_PATTERN = r"^(?=#*＃)([#＃]{1,6}+)(?![#＃])[ \u3000]*(?=\S)"


@rule(
    "PG108",
    "小标题的 # 打成了全角",
    mend="换成英文输入法下的 #，后面空一格；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: "#" * len(m[1]) + " "),
)
def check(page: Page) -> Iterator[Hit]:
    """
    全角的“＃”不是小标题，读者看到的是一行“＃＃ 会前”，目录里也没有这一节。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ＃＃ 会前

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
    if "＃" in page.signs:
        for m in re.finditer(_PATTERN, page.prose, re.M):
            yield spot(page, m.start(), "读者看到的是“＃”号，不是小标题")
