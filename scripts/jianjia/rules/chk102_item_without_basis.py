from collections.abc import Iterator

from jianjia.model import Checklist, get
from jianjia.rules import Hit, rule


@rule(
    "CHK102",
    "事项没有写依据",
    mend="补一行“- 依据：《…》第…条”；来自实际工作的写“- 依据：工作经验”。",
)
def check(page: Checklist) -> Iterator[Hit]:
    """
    没有依据的“必须”说服不了行政方，也说服不了自己。

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
        - 责任：工会主席
        - 留存：通知
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
        if not item.same_as and not get(item, "依据"):
            yield Hit(item.line, f"{item.id or item.text} 没有写依据")
