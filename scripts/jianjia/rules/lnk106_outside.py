from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._links import outside


@rule(
    "LNK106",
    "链接跑到会发布的文件夹外面去了",
    mend="只能指到 docs/、policies/、checklists/ 里的文件；多写了 ../ 的去掉。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    只有 docs/、policies/、checklists/ 会放到网上，指到别处的链接在您的电脑上能开，读者打不开。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[用词表](../../data/terms.yml)写。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)写。
    ```
    """
    for link in page.links:
        if link.path and outside(link.path) and not link.target.startswith("/"):
            yield Hit(link.line, f"“{link.path}”不会放到网上", link.column)
