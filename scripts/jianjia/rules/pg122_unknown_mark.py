import re
from collections.abc import Iterator
from difflib import get_close_matches

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

MARKS = (
    "kind", "theme", "themes", "laws", "outdated", "guidance", "rules",
    "profile", "profile-steps", "packs",
)  # fmt: skip
"""网站认得的标记；和 ``site/render/fills.py`` 里的一样。"""


@rule(
    "PG122",
    "由网站填内容的标记写错了",
    mend=f"只能写这几种：{'、'.join(MARKS)}，例如 <!-- jianjia:themes -->；自成一行，前后空行。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    标记写错一个字，网站当它是注释，读者看到的是空的一节。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    <!-- jianjia:theme5 -->
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    <!-- jianjia:themes -->
    ```
    """
    if "jianjia:" not in page.outline.text or page.for_editors:
        return
    for m in re.finditer(r"<!--\s*jianjia\s*[:：]\s*(\S*)", page.outline.text):
        if m[1] not in MARKS or not re.match(r"<!--\s*jianjia:", m[0]):
            near = get_close_matches(m[1], MARKS, 1)
            hint = f"，您是否想写“{near[0]}”" if near else ""
            yield spot(page, m.start(), f"网站不认得“{m[1]}”{hint}")
