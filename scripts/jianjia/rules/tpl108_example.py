import re
from collections.abc import Iterator

from jianjia.model import FieldSpec, Policy, Template
from jianjia.rules import Hit, rule

_SHAPES = {
    "整数": (r"-?\d+", "一个整数"),
    "小数": (r"-?\d+(?:\.\d+)?", "一个数"),
    "金额": (r"-?\d+(?:\.\d+)?", "一个数，不带“元”和逗号"),
    "日期": (r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", "2026-04-28 这样的日期"),
    "时间": (r"(?:[01]?\d|2[0-3]):[0-5]\d", "14:00 这样的时间"),
}


@rule(
    "TPL108",
    "填写项没有示例，或者示例不合类型",
    mend="写一个虚构的示例，照类型的写法：日期 2026-04-28，单选写其中一个选项，表的格子用“，”隔开、行用“；”隔开。",
)
def check(page: Template | Policy) -> Iterator[Hit]:
    """
    第一次填的人看着示例填。没有示例，不知道填多细；示例写错了，照着填的也错，样张也印不对。

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
    | 通知日期 | notice_day | 日期 | 是 | 4月28日 | |

    ## 正文

    ### 会议通知

    通知日期：【通知日期】。
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
    | 通知日期 | notice_day | 日期 | 是 | 2026-04-28 | |

    ## 正文

    ### 会议通知

    通知日期：【通知日期】。
    ```
    """
    for spec in page.specs:
        said = str(spec.example).strip()
        if not said and spec.required and not spec.derive:
            yield Hit(spec.line, f"“{spec.label}”必填，可是没有示例")
        elif said and (why := _mismatch(spec, said)):
            column = page.outline.column(spec.line, said)
            yield Hit(spec.line, f"“{spec.label}”的示例“{said[:20]}”{why}", column)


def _mismatch(spec: FieldSpec, said: str) -> str:
    if spec.type in _SHAPES and not re.fullmatch(_SHAPES[spec.type][0], said):
        return f"应当是{_SHAPES[spec.type][1]}"
    if spec.type == "单选" and any(spec.options) and said not in spec.options:
        return f"不在选项里：{'、'.join(spec.options)}"
    if spec.type in {"人员表", "明细表"} and len(spec.columns) > 1:
        for row in said.split("；"):
            cells = len(row.split("，"))
            if row.strip() and cells > len(spec.columns):
                return f"有一行是 {cells} 格，只有 {len(spec.columns)} 列"
    return ""
