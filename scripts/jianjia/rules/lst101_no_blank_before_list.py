import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Block, Paragraph
from jianjia.rules import Hit, rule
from jianjia.rules._common import LIKE_BOX, glued, insert_blank_lines

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,2}[.)])[ \t]+\S")


def _glued_items(block: Block) -> Iterator[int]:
    """粘在段落后面的第一个列表项。"""
    if not glued(block):
        return
    inside = bool(_ITEM.match(block.lines[0]))
    for i, text in enumerate(block.lines[1:], 1):
        item = bool(_ITEM.match(text))
        if item and not inside:
            yield block.line + i
        inside = item


def fix(text: str) -> str:
    return insert_blank_lines(text, _glued_items)


@rule(
    "LST101",
    "列表前面没有空一行",
    mend="在列表的第一项前面空一行；也可以运行 --fix。",
    fix=fix,
)
def check(page: Page) -> Iterator[Hit]:
    """
    紧跟在段落后面的列表，网站不当列表：几项挤成一段，方框也没有了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    会前要做两件事：
    - 发通知
    - 审代表资格
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    会前要做两件事：

    - 发通知
    - 审代表资格
    ```
    """
    for block in page.blocks_of(Paragraph):
        for number in _glued_items(block):
            what = "方框" if LIKE_BOX.match(page.outline.rows[number - 1]) else "列表"
            yield Hit(number, f"读者看不到{what}，几项会挤成一段")
