import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._common import is_document, paragraphs

_LIKE = re.compile(
    r"\s*(?:\d{1,2}[、．）)]|\d{1,2}\.(?=[^\d\s])|（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+、|[①-⑳]|[０-９]+[．.、])"
)


@rule(
    "LST104",
    "几行看着像列表，网页上会挤成一段",
    mend="写成“1. ”开头的列表，前后空一行；要保留“（一）”的，每条前后各空一行。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    “1、”“（一）”“①”网站不当列表，紧挨着的几行会接成一段，读者分不出哪条是哪条。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    1、发通知
    2、审代表资格
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    1. 发通知
    2. 审代表资格
    ```
    """
    for block in paragraphs(page):
        found = [
            i
            for i, text in enumerate(block.lines)
            if i and _LIKE.match(text) and not block.lines[i - 1].endswith(("  ", "\\"))
        ]
        if found and (len(found) > 1 or _LIKE.match(block.lines[0])) and not is_document(page):
            yield Hit(block.line + found[0], "这一行会接在上一行后面")
