import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._links import ADDRESS

_PATTERN = rf"\[(?P<text>[^\[\]\n]+)\]\((?P<address>{ADDRESS})(?=[^)）!-~]|$)(?![^\n]*?[)）])"


@rule("LNK123", "链接少了右括号", mend="在地址后面补一个半角的 )。")
def check(page: Page) -> Iterator[Hit]:
    """
    少了右括号就不是链接，读者看到的是原样的括号和地址。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md 做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    if page.prose.count("](") != sum(link.written == "inline" for link in page.links):
        for m in re.finditer(_PATTERN, page.prose, re.M):
            yield spot(page, m.start(), f"“[{m['text']}](…”没有结束")
