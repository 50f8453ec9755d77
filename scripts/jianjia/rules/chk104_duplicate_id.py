from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import lists


@rule(
    "CHK104",
    "事项编号重复",
    mend="给后一个换一个没用过的编号；同一件事要出现两次的，写“- [ ] 同 `编号`”。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    编号重复，勾了一项另一项也跟着勾上。

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
        - 留存：通知
    - [ ] 审查代表资格 `ZZ-AA-01`
        - 依据：工作经验
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
    - [ ] 审查代表资格 `ZZ-AA-02`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
    ```
    """
    first: dict[str, tuple[str, int]] = {}
    for path, page in lists(library):
        for item in page.items:
            if not item.id or item.same_as:
                continue
            if item.id in first:
                where = "{}:{}".format(*first[item.id])
                yield Hit(item.line, f"编号 {item.id} 已经用在 {where}", item.column, path)
            first.setdefault(item.id, (path, item.line))
