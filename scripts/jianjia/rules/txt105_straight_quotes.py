import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import HAN, replace

_PATTERN = rf"^[!！]{{3}}[^\n]*$|(?<!\")\"(?=[^\"\n]*[{HAN}])([^\"\n\0]{{1,60}})\"(?!\")"


@rule(
    "TXT105",
    "中文里用了直引号",
    mend="换成“”；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: f"“{m[1]}”" if m[1] else m[0]),
)
def check(page: Page) -> Iterator[Hit]:
    """
    直引号分不出左右，印在公文里也不合格式。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    写上"会前七天"四个字。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    写上“会前七天”四个字。
    ```
    """
    if '"' in page.signs:
        for m in re.finditer(_PATTERN, page.words, re.M):
            if m[1]:
                yield spot(page, m.start(), "直引号应当是“”")
