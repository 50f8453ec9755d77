from collections.abc import Iterator

from jianjia.anchors import article
from jianjia.model import Policy
from jianjia.rules import Hit, rule


@rule("POL102", "条号不连续", mend="从第一条起重新编号，正文里“第几条”的指代也要跟着改。")
def check(page: Policy) -> Iterator[Hit]:
    """
    跳号、重号的制度没法引用，别人会以为漏了一条。

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

    **第三条** 会议由主席主持。

    - 幅度：可改
    - 依据：工作经验

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

    **第二条** 会议由主席主持。

    - 幅度：可改
    - 依据：工作经验

    ## 采用办法

    委员会通过。

    ## 备案和复审

    每年看一遍。
    ```
    """
    for expected, found in enumerate(page.articles, 1):
        if found.number != expected:
            yield Hit(found.line, f"这里应当是{article(expected)}，写成了{article(found.number)}")
            return
