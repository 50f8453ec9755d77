from collections.abc import Iterator
from difflib import get_close_matches

from jianjia.kinds.policy import NOT_PRINTED
from jianjia.model import Policy
from jianjia.rules import Hit, rule


@rule(
    "POL107",
    "这一章里没有条文",
    mend="条文写成“**第几条** 内容”；不印进文件的，小标题写“采用办法”“备案和复审”“说明”。",
)
def check(page: Policy) -> Iterator[Hit]:
    """
    除了“填写项”“采用办法”“备案和复审”“说明”，别的小标题都会印进制度文件。
    名称写错一个字，给编辑看的说明就印成了一章。

    反例：

    ```policy
    ---
    title: 议事规则
    summary: 怎样开委员会
    applies_to: [企业]
    reviewed: 2026-11-20
    ---

    ## 总则

    **第一条** 委员会每月开会一次。

    - 幅度：可改
    - 依据：工作经验

    ## 采用方法

    先在委员会上念一遍。

    ## 采用办法

    委员会通过。

    ## 备案和复审

    每年看一遍。
    ```

    正例：

    ```policy
    ---
    title: 议事规则
    summary: 怎样开委员会
    applies_to: [企业]
    reviewed: 2026-11-20
    ---

    ## 总则

    **第一条** 委员会每月开会一次。

    - 幅度：可改
    - 依据：工作经验

    ## 采用办法

    委员会通过。

    ## 备案和复审

    每年看一遍。
    ```
    """
    for chapter in page.chapters:
        if not chapter.articles:
            near = get_close_matches(chapter.title, NOT_PRINTED, 1, 0.6)
            hint = f"，您是否想写“{near[0]}”" if near else ""
            yield Hit(chapter.line, f"“{chapter.title}”里没有条文{hint}")
