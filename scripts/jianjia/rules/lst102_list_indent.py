import re
from collections.abc import Iterator

from jianjia import outline
from jianjia.model import Page
from jianjia.outline import Block, Listing
from jianjia.rules import Hit, rule

_SIGN = re.compile(r"\n(?: {1,3}| {5,7}| {9,11})(?=[-*+\d])")
_INDENTED = re.compile(r"( +)(?:[-*+]|\d+[.)])[ \t]")


def _wrong(block: Block) -> Iterator[tuple[int, int]]:
    """（行号，缩进）：列表里缩进不是 4 的倍数的项。"""
    if isinstance(block, Listing):
        for number, text in enumerate(block.lines, block.line):
            m = _INDENTED.match(text) if text[:1] == " " else None
            if m and len(m[1]) % 4:
                yield number, len(m[1])


def fix(text: str) -> str:
    rows = text.split("\n")
    for block in outline.parse("", text).blocks:
        base = len(block.lines[0]) - len(block.lines[0].lstrip(" "))
        for number, indent in _wrong(block):  # 整个列表缩进了一点的，先退回来
            wanted = (max(indent - base, 0) + 2) // 4 * 4
            rows[number - 1] = " " * wanted + rows[number - 1].lstrip(" ")
    return "\n".join(rows)


@rule(
    "LST102",
    "列表的缩进不是 4 格",
    mend="下一级缩进 4 个空格，再下一级 8 个；也可以运行 --fix。",
    fix=fix,
)
def check(page: Page) -> Iterator[Hit]:
    """
    缩进 2 格、3 格，网站不分层：字段跑到事项外面去，上下级混成一级。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    - 发通知
      - 写明时间
    - 审代表资格
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    - 发通知
        - 写明时间
    - 审代表资格
    ```
    """
    if not _SIGN.search(page.prose):
        return
    for block in page.blocks_of(Listing):
        for number, indent in _wrong(block):
            yield Hit(number, f"缩进了 {indent} 格，网页上不分层", indent + 1)
