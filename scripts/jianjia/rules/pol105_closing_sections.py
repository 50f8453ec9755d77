from collections.abc import Iterator

from jianjia.model import Policy
from jianjia.rules import Hit, rule
from jianjia.rules._common import broken, sections

NEEDED = ("采用办法", "备案和复审")


@rule(
    "POL105",
    "没有写怎样采用、怎样备案和复审",
    mend="末尾补“## 采用办法”（谁通过、怎样公布）和“## 备案和复审”（报给谁、多久看一遍）。",
)
def check(page: Policy) -> Iterator[Hit]:
    """
    范本不经过民主程序通过就不算数。采用的单位要知道哪个会通过、公布在哪里、报给谁、多久重看一遍。

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
    if not broken(page):
        found = {text for text, _, _ in sections(page)}
        missing = [name for name in NEEDED if name not in found]
        if missing:
            yield Hit(1, f"没有：{'、'.join(missing)}")
