from collections.abc import Iterator

from jianjia.model import Template, get
from jianjia.rules import Hit, rule
from jianjia.rules._common import broken, sections

NEEDED = ("什么时候用", "份数", "下一步", "依据")


@rule(
    "TPL109",
    "使用说明缺了要紧的几行",
    mend=f"“## 使用说明”下面补上：{'、'.join(NEEDED)}；写成“- 名称：内容”。",
)
def check(page: Template) -> Iterator[Hit]:
    """
    下载文书的人要先知道：这时候该不该用它、印几份、交出去以后干什么、凭什么这样写。

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
    - 依据：工作经验

    ## 正文

    ### 会议通知

    请准时参加。
    ```
    """
    if broken(page):
        return
    line = next((first for text, first, _ in sections(page) if text == "使用说明"), 1)
    missing = [name for name in NEEDED if not get(page, name)]
    if missing:
        yield Hit(line, f"没有写：{'、'.join(missing)}")
