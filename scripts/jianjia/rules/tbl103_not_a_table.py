import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Block, Paragraph
from jianjia.rules import Hit, rule
from jianjia.rules._common import glued, insert_blank_lines

_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*\Z")
_DELIM = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")


def _rows(block: Block) -> list[int]:
    """段落里像表格的行；是第几行（从 0 数）。"""
    if not glued(block):
        return []
    return [i for i, text in enumerate(block.lines) if _ROW.match(text)]


def _glued_tables(block: Block) -> Iterator[int]:
    """粘在段落后面的表头。"""
    for i in _rows(block):
        if i and i + 1 < len(block.lines) and _DELIM.match(block.lines[i + 1]):
            yield block.line + i
            return


def fix(text: str) -> str:
    return insert_blank_lines(text, _glued_tables)


@rule(
    "TBL103",
    "看着像表格，网页上画不出来",
    mend="表格前面空一行，表头下面要有一行 | --- | --- |。",
    fix=fix,
)
def check(page: Page) -> Iterator[Hit]:
    """
    表格紧跟在段落后面，或者少了表头下面那一行短横，读者看到的是带竖线的字。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    分工如下：
    | 事项 | 谁做 |
    | --- | --- |
    | 发通知 | 经办人 |
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    分工如下：

    | 事项 | 谁做 |
    | --- | --- |
    | 发通知 | 经办人 |
    ```
    """
    for block in page.blocks_of(Paragraph):
        rows = _rows(block)
        if len(rows) > 1:
            after = next(_glued_tables(block), 0)
            said = "表格前面没有空一行" if after else "表头下面少一行 | --- | --- |"
            yield Hit(after or block.line + rows[0], said)
