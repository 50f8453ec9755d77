from collections.abc import Iterator
from difflib import get_close_matches

from jianjia.kinds.template import SECTIONS
from jianjia.model import Template
from jianjia.rules import Hit, rule
from jianjia.rules._common import broken, sections


@rule(
    "TPL113",
    "文书少了“使用说明”或者“正文”",
    mend="小标题写成“## 使用说明”“## 填写项”“## 正文”，一字不差。",
)
def check(page: Template) -> Iterator[Hit]:
    """
    网站靠这三个小标题认哪些要印、哪些是说明。写错一个字，正文就印不出来。

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

    ## 正 文

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
    if broken(page):
        return
    found = {text: first for text, first, _ in sections(page)}
    for name in ("使用说明", "正文"):
        if name not in found:
            near = get_close_matches(name, [t for t in found if t not in SECTIONS], 1, 0.5)
            hint = f"，第 {found[near[0]]} 行的“{near[0]}”是不是它" if near else ""
            yield Hit(found[near[0]] if near else 1, f"没有“## {name}”{hint}")
