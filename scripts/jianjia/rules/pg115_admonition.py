import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Admonition
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace

_FULL = r"^([！!]*！[！!]*)(?=[ \u3000]*[A-Za-z])[ \u3000]*"
_GAP = "[ \u00a0\u2000-\u200f\u202f\u205f\u3000]"
_HEAD = re.compile(r"!!! [a-z][a-z-]*(?: \"[^\"]+\")?[ \t]*\Z")


@rule(
    "PG115",
    "提示框写得不对",
    mend='写成“!!! note "标题"”，用半角；里面的每一行缩进 4 格。',
    fix=replace(_FULL, lambda m: "!!! " if len(m[1]) == 3 else m[0]),
)
def check(page: Page) -> Iterator[Hit]:
    """
    提示框差一个符号就不成框：全角的“！！！”、没有缩进的内容、“???”“===”这些本站不用的写法，
    读者看到的都是原样的符号。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ！！！ note "提醒"

        提前七天发通知。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    !!! note "提醒"

        提前七天发通知。
    ```
    """
    if page.signs.isdisjoint("！!?=") or page.for_editors:
        return
    for m in re.finditer(
        rf"{_FULL}|^!!!(?=[A-Za-z])|^\?\?\?\+?(?={_GAP}+\S)|^===(?={_GAP}+\S)", page.prose, re.M
    ):
        said = {"?": "本站没有可折叠的框", "=": "本站没有标签页"}.get(m[0][0], "这不是提示框")
        yield spot(page, m.start(), f"{said}，读者会看到这些符号")
    for block in page.blocks_of(Admonition):
        if block.lines[0].startswith("!!!"):
            if len(block.lines) == 1:
                yield Hit(block.line, "提示框里是空的；内容的每一行要缩进 4 格")
            elif not _HEAD.match(block.lines[0]):
                yield Hit(block.line, "提示框的第一行网站不认")
