import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_PATTERN = (
    r"^(?P<bare>[ \t]*(?:[-*+]|\d+[.)]|#{1,6})[ \t\u3000]+(?:\[[ xX]\][ \t\u3000]*)?)$"
    r"|(?:(?<=[^ \t\n\u3000])(?: |[ \t\u3000]{3,}|[ \t\u3000]*[\t\u3000][ \t\u3000]*)|^[ \t\u3000]+)$"
)
"""只有记号、没有字的列表项、小标题，去掉空格就不成其为列表项、小标题，不动。"""


def fix(text: str) -> str:
    return re.sub(_PATTERN, _kept, text, flags=re.M)


def _kept(m: re.Match[str]) -> str:
    """行尾两个以上的空格是换行，留两个。"""
    if m["bare"]:
        return m["bare"]
    inside = m.start() > 0 and m.string[m.start() - 1] != "\n"
    return "  " if inside and m[0].endswith("  ") else ""


@rule(
    "TXT108",
    "行尾有多余的空格",
    mend="删掉；想在段内换行的，行尾正好留两个空格。也可以运行 --fix。",
    fix=fix,
)
def check(page: Page) -> Iterator[Hit]:
    """
    行尾的空格看不见，比对修改时却会显出一大片；多出来的空格还可能被当成换行。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知。\u0020

    会后公布决议。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知。

    会后公布决议。
    ```
    """
    text = page.outline.text
    if " \n" in text or "\t\n" in text or "\u3000\n" in text or text[-1:] in " \t\u3000":
        for m in re.finditer(_PATTERN, text, re.M):
            if m[0] and not m["bare"]:
                yield spot(page, m.start(), f"行尾多了 {len(m[0])} 个空白")
