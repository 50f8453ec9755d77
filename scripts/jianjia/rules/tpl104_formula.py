from collections.abc import Iterator
from dataclasses import replace

from jianjia import expr
from jianjia.model import FieldSpec, Policy, Template, When
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._registers import once
from jianjia.rules._templates import tokens


@rule(
    "TPL104",
    "算式写得不对",
    mend="算式里只用填写项的键和 data/profile.yml 开头列出的函数；括号、引号要配对。",
)
def check(page: Template | Policy, data: Registers) -> Iterator[Hit]:
    """
    算式里有不认识的键、不认识的函数，或者少了括号，自动算的那一格永远是空的，读者不知道为什么。

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
    | 到会率 | rate | 文本 | 自动 | 50.0% | `= percent(present, expected)` |

    ## 正文

    ### 会议通知

    到会率【到会率】。
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
    | 到会率 | rate | 文本 | 自动 | 50.0% | `= pct(present, expected)` |

    ## 正文

    ### 会议通知

    到会率【到会率】。
    ```
    """
    places = {spec.key: (spec.line, spec.derive) for spec in page.specs if spec.derive}
    tests = {}
    for line, token in tokens(page):
        if isinstance(token, When) and token.test.startswith("="):
            formula = token.test[1:].strip()
            tests[f"{line}:{formula}"] = formula
            places[f"{line}:{formula}"] = (line, formula)
    if not places:
        return
    for fault in expr.faults((*once(data, _shared), *page.specs), tests):
        if fault.key in places:
            line, formula = places[fault.key]
            column = page.outline.column(line, formula) + fault.column - 1
            yield Hit(line, f"算式“{formula[:40]}”：{fault.message}", column)


def _shared(data: Registers) -> list[FieldSpec]:
    """单位档案的填写项；它们自己的算式由 REG003 查。"""
    return [replace(spec, derive="") for spec in data.profile.specs.values()]
