import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace

_PATTERN = r"(?<=\]\()(?P<address>[^()\n<>\"']*[^()\n<>\"'\s][ \t\u3000\\][^()\n<>\"'\s][^()\n<>\"']*)(?=\))"


@rule(
    "LNK122",
    "链接的地址里有空格或者反斜杠",
    mend="文件改名，不用空格；路径用 /，不用 \\\\。反斜杠可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: m["address"].replace("\\", "/")),
)
def check(page: Page) -> Iterator[Hit]:
    """
    地址到空格为止，后面的会丢；反斜杠只有 Windows 认，到了网上打不开。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](..\\about\\format.md)做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](../about/format.md)做。
    ```
    """
    if page.prose.count("](") != sum(link.written == "inline" for link in page.links) or (
        "\\" in page.prose
    ):
        for m in re.finditer(_PATTERN, page.prose):
            yield spot(page, m.start(), f"“{m['address']}”读者打不开")
