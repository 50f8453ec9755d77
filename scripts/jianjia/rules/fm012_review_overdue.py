from collections.abc import Iterator
from datetime import date

from jianjia import meta
from jianjia.model import Page
from jianjia.rules import Hit, rule


@rule(
    "FM012", "过了复核期", mend="照现行法规和上级文件重看一遍，该改的改，再把 reviewed 改成今天。"
)
def check(page: Page, today: date) -> Iterator[Hit]:
    """
    法规、标准、上级口径年年有变，过了复核期的页，读者照着做可能已经不对。
    这一条到了日子自己会出现，跟有没有人改过文件无关；只想看别的，加 --ignore FM012。

    反例：

    ```plain
    ---
    title: 怎样建会
    reviewed: 2020-01-01
    review_in: 12 个月
    ---
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    reviewed: 2026-11-20
    review_in: 12 个月
    ---
    ```
    """
    due = meta.due(page.meta.reviewed, page.meta.review_in)
    if due and due < today.isoformat():
        line, column = page.outline.front.place(("reviewed",))
        yield Hit(line, f"{due} 就该复核了", column)
