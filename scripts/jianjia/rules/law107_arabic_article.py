import re
from collections.abc import Iterator

from jianjia.citation import chinese
from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_PATTERN = r"第[ ]*(\d{1,4})[ ]*条(?![件款])"


@rule("LAW107", "条号用了阿拉伯数字", mend="条号写成中文数字：第十一条。")
def check(page: Page) -> Iterator[Hit]:
    """
    法律条文的号是中文数字。写成“第11条”，网站认不出，没有链接，也没有强度和核对情况。

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

    见《工会法》第11条。
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

    见《工会法》第十一条。
    ```
    """
    if "条" in page.words and not page.for_editors:
        for m in re.finditer(_PATTERN, page.words):
            yield spot(page, m.start(), f"“{m[0]}”应当是“第{chinese(int(m[1]))}条”")
