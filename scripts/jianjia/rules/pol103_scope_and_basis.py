from collections.abc import Iterator

from jianjia import fields
from jianjia.anchors import article
from jianjia.model import Policy, get
from jianjia.rules import Hit, rule


@rule(
    "POL103",
    "条文没有写幅度或依据",
    mend="条文后面空一行，补“- 幅度：可改”和“- 依据：…”；幅度只能写 可改、改须报批、不可低于。",
)
def check(page: Policy) -> Iterator[Hit]:
    """
    采用的单位要知道哪些能改、哪些是底线，凭什么。

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

    ## 采用办法

    委员会通过。

    ## 备案和复审

    每年看一遍。
    ```
    """
    for a in page.articles:
        scope = get(a, "幅度")
        if scope not in fields.SCOPES:
            said = f"幅度“{scope}”不认识" if scope else "没有写幅度"
            yield Hit(a.line, f"{article(a.number)}{said}")
        if not get(a, "依据"):
            yield Hit(a.line, f"{article(a.number)}没有写依据")
