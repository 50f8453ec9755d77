import re
from collections.abc import Iterator

from jianjia.model import Policy, Template
from jianjia.rules import Hit, rule
from jianjia.rules._common import printed, sections

_WRONG = re.compile(
    r"\{\{[^{}\n]*\}?\}?|｛[^｛｝\n]*｝?|〖[^〖〗\n]*〗?|\{[\u4e00-\u9fff][^{}\n]*\}|【\s*】|【[^【】\n]*【|】[^【】\n]*】"
)
_BRACES = frozenset("{｛〖【】")
_NOT_PRINTED = ("填写项", "采用办法", "备案和复审", "说明")


@rule(
    "TPL112",
    "填写项的括号写错了，或者“若”没有“完”",
    mend="写成【名称】，一个左一个右；一段话里“【若 …】”后面要有【完】。",
)
def check(page: Template | Policy) -> Iterator[Hit]:
    """
    括号少一半，或者写成 {{ }}、｛｝，网站当普通文字印出来，读者拿到的文书上就是这几个符号。

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

    {{单位全称}}的代表请准时参加。
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
    if page.signs.isdisjoint("{｛〖【】"):
        return
    rows = page.outline.rows
    for number in _body(page):
        row = rows[number - 1]
        if not _BRACES.intersection(row):
            continue
        if m := _WRONG.search(row):
            yield Hit(number, f"“{m[0][:20]}”不是【名称】的写法", m.start() + 1)
        elif row.count("【") != row.count("】"):
            yield Hit(
                number, "【】没有配对", min(map(row.find, _BRACES.intersection("【】", row))) + 1
            )
        elif row.count("【若") != row.count("【完】") and not _stands_alone(row):
            yield Hit(number, "这一段里“【若 …】”和【完】不一样多", row.find("【") + 1)


def _body(page: Template | Policy) -> range | list[int]:
    if isinstance(page, Template):
        return printed(page)
    return [
        number
        for text, first, last in sections(page)
        if text not in _NOT_PRINTED
        for number in range(first, last + 1)
    ]


def _stands_alone(row: str) -> bool:
    """单独成段的、表格行开头的“若”，不用在同一行里写“完”。"""
    text = row.strip()
    if re.fullmatch("【(?:若[^【】]*|否则|完)】", text):
        return True
    return text.startswith("|") and row.count("【若") == row.count("【完】") + 1
