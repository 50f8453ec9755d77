from collections.abc import Iterator

from jianjia.document import SPEC_HEADER
from jianjia.model import Page
from jianjia.outline import Table
from jianjia.rules import Hit, rule
from jianjia.rules._common import is_document


@rule("TBL101", "表格这一行的格数和表头不一样", mend="数一数竖线；格子里要写竖线的，写成 \\\\|。")
def check(page: Page) -> Iterator[Hit]:
    """
    少了的格子是空的，多了的格子会丢掉，读者看到的数就错了一列。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    | 事项 | 谁做 |
    | --- | --- |
    | 发通知 | 经办人 | 会前七天 |
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    | 事项 | 谁做 | 何时 |
    | --- | --- | --- |
    | 发通知 | 经办人 | 会前七天 |
    ```
    """
    for block in page.blocks_of(Table):
        if is_document(page) and block.header.cells[:1] == SPEC_HEADER[:1]:
            continue
        wanted = len(block.header.cells)
        if len(block.widths) != wanted:
            yield Hit(block.line + 1, f"分隔行有 {len(block.widths)} 格，表头有 {wanted} 格")
        for row in block.rows:
            if len(row.cells) != wanted:
                yield Hit(row.line, f"这一行有 {len(row.cells)} 格，表头有 {wanted} 格")
