from collections.abc import Iterator

from jianjia.anchors import article
from jianjia.model import Policy, get
from jianjia.rules import Hit, rule


@rule(
    "POL108",
    "说是不可低于的底线，却没有引法规",
    mend="补上规定这条底线的法规；确实只是工作经验的，幅度改成“可改”或“改须报批”。",
)
def check(page: Policy) -> Iterator[Hit]:
    """
    “不可低于”说的是法律、上级文件定下的底线。依据只写工作经验，采用的单位没法判断能不能改。

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

    - 幅度：不可低于
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
        basis = get(a, "依据")
        if get(a, "幅度") == "不可低于" and basis and "《" not in basis:
            yield Hit(a.line, f"{article(a.number)}不可低于，可是没有引法规")
