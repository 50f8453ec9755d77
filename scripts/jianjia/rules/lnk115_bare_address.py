import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_BARE = r"(?<![(<=\w/@\]])(?<!\w\.)(?<!=[\"'])(?:https?://|www\.)[!-;=?-~]+"
_SWALLOWED = r"<https?://[^<>\s]*[^!-~\s][^<>\s]*>"
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:")


@rule(
    "LNK115",
    "光写网址不会变成链接",
    mend="写成“[名称](网址)”，或者用尖括号括起来：<https://…>，括号里不带中文。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    正文里光写的网址只是文字，读者要一个字一个字去抄；用尖括号括起来的，里面带进中文标点就打不开。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    条文在 https://flk.npc.gov.cn/ 查。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    条文在[国家法律法规数据库](https://flk.npc.gov.cn/)查。
    ```
    """
    if "://" not in page.prose and "www." not in page.prose:
        return
    for m in re.finditer(_BARE, page.prose):
        line, column = page.at(m.start())
        if not _DEFINITION.match(page.outline.rows[line - 1]):
            yield Hit(line, f"“{m[0][:40]}”读者点不了", column)
    for m in re.finditer(_SWALLOWED, page.prose):
        yield spot(page, m.start(), "网址里带进了中文或中文标点，会打不开")
