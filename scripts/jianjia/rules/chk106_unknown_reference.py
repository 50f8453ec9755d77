from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import lists


@rule("CHK106", "“同 `编号`”指的事项不存在", mend="核对编号；它必须是另一张清单里的事项。")
def check(library: Library) -> Iterator[Hit]:
    """
    一件事写在一处、用在多处，靠的就是编号对得上。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 同 `ZZ-ZZ-99`
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
    ids = {item.id for _, page in lists(library) for item in page.items if not item.same_as}
    for path, page in lists(library):
        for item in page.items:
            if item.same_as and item.same_as not in ids:
                yield Hit(item.line, f"没有编号为 {item.same_as} 的事项", item.column, path)
