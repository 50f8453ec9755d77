from collections.abc import Iterator

from jianjia.model import Training
from jianjia.rules import Hit, rule


@rule("TRN105", "选项没有解析", mend="选项下面缩进 4 格写“- 解析：…”，对的错的都要写。")
def check(page: Training) -> Iterator[Hit]:
    """
    只说对错，学员不知道错在哪里；选错的人最需要那句解析。

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
    > 讲解：先报数。

    ## 测验

    ### 数的是什么人？

    - [x] 会员
        - 解析：对。
    - [ ] 职工
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

    ## 测验

    ### 数的是什么人？

    - [x] 会员
        - 解析：对。
    - [ ] 职工
        - 解析：不对。
    ```
    """
    for question in page.questions:
        for option in question.options:
            if not option.why:
                yield Hit(option.line, f"“{option.text[:20]}”没有解析")
