from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Heading
from jianjia.rules import Hit, rule


@rule("PG101", "正文里写了一级标题", mend="删掉这一行；标题只写在开头的 title 里。")
def check(page: Page) -> Iterator[Hit]:
    """
    标题写两处，改了一处忘了另一处，页面上也会出现两个标题。

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

    # 怎样建会

    提前七天发通知。
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

    ## 什么时候用

    决定建会以后。
    ```
    """
    for block in page.blocks_of(Heading):
        if block.level == 1:
            yield Hit(block.line, f"“{block.text}”是一级标题")
