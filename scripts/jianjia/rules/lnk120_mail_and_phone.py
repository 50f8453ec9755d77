import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._links import external

_MAIL = re.compile(r"mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?[!-~]*)?\Z", re.A)
_PHONE = re.compile(r"tel:\+?\d[\d-]{2,19}\Z", re.A)


@rule(
    "LNK120",
    "邮箱或者电话的链接写坏了",
    mend="写成 mailto:名称@网站 或 tel:区号-号码，都用半角，不带空格。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    写坏了的点了没有反应，或者拨出去的是错号。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    打[12351 热线](tel:12351转2)。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    打[12351 热线](tel:12351)。
    ```
    """
    for link in external(page):
        kind = link.target[:7].lower()
        if (kind == "mailto:" and not _MAIL.match(link.target)) or (
            kind.startswith("tel:") and not _PHONE.match(link.target)
        ):
            yield Hit(link.line, f"“{link.target}”写得不对", link.column)
