import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace

_PATTERN = r"！(\[[^\[\]\n]*\]\([^()\n]+\.(?:png|jpe?g|gif|svg|webp)\))"


@rule(
    "IMG103",
    "图片的叹号打成了全角",
    mend="换成半角的 !；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: f"!{m[1]}"),
)
def check(page: Page) -> Iterator[Hit]:
    """
    全角的叹号后面是一个普通链接，读者看到的是“！”和一行字，看不到图。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ！[建家手册的标志：一座房子](../assets/favicon.svg)
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ![建家手册的标志：一座房子](../assets/favicon.svg)
    ```
    """
    if "！" in page.signs:
        for m in re.finditer(_PATTERN, page.prose, re.I):
            yield spot(page, m.start(), "读者看不到图，只看到一个链接")
