import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.A)
_SAMPLE = re.compile(r"@(?:[\w-]+\.)*(?:example\.(?:com|org|net|cn)|example|test|invalid)\Z", re.A)


@rule(
    "PRV104",
    "有邮箱地址",
    mend="删掉它；单位公开的信箱确实要写的，写明原因放行；示例用 name@example.com。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    邮箱放在网页上，几天就会收到一堆垃圾邮件；多半还是个人的。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    寄到 laowang@qq.com。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    寄到 name@example.com。
    ```
    """
    if "@" in page.outline.text:
        for m in _MAIL.finditer(page.outline.text):
            if not _SAMPLE.search(m[0]):
                yield spot(page, m.start(), f"“{m[0]}”是邮箱地址")
