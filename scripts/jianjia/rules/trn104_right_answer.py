from collections.abc import Iterator

from jianjia.model import Training
from jianjia.rules import Hit, rule


@rule("TRN104", "题目没有正确答案，或者选项太少", mend="对的选项写成“- [x] …”，每题至少两个选项。")
def check(page: Training) -> Iterator[Hit]:
    """
    没有标对的，学员选哪个都是错。

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

    - [ ] 会员
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
        if len(question.options) < 2:
            said = f"“{question.text[:20]}”只有 {len(question.options)} 个选项"
            yield Hit(question.line, said)
        elif not any(option.right for option in question.options):
            yield Hit(question.line, f"“{question.text[:20]}”没有标哪个对")
        elif all(option.right for option in question.options):
            yield Hit(question.line, f"“{question.text[:20]}”的选项全标了对")
