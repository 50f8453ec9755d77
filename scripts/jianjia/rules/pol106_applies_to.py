from collections.abc import Iterator

from jianjia.model import Policy
from jianjia.rules import Hit, rule
from jianjia.rules._common import broken

UNITS = ("企业", "事业单位", "机关", "社会组织")


@rule(
    "POL106",
    "没有写适用单位，或者写得不对",
    mend=f"开头写 applies_to: [企业, 事业单位]；只能写：{'、'.join(UNITS)}。",
)
def check(page: Policy) -> Iterator[Hit]:
    """
    机关工会和企业工会的权限不一样。不写适用单位，读者会把管企业的制度拿去机关用。

    反例：

    ```policy
    ---
    title: 议事规则
    summary: 怎样开委员会
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
    if broken(page):
        return
    if not page.meta.applies_to:
        yield Hit(1, "没有写 applies_to")
    for i, unit in enumerate(page.meta.applies_to):
        if unit not in UNITS:
            line, column = page.outline.front.place(("applies_to", i))
            yield Hit(line, f"“{unit}”不在适用单位里", column)
