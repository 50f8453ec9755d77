from collections.abc import Iterator

from jianjia.model import Training
from jianjia.rules import Hit, rule


@rule(
    "TRN102",
    "各张的时间加起来不等于全讲",
    mend="改每张的“时间”，或者改开头的 minutes；并把课前说的“必讲几分钟”核对一遍。",
)
def check(page: Training) -> Iterator[Hit]:
    """
    讲课的人照分钟排课。加起来对不上，讲到一半就拖堂。

    反例：

    ```training
    ---
    title: 建会实训
    summary: 走一遍建会
    theme: branch
    minutes: 5
    reviewed: 2026-11-20
    ---

    ## 为什么是 25 人

    > 时间：8 分钟
    > 讲解：先报数。
    ```

    正例：

    ```training
    ---
    title: 建会实训
    summary: 走一遍建会
    theme: branch
    minutes: 5
    reviewed: 2026-11-20
    ---

    ## 为什么是 25 人

    > 时间：5 分钟
    > 讲解：先报数。
    ```
    """
    total = sum(slide.minutes for slide in page.slides)
    timed = page.meta.minutes and all(slide.minutes for slide in page.slides)
    if page.slides and timed and total != page.meta.minutes:
        line, column = page.outline.front.place(("minutes",))
        yield Hit(line, f"写的是 {page.meta.minutes} 分钟，各张加起来 {total} 分钟", column)
