from collections import Counter
from collections.abc import Iterator

from jianjia.model import Policy, Template
from jianjia.registers import Registers
from jianjia.rules import Hit, rule


@rule(
    "TPL103",
    "填写项的名称重复",
    mend="换一个名称；单位档案里已经有的，删掉这一行，正文直接写【名称】。",
)
def check(page: Template | Policy, data: Registers) -> Iterator[Hit]:
    """
    正文里的【名称】只能指一项。和单位档案里的重名，读者在档案里填过的不会带过来，要再填一遍。

    反例：

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

    ## 填写项

    | 填写项 | 键 | 类型 | 必填 | 示例 | 说明 |
    | --- | --- | --- | --- | --- | --- |
    | 单位全称 | our_name | 文本 | 是 | 晨禾精密 | |

    ## 正文

    ### 会议通知

    【单位全称】的代表请准时参加。
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

    【单位全称】的代表请准时参加。
    ```
    """
    counts = Counter(spec.label for spec in page.specs)
    for spec in page.specs:
        if counts[spec.label] > 1:
            yield Hit(spec.line, f"“{spec.label}”写了 {counts[spec.label]} 次")
        elif spec.label in data.profile.specs:
            yield Hit(spec.line, f"“{spec.label}”单位档案里已经有了")
