import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._common import is_document

PAIRS = dict(zip("》”）」』〉】", "《“（「『〈【", strict=True))
_OPEN = frozenset(PAIRS.values())
_REST = f"[^{''.join(PAIRS)}{''.join(PAIRS.values())}\\n]+"
_NAMES = {
    "《": "书名号",
    "“": "引号",
    "（": "括号",
    "「": "引号",
    "『": "引号",
    "〈": "书名号",
    "【": "方头括号",
}


@rule("TXT103", "书名号、引号、括号没有配对", mend="补上缺的一半，或者改正打反的一半。")
def check(page: Page) -> Iterator[Hit]:
    """
    少一半书名号，法规就加不上链接和标签；少一半引号、括号，读者不知道话到哪里为止。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    见《工会法第十一条。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    见《工会法》第十一条。
    ```
    """
    skip = "【】" if is_document(page) else ""
    if not _balanced(page.marks, skip):
        for number, text in _paragraphs(re.sub(_LINK, _erase, page.words)):
            yield from _unpaired(number, text, skip)


_LINK = r"\][(（][^()（）\n]*[)）]"
"""链接，括号打错了的也算；归 LNK107 说。"""


def _erase(m: re.Match[str]) -> str:
    return "\0" * len(m[0])


def _balanced(marks: str, skip: str) -> bool:
    """每一行都配对：只留下括号，一对一对地消掉，消得完就是配对的。"""
    left = re.sub(_REST, "", marks)
    for char in skip:
        left = left.replace(char, "")
    before = ""
    while left != before:
        before = left
        for close, opened in PAIRS.items():
            left = left.replace(opened + close, "")
    return not left.strip("\n")


def _paragraphs(words: str) -> Iterator[tuple[int, list[str]]]:
    """连着的几行算一段：引号可以跨行。表格、列表一行算一段。"""
    rows = words.split("\n")
    start = 0
    for i, row in enumerate([*rows, ""]):
        ends = not row.strip("\0 ") or row.lstrip()[:1] in "|-*>#"
        if ends or row.lstrip()[:2].rstrip(".").isdigit():
            if i > start:
                yield start + 1, rows[start:i]
            start = i
            if not row.strip("\0 "):
                start = i + 1


def _unpaired(number: int, rows: list[str], skip: str) -> Iterator[Hit]:
    opened: list[tuple[str, int, int]] = []
    for line, row in enumerate(rows, number):
        for column, char in enumerate(row, 1):
            if char in skip:
                continue
            if char in _OPEN:
                opened.append((char, line, column))
            elif char in PAIRS:
                if opened and opened[-1][0] == PAIRS[char]:
                    opened.pop()
                elif not (char == "）" and _is_label(row[: column - 1])):
                    yield Hit(line, f"“{char}”前面没有“{PAIRS[char]}”", column)
    for char, line, column in opened:
        yield Hit(line, f"{_NAMES[char]}“{char}”没有另一半", column)


def _is_label(before: str) -> bool:
    """``1）`` ``甲）`` 这样的序号。"""
    return len(before.strip(" -*>|")) <= 2
