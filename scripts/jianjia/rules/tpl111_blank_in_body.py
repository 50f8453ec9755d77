import re
from collections.abc import Iterator

from jianjia.model import Template
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import printed

_PATTERN = r"_{3,}|(?<![A-Za-z])[XＸ]{2,}(?![A-Za-z])|×{2,}|某某|\.{6,}|…{3,}|（  +）"

_SIGNS = ("___", "XX", "ＸＸ", "××", "某某", "......", "………", "（  ")


@rule(
    "TPL111",
    "正文里留着空格线、XX、某某",
    mend="换成【名称】，在“填写项”里登记；留给手写的空，用全角的“＿＿＿”。",
)
def check(page: Template) -> Iterator[Hit]:
    """
    留着“____”“XX”的文书，填写时不会提示，也不会自动带出单位名称，印出来常常忘了填。

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

    ## 正文

    ### 会议通知

    ____ 的代表请准时参加。
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
    words = page.words
    if not any(sign in words for sign in _SIGNS):
        return
    body = printed(page)
    for m in re.finditer(_PATTERN, page.words):
        hit = spot(page, m.start(), f"“{m[0]}”应当是一个填写项：【名称】")
        if hit.line in body:
            yield hit
