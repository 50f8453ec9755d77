from collections.abc import Iterator

from jianjia.model import Policy
from jianjia.rules import Hit, rule
from jianjia.rules._common import strays


@rule(
    "POL101",
    "制度里有看不懂的行",
    mend="条文写成“**第几条** 内容”，后面空一行写“- 幅度：”“- 依据：”。",
)
def check(page: Policy) -> Iterator[Hit]:
    """
    看不懂的行不会印进制度文件。

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
    - 备注：可以再想想

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
    for stray in strays(page):
        yield Hit(stray.line, f"{stray.why}：{stray.text.strip()[:40]}")
