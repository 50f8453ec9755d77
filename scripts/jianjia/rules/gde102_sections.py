from collections.abc import Iterator

from jianjia.model import Guide
from jianjia.outline import Heading
from jianjia.rules import Hit, rule

ORDER = ("什么时候用", "怎么做", "常见误区", "案例")


@rule(
    "GDE102",
    "指南的小标题不在规定的几个里，或者次序不对",
    mend=f"二级小标题只用：{'、'.join(ORDER)}，照这个次序，用得上的才写；再细的用 ###。",
)
def check(page: Guide) -> Iterator[Hit]:
    """
    每一份指南的次序都一样，读者看熟了，一下就能翻到“怎么做”。

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

    ## 操作流程

    先报批。
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

    先报批。
    ```
    """
    above = -1
    for block in page.blocks_of(Heading):
        if block.level != 2:
            continue
        if block.text not in ORDER:
            yield Hit(block.line, f"“{block.text}”不在规定的小标题里")
        elif (at := ORDER.index(block.text)) < above:
            yield Hit(block.line, f"“{block.text}”应当在“{ORDER[above]}”前面")
        else:
            above = at
