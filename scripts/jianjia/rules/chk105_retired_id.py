from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import lists


@rule("CHK105", "用了已经撤销的编号", mend="换一个没用过的编号；撤销的编号永不再用。")
def check(library: Library) -> Iterator[Hit]:
    """
    读者的手机里还存着旧事项的勾，编号再用，新事项一打开就是“已办”。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    retired: [ZZ-AA-01]
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
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
    retired: [ZZ-AA-01]
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-02`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
    ```
    """
    retired = {key: path for path, page in lists(library) for key in page.retired}
    for path, page in lists(library):
        for item in page.items:
            if item.id in retired:
                message = f"{item.id} 已在 {retired[item.id]} 里撤销"
                yield Hit(item.line, message, item.column, path)
