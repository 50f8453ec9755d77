from collections.abc import Iterator

from jianjia.model import Template
from jianjia.rules import Hit, rule
from jianjia.rules._common import strays


@rule("TPL101", "文书里有看不懂的行", mend="照“写作格式”里文书一节的写法改。")
def check(page: Template) -> Iterator[Hit]:
    """
    看不懂的行不会印进文书，填写的人也见不到。

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
    - 备注一下：别忘了签收
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
    - 提醒：别忘了签收
    - 依据：工作经验

    ## 正文

    ### 会议通知

    请准时参加。
    ```
    """
    for stray in strays(page):
        yield Hit(stray.line, f"{stray.why}：{stray.text.strip()[:40]}")
