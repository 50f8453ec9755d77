import functools
import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot


@rule("TXT107", "有繁体字", mend="换成简体字；人名里就是这个字的，写明原因放行。")
def check(page: Page) -> Iterator[Hit]:
    """
    繁体字混在简体里，搜索搜不到，文书打印出来也不合规定。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天發通知。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知。
    ```
    """
    try:
        page.words.replace("—", "").encode("gb2312")  # 简体的字符集里也没有破折号
    except UnicodeEncodeError:
        odd = "".join(sorted(char for char in frozenset(page.words) if _traditional(char)))
        if odd:
            for m in re.finditer(f"[{odd}]", page.words):
                yield spot(page, m.start(), f"“{m[0]}”是繁体字")


@functools.cache
def _traditional(char: str) -> bool:
    """简体的字符集里没有、繁体的字符集里有的汉字。"""
    if not "\u4e00" <= char <= "\u9fff":
        return False
    return not _in(char, "gb2312") and _in(char, "big5")


def _in(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
