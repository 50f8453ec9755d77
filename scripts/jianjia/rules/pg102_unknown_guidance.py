from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule


@rule("PG102", "指引编号不存在", mend="照 data/guidance.yml 里的编号写。")
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    编号写错，这条指引就会被当成没有着落。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    guidance: [S9-99.9]
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。
    ```

    正例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    guidance: [S2-18.2]
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。
    ```
    """
    for i, key in enumerate(page.meta.guidance):
        if key not in data.guidance:
            line, column = page.outline.front.place(("guidance", i))
            yield Hit(line, f"没有编号为“{key}”的指引", column)
