from collections.abc import Iterator

from jianjia.model import Training
from jianjia.rules import Hit, rule


@rule("TRN107", "及格的题数比题目还多", mend="改 passing，或者把题补够。")
def check(page: Training) -> Iterator[Hit]:
    """
    一共四题，要答对五题才算过，谁也过不了。

    反例：

    ```training
    ---
    title: 建会实训
    summary: 走一遍建会
    theme: branch
    minutes: 5
    passing: 2
    reviewed: 2026-11-20
    ---

    ## 为什么是 25 人

    > 时间：5 分钟
    > 讲解：先报数。

    ## 测验

    ### 数的是什么人？

    - [x] 会员
        - 解析：对。
    - [ ] 职工
        - 解析：不对。
    ```

    正例：

    ```training
    ---
    title: 建会实训
    summary: 走一遍建会
    theme: branch
    minutes: 5
    passing: 1
    reviewed: 2026-11-20
    ---

    ## 为什么是 25 人

    > 时间：5 分钟
    > 讲解：先报数。

    ## 测验

    ### 数的是什么人？

    - [x] 会员
        - 解析：对。
    - [ ] 职工
        - 解析：不对。
    ```
    """
    if page.meta.passing > len(page.questions):
        line, column = page.outline.front.place(("passing",))
        said = f"要答对 {page.meta.passing} 题，可是只有 {len(page.questions)} 题"
        yield Hit(line, said, column)
