import re
from collections.abc import Iterator

from jianjia import document
from jianjia.model import FieldSpec, Page, Policy, Ref, TablePart, Template, When
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._templates import body, tokens

BUILT_IN = frozenset({"序号"})
"""不用声明的填写项：明细表里的行号。"""


@rule(
    "TPL201",
    "正文和填写项对不上",
    mend="正文里的【名称】要么在“填写项”表里，要么是 data/profile.yml 里的名称；表里有的正文都要用到。",
)
def check(page: Template | Policy, data: Registers) -> Iterator[Hit]:
    """
    正文里有、表里没有，读者没处填；表里有、正文没有，填了也白填。

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
    | 会议室 | room | 文本 | 是 | 一楼 | |

    ## 正文

    ### 会议通知

    请到【开会的房间】参加。
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
    specs = {**data.profile.specs, **{spec.label: spec for spec in page.specs}}
    parts = body(page)
    used = {
        row.repeat
        for part in document.flat(parts)
        if isinstance(part, TablePart)
        for row in part.rows
    }
    expressions = " ".join(spec.derive for spec in page.specs)
    for line, token in tokens(page):
        if isinstance(token, When) and token.test.startswith("="):
            expressions += " " + token.test
            continue
        label = token.test if isinstance(token, When) else token.label
        used.add(label)
        yield from _reference(page, line, label, getattr(token, "column", ""), specs)
    title = getattr(page.meta, "document", "") or ""
    used.update(
        token.label for token in document.walk(document.inline(title)) if isinstance(token, Ref)
    )
    words = set(re.findall(r"[A-Za-z_]\w*", expressions))
    for spec in page.specs:
        if spec.label not in used and spec.key not in words:
            yield Hit(spec.line, f"填写项“{spec.label}”在正文里没有用到")


def _reference(
    page: Page, line: int, label: str, column: str, specs: dict[str, FieldSpec]
) -> Iterator[Hit]:
    spec = specs.get(label)
    if spec is None and label not in BUILT_IN:
        yield Hit(line, f"“{label}”没有声明", page.outline.column(line, f"【{label}"))
    elif spec and column and column not in {c.label for c in spec.columns}:
        names = "、".join(c.label for c in spec.columns) or "没有列"
        said = f"“{label}”里没有“{column}”这一列，只有：{names}"
        yield Hit(line, said, page.outline.column(line, f"【{label}"))
