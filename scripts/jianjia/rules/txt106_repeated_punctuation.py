import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import HAN, replace

_PATTERN = rf"(?P<one>[，。、；：])(?P=one)+|(?<=[{HAN}，、])(?:\.{{3,}}|(?<!…)…(?!…))"


_SIGNS = ("，，", "。。", "、、", "；；", "：：")


def in_row(m: re.Match[str]) -> bool:
    """在表格里：明细表的示例，几格连着空就是几个逗号连着。"""
    return m.string[m.string.rfind("\n", 0, m.start()) + 1] == "|"


def _mended(m: re.Match[str]) -> str:
    if in_row(m):
        return m[0]
    if m["one"] == "。":
        return "。" if len(m[0]) == 2 else "……"
    return m["one"] or "……"


@rule(
    "TXT106",
    "标点重复了，或者省略号写得不对",
    mend="标点留一个；省略号写成“……”。也可以运行 --fix。",
    fix=replace(_PATTERN, _mended),
)
def check(page: Page) -> Iterator[Hit]:
    """
    “，，”“。。”是手误；“...”“…”不是中文的省略号。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    写明时间、地点...
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    写明时间、地点……
    ```
    """
    words = page.words
    dots = "…" in page.signs or "..." in page.marks
    if not dots and not any(sign in words for sign in _SIGNS):
        return
    for m in re.finditer(_PATTERN, page.words):
        if not in_row(m):
            yield spot(page, m.start(), f"“{m[0]}”应当是“{_mended(m)}”")
