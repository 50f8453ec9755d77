from collections.abc import Iterator

from jianjia.model import Template
from jianjia.registers import Registers
from jianjia.rules import Hit, rule


@rule("TPL105", "校验编号不存在", mend="照 data/checks.yml 里的编号写。")
def check(page: Template, data: Registers) -> Iterator[Hit]:
    """
    编号写错，那一条校验就不会查，数字对不上也拦不住。

    反例：

    ```template
    ---
    title: 会议通知
    summary: 通知代表开会
    layout: 表格
    genre: 通知
    checks: [V99]
    reviewed: 2026-11-20
    ---

    ## 使用说明

    - 什么时候用：会前七天
    - 份数：一份
    - 下一步：开会
    - 依据：工作经验

    ## 正文

    ### 会议通知

    请准时参加。
    ```

    正例：

    ```template
    ---
    title: 会议通知
    summary: 通知代表开会
    layout: 表格
    genre: 通知
    reviewed: 2026-11-20
    ---

    ## 使用说明

    - 什么时候用：会前七天
    - 份数：一份
    - 下一步：开会
    - 依据：工作经验

    ## 正文

    ### 会议通知

    请准时参加。
    ```
    """
    for i, key in enumerate(page.meta.checks):
        if key not in data.checks:
            line, column = page.outline.front.place(("checks", i))
            yield Hit(line, f"没有编号为“{key}”的校验", column)
