import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Block, Paragraph
from jianjia.rules import Hit, rule
from jianjia.rules._common import broken, glued, insert_blank_lines

_LINE = re.compile(r"(?:-{2,}|={2,})[ \t\u3000]*\Z")


def _under(block: Block) -> Iterator[int]:
    if glued(block):
        for i, text in enumerate(block.lines[1:], 1):
            if _LINE.match(text):
                yield block.line + i


def fix(text: str) -> str:
    rows = text.split("\n")
    return insert_blank_lines(
        text, lambda block: (n for n in _under(block) if rows[n - 1].startswith("---"))
    )


@rule(
    "PG124",
    "段落下面紧跟着一行 --- 或 ===",
    mend="想画分隔线的，前面空一行；想写小标题的，用“## ”。",
    fix=fix,
)
def check(page: Page) -> Iterator[Hit]:
    """
    段落下面紧跟一行短横，网站会把那一段变成大标题，或者原样印出短横。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知。
    ---

    会后公布决议。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知。

    ---

    会后公布决议。
    ```
    """
    for block in page.blocks_of(Paragraph) if not broken(page) else ():
        for number in _under(block):
            yield Hit(number, "上面那一段会变成大标题，或者印出这一行符号")
