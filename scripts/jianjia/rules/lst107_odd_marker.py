import re
from collections.abc import Iterator

from jianjia.model import Case, Checklist, Guide, Plain, Training
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace

_PATTERN = r"^( *)(?:[－•●▪◆＊＋]|[–—·](?=[ \u3000]))(?![－–—])[ \u3000]*(?=[^\s\[［【□☐☑])"


@rule(
    "LST107",
    "列表的记号不对",
    mend="用英文输入法下的短横，写成“- 事项”；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: f"{m[1]}- "),
)
def check(page: Guide | Case | Plain | Checklist | Training) -> Iterator[Hit]:
    """
    “•”“－”“·”开头的行网站不当列表，几项会挤成一段。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    • 发通知
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    - 发通知
    ```
    """
    if page.signs.isdisjoint("－–—·•●▪◆＊＋"):
        return
    for m in re.finditer(_PATTERN, page.prose, re.M):
        yield spot(page, m.start(), f"“{m[0].strip()[:1]}”不是列表的记号，几项会挤成一段")
