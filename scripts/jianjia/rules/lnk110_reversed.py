import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace
from jianjia.rules._links import ADDRESS

_PATTERN = rf"[(（](?P<text>[^()（）\[\]\n]+)[)）]\[(?P<address>{ADDRESS})\]"


@rule(
    "LNK110",
    "链接的两对括号写反了",
    mend="文字放在 [ ] 里，地址放在 ( ) 里；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: f"[{m['text']}]({m['address']})"),
)
def check(page: Page) -> Iterator[Hit]:
    """
    写反了就不是链接，读者看到的是原样的括号和地址。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照(写作格式)[format.md]做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    if ")[" in page.prose or "）[" in page.prose:
        for m in re.finditer(_PATTERN, page.prose):
            yield spot(page, m.start(), f"应当是“[{m['text']}]({m['address']})”")
