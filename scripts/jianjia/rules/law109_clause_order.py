import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_N = "[零一二三四五六七八九十百]+"
_PATTERN = rf"第?（?{_N}）?项第{_N}[款条]|第{_N}款第{_N}条|第{_N}条第?（?{_N}）?项第{_N}款"


@rule("LAW109", "条、款、项的次序写反了", mend="从大到小写：第几条第几款第几项。")
def check(page: Page) -> Iterator[Hit]:
    """
    一条分几款，一款分几项。写反了，别人不知道指的是哪一处，网站也认不出。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。

    ## 怎么做

    见《工会法》第二十条第一项第二款。
    ```

    正例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。

    ## 怎么做

    见《工会法》第二十条第二款第一项。
    ```
    """
    if any(sign in page.words for sign in ("项第", "款第")):
        for m in re.finditer(_PATTERN, page.words):
            yield spot(page, m.start(), f"“{m[0]}”的次序反了")
