import re
from collections import Counter
from collections.abc import Iterator

from jianjia.model import Policy, Template
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._registers import once

_KEY = re.compile(r"[a-z][a-z0-9_]*\Z")
_WORDS = frozenset({"true", "false", "null", "in", "has"})


@rule(
    "TPL102",
    "填写项的键写得不对",
    mend="键用小写英文字母、数字和下划线，以字母开头，不和别的键重复。",
)
def check(page: Template | Policy, data: Registers) -> Iterator[Hit]:
    """
    键是算式和存下来的内容认的名字。重复了，填一处改两处；和单位档案里的一样，会把人家的值盖掉。

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
    | 会议室 | 会议室 | 文本 | 是 | 一楼 | |

    ## 正文

    ### 会议通知

    请到【会议室】参加。
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

    ## 填写项

    | 填写项 | 键 | 类型 | 必填 | 示例 | 说明 |
    | --- | --- | --- | --- | --- | --- |
    | 会议室 | room | 文本 | 是 | 一楼 | |

    ## 正文

    ### 会议通知

    请到【会议室】参加。
    ```
    """
    shared = once(data, _shared)
    counts = Counter(spec.key for spec in page.specs)
    for spec in page.specs:
        column = page.outline.column(spec.line, f"| {spec.key} ") + 2
        if not _KEY.match(spec.key) or spec.key in _WORDS:
            yield Hit(spec.line, f"“{spec.label}”的键“{spec.key}”不合规矩", column)
        elif counts[spec.key] > 1:
            yield Hit(spec.line, f"键“{spec.key}”用了 {counts[spec.key]} 次", column)
        elif shared.get(spec.key, spec.label) != spec.label:
            said = f"键“{spec.key}”是单位档案里“{shared[spec.key]}”的键"
            yield Hit(spec.line, said, column)


def _shared(data: Registers) -> dict[str, str]:
    """单位档案里的键 → 名称。"""
    return {spec.key: label for label, spec in data.profile.specs.items()}
