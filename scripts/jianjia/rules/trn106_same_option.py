from collections.abc import Iterator

from jianjia.model import Training
from jianjia.rules import Hit, rule


@rule("TRN106", "一道题里有两个一样的选项", mend="改掉或者删掉一个。")
def check(page: Training) -> Iterator[Hit]:
    """
    两个选项一样，一个算对一个算错，学员会觉得题出错了。

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
    - [ ] 会员
        - 解析：不对。
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
        seen: set[str] = set()
        for option in question.options:
            key = "".join(option.text.split())
            if key in seen:
                yield Hit(option.line, f"“{option.text[:20]}”写了两遍")
            seen.add(key)
