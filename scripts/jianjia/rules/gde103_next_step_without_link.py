from collections.abc import Iterator

from jianjia.model import Guide, get_all
from jianjia.rules import Hit, rule


@rule("GDE103", "下一步没有链接可点", mend="写成“> 下一步：打开[筹建清单](…)，从第一项做起。”。")
def check(page: Guide) -> Iterator[Hit]:
    """
    告诉读者“下一步看清单”，却点不了，等于没说。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：去看写作格式。
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
    ```
    """
    for field in get_all(page, "下一步"):
        if field.text and "](" not in field.text:
            yield Hit(field.line, "下一步里没有链接")
