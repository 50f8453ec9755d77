from collections.abc import Iterator

from jianjia.model import Checklist, get
from jianjia.rules import Hit, rule


@rule(
    "CHK122",
    "没有写谁做，或者做完留下什么",
    mend="补“- 责任：角色”和“- 留存：办完手里有的那张纸”；真没有的写“- 留存：不用留”。",
)
def check(page: Checklist) -> Iterator[Hit]:
    """
    没有责任，分工表上是空的；没有留存，勾了也说不清办没办，检查时拿不出东西。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
    ```

    正例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
    ```
    """
    for item in page.items:
        if not item.same_as:
            for name in ("责任", "留存"):
                if not get(item, name):
                    yield Hit(item.line, f"{item.id or item.text} 没有写{name}")
