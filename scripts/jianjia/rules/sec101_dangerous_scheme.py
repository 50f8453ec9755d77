import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_SCHEME = re.compile(r"(?:javascript|vbscript|data|file|blob):", re.I)
_AUTO = r"<(?=[^<>\n]*:)([A-Za-z&%#0-9;]+:[^<>\n]*)>"

_SIGNS = frozenset("%&:")


@rule("SEC101", "链接里是会执行的东西", mend="删掉这个链接；要下载的文件放进 docs/ 再链接。")
def check(page: Page) -> Iterator[Hit]:
    """
    javascript:、data: 这类地址点了会在读者的手机上执行程序，正经的链接不会这样写。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    点[查看结果](javascript:alert)。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    看[写作格式](format.md)。
    ```
    """
    for link in page.links:
        odd = not link.path or not _SIGNS.isdisjoint(link.target)
        if odd and _SCHEME.match(_plain(link.target)):
            yield Hit(link.line, f"“{link.target[:40]}”点了会执行", link.column)
    if "<" in page.prose:
        for m in re.finditer(_AUTO, page.prose):
            if _SCHEME.match(_plain(m[1])):
                yield spot(page, m.start(), f"“{m[1][:40]}”点了会执行")


def _plain(address: str) -> str:
    """编码过的、夹了空白的都还原。"""
    return re.sub(r"[\s\x00-\x20]", "", unquote(html.unescape(address)))
