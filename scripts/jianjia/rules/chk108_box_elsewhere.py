import re
from collections.abc import Iterator

from jianjia.model import Page, Training
from jianjia.rules import Hit, rule
from jianjia.rules._common import is_document, sections

_BOX = re.compile(
    r"[ \t]*(?:[-*+·•—－–＊]|\d+[.)、])?[ \t\u3000\xa0]*(?:\[[ xX\u3000\xa0√✓✔]?\]|［[ \u3000]?］|【[ \u3000]+】)(?![(（\[:])"
)

_MARKS = re.compile(r"\[[X\xa0√✓✔]?\]|［］|【】")
"""方框里的空格、小写的 x 不是符号，两个括号就挨着。"""
_SIGN = r"\[[ xX\u3000\xa0√✓✔]?\]|［[ \u3000]?］|【[ \u3000]+】"


@rule(
    "CHK108",
    "这种页里没有方框",
    mend="要打勾的写进 checklists/ 里的清单，这里用普通列表“- ”，再链接过去。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    只有清单和培训课的测验有方框。写在指南、制度、文书里的“- [ ]”，读者看到的是一对方括号，勾不了，也记不住。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    - [ ] 提前七天发通知
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    - 提前七天发通知
    ```
    """
    if page.kind == "checklist" or page.for_editors:
        return
    if not _MARKS.search(page.marks) or not re.search(_SIGN, page.prose):
        return
    quiz = _quiz(page)
    for number, text in enumerate(page.prose_rows, 1):
        field = is_document(page) and text.lstrip().startswith("【")
        if number not in quiz and not field and _BOX.match(text):
            yield Hit(number, "读者看到的是方括号，勾不了")


def _quiz(page: Page) -> range:
    if isinstance(page, Training):
        for text, first, last in sections(page):
            if text == "测验":
                return range(first, last + 1)
    return range(0)
