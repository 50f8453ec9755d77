import re
import unicodedata
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_SPACE = "\u00a0\u2007\u202f\u2000-\u2006\u2008-\u200a\u205f"
_NOTHING = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_OTHER = (
    "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff"
)
_PATTERN = f"[{_SPACE}{_NOTHING}{_OTHER}]|\u200d(?![\U0001f000-\U0001ffff\u2600-\u27bf])"

NAMES = {
    "\u00a0": "不换行空格",
    "\u200b": "零宽空格",
    "\u00ad": "软连字符",
    "\ufeff": "BOM",
    "\ufffd": "乱码字符",
}


def fix(text: str) -> str:
    head, rest = text[:1], text[1:]
    rest = re.sub(f"[{_SPACE}]", " ", rest)
    return head + re.sub(f"[{_NOTHING}]", "", rest)


@rule(
    "TXT101",
    "有看不见的字符",
    mend="删掉它重打；多半是从网页、PDF、微信里复制来的，也可以运行 --fix。",
    fix=fix,
)
def check(page: Page) -> Iterator[Hit]:
    """
    零宽字符、不换行空格、改变方向的字符、私用区的字，眼睛看不出来，
    却会让搜索搜不到、方框认不出、链接打不开，有的手机上是一个方块。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    职工\u200b代表大会
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    职工代表大会
    ```
    """
    text = page.outline.text
    if "\ufffd" not in text and text.replace("\n", "").replace("\u3000", "").isprintable():
        return
    for m in re.finditer(_PATTERN, text):
        name = NAMES.get(m[0]) or unicodedata.name(m[0], "控制字符或私用区的字")
        yield spot(page, m.start(), f"这里有一个看不见的字符：{name}（U+{ord(m[0]):04X}）")
