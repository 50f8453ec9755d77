from collections.abc import Iterator

from jianjia.model import Training, get
from jianjia.rules import Hit, rule


@rule("TRN103", "这一张没有写时间或者讲解", mend="引用块里补“> 时间：5 分钟”和“> 讲解：…”。")
def check(page: Training) -> Iterator[Hit]:
    """
    没有讲解，替班的人上台只能念投影；没有时间，排不了课。

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

    > 时间：5 分钟
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
    for slide in page.slides:
        if not slide.minutes:
            yield Hit(slide.line, f"“{slide.title}”没有写“时间：几分钟”")
        if not get(slide, "讲解"):
            yield Hit(slide.line, f"“{slide.title}”没有写讲解")
