import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule

_ENDS = re.compile(r"\r\n|\r|\n")


def fix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if mixed(text) else text


def mixed(text: str) -> bool:
    """换行不止一种写法；全是 Windows 的写法不算。"""
    if "\r" not in text:
        return False
    windows = text.count("\r\n")
    return windows != text.count("\r") or windows != text.count("\n")


@rule("ENC005", "换行的写法不统一", mend="用编辑器另存一次，换行选 LF；也可以运行 --fix。", fix=fix)
def check(page: Page) -> Iterator[Hit]:
    """
    一个文件里混着两种换行，是从别处贴过来的字带来的；比对修改时整页都会变红，看不出改了哪里。
    全文都是 Windows 的换行不算错。

    反例：

    ```plain
    ---\r
    title: 怎样建会
    ---
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---
    ```
    """
    raw = page.outline.raw
    if mixed(raw):
        ends = [m[0] for m in _ENDS.finditer(raw)]
        odd = min(set(ends), key=ends.count)
        yield Hit(ends.index(odd) + 1, "这一行的换行和别的行不一样")
