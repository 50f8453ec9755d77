from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._common import replace
from jianjia.rules._links import TAIL, mended

_PATTERN = rf"(?<=\]\()(?P<address>[^()\s]*[＃／．：？＆＝－＿{''.join(TAIL)}][^()\s]*)(?=\))"


@rule(
    "LNK114",
    "链接的地址里有中文符号",
    mend="地址里的 # / . : 都用半角，后面不带句号；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: mended(m["address"])),
)
def check(page: Page) -> Iterator[Hit]:
    """
    地址里混进全角的“＃”“／”，或者把句号写进了括号里，读者点了打不开。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md＃链接)做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md#链接)做。
    ```
    """
    for link in page.links:
        if link.target.isascii():
            continue
        if mended(link.target) != link.target:
            yield Hit(link.line, f"“{link.target}”应当是“{mended(link.target)}”", link.column)
