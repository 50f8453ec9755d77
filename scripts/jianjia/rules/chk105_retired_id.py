from collections.abc import Iterator

from jianjia.library import Library
from jianjia.model import Checklist
from jianjia.rules import Hit, rule


@rule("CHK105", "用了已经撤销的编号", mend="换一个没用过的编号；撤销的编号永不再用。")
def check(library: Library) -> Iterator[Hit]:
    """
    读者的手机里还存着旧事项的勾，编号再用，新事项一打开就是“已办”。

    反例：

    ```markdown
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
    ```

    正例：

    ```markdown
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
    ```
    """
    lists = [page for page in library.values() if isinstance(page, Checklist)]
    retired = {key: page.path for page in lists for key in page.meta.retired}
    for page in lists:
        for item in page.items:
            if item.id in retired:
                column = page.outline.column(item.line, item.id)
                message = f"{item.id} 已在 {retired[item.id]} 里撤销"
                yield Hit(item.line, message, column, page.path)
