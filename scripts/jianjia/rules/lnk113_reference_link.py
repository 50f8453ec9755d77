import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_USE = r"(?<![\]!\\])\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]"
_DEFINITION = r"^ {0,3}\[([^\]\^\n]+)\]:[ \t]*\S"


@rule("LNK113", "链接的文字和地址分开写了两处，对不上", mend="直接写成“[文字](地址)”。")
def check(page: Page) -> Iterator[Hit]:
    """
    “[文字][名称]”要在别处另写一行“[名称]: 地址”。少了那一行，读者看到的是原样的方括号；
    多了那一行，谁也用不着。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式][格式]做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    text = page.prose
    if page.for_editors or ("][" not in text and "]:" not in text):
        return
    defined = {m[1].lower(): m.start() for m in re.finditer(_DEFINITION, text, re.M)}
    used = [(m.start(), (m[2] or m[1]).lower()) for m in re.finditer(_USE, text)]
    for at, name in used:
        if name not in defined:
            yield spot(page, at, f"没有“[{name}]: 地址”这一行，读者会看到方括号")
    for name, at in defined.items():
        if name not in {name for _, name in used} and f"[{name}]" not in _without(text, at):
            yield spot(page, at, f"没有哪里用到“{name}”")


def _without(text: str, at: int) -> str:
    end = text.find("\n", at)
    return (text[:at] + (text[end:] if end >= 0 else "")).lower()
