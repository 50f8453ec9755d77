from collections.abc import Iterator

from jianjia.model import Training
from jianjia.rules import Hit, rule
from jianjia.rules._common import strays


@rule("TRN101", "培训课里有看不懂的行", mend="照“写作格式”里培训一节的写法改。")
def check(page: Training) -> Iterator[Hit]:
    """
    看不懂的行不会出现在投影、讲稿和测验里。

    反例：

    ```training
    ---
    title: 建会实训
    theme: branch
    minutes: 5
    summary: 走一遍建会
    reviewed: 2026-11-20
    ---

    ## 为什么是 25 人

    > 大约五分钟
    > 时间：5 分钟
    > 讲解：先报数。
    ```

    正例：

    ```training
    ---
    title: 建会实训
    theme: branch
    minutes: 5
    summary: 走一遍建会
    reviewed: 2026-11-20
    ---

    ## 为什么是 25 人

    > 时间：5 分钟
    > 讲解：先报数。
    ```
    """
    for stray in strays(page):
        yield Hit(stray.line, f"{stray.why}：{stray.text.strip()[:40]}")
