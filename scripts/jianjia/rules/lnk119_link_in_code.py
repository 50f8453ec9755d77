import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_PATTERN = re.compile(r"(?<!`)`\s*!?\[[^\]`\n]+\]\([^)`\n]+\)\s*`(?!`)")


@rule("LNK119", "链接写进了反引号里", mend="去掉两边的反引号。")
def check(page: Page) -> Iterator[Hit]:
    """
    反引号里的是代码，读者看到的是原样的括号和地址，点不了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照`[写作格式](format.md)`做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    text = page.outline.text
    if text.count("](") == page.prose.count("](") or page.for_editors:
        return
    for m in _PATTERN.finditer(text):
        if page.prose[m.start() - 1 : m.start()] != "\0":
            yield spot(page, m.start(), "反引号里的链接点不了")
