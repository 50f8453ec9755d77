from collections.abc import Iterator

from jianjia.document import TYPES
from jianjia.model import Column, FieldSpec, Policy, Template
from jianjia.rules import Hit, rule

_TABULAR = ("人员表", "明细表")


@rule(
    "TPL107",
    "单选没有选项，或者表没有写列",
    mend="写成“单选（甲／乙）”“明细表（小组 group、会员数 members 整数）×8”。",
)
def check(page: Template | Policy) -> Iterator[Hit]:
    """
    没有选项的单选填不了；没有列的表印出来是空的；两列用同一个键，填了后一列前一列就没了。

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
    | 会议形式二 | shape | 单选 | 是 | 现场 | |

    ## 正文

    ### 会议通知

    会议形式：【会议形式二】。
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
    | 会议形式二 | shape | 单选（现场／视频） | 是 | 现场 | |

    ## 正文

    ### 会议通知

    会议形式：【会议形式二】。
    ```
    """
    for spec in page.specs:
        if spec.type == "单选" and not any(spec.options):
            yield Hit(spec.line, f"“{spec.label}”没有写选项")
        elif spec.type == "单选" and len(set(spec.options)) < len(spec.options):
            yield Hit(spec.line, f"“{spec.label}”有两个一样的选项")
        if spec.type in _TABULAR:
            yield from _columns(spec)


def _columns(spec: FieldSpec) -> Iterator[Hit]:
    if not spec.columns:
        yield Hit(spec.line, f"“{spec.label}”没有写列")
    seen: set[str] = set()
    for column in spec.columns:
        if column.key in seen:
            yield Hit(spec.line, f"“{spec.label}”有两列的键都是“{column.key}”")
        seen.add(column.key)
        if why := _wrong(column):
            yield Hit(spec.line, f"“{spec.label}”的“{column.label}”列{why}")


def _wrong(column: Column) -> str:
    if column.type not in TYPES or column.type in _TABULAR:
        return f"类型“{column.type}”不认识"
    if column.type == "单选" and not column.options:
        return "没有写选项，写成“单选 甲/乙”"
    if not (column.key.isascii() and column.key.isidentifier()):
        return "没有写键，写成“名称 键 类型”，键用英文"
    return ""
