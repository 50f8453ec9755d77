from collections.abc import Iterator
from datetime import date

from jianjia.model import Page
from jianjia.rules import Hit, rule


@rule("FM011", "复核日期还没有到", mend="写真正复核的那一天；没有复核过的，先复核再发。")
def check(page: Page, today: date) -> Iterator[Hit]:
    """
    读者凭复核日期判断还作不作数，预先填一个以后的日子等于说了假话。

    反例：

    ```plain
    ---
    title: 怎样建会
    reviewed: 2999-01-01
    ---
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    reviewed: 2026-11-20
    ---
    ```
    """
    if page.meta.reviewed > today.isoformat():
        line, column = page.outline.front.place(("reviewed",))
        yield Hit(line, f"{page.meta.reviewed} 还没有到", column)
