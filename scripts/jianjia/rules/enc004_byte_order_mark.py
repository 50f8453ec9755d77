from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule

BOM = "\ufeff"


def fix(text: str) -> str:
    return text.lstrip(BOM)


@rule("ENC004", "文件开头有 BOM", mend="另存为“UTF-8”，不要选“带 BOM”；也可以运行 --fix。", fix=fix)
def check(page: Page) -> Iterator[Hit]:
    """
    记事本存的文件，开头常常多一个看不见的字符（BOM）；有的程序会因此认不出第一行的“---”，
    把开头的键值印给读者看。

    反例：

    ```plain
    \ufeff---
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
    if page.outline.raw.startswith(BOM):
        yield Hit(1, "第一个字符是看不见的 BOM")
