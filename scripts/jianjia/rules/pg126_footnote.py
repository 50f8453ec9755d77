import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot


@rule("PG126", "本站不用脚注", mend="把话写进正文；来源写成“依据：《…》第…条”。")
def check(page: Page) -> Iterator[Hit]:
    """
    脚注在手机上要来回跳，打印时又常常掉；本站没有开，写了读者看到的是“[^1]”。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知[^1]。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知（工作经验）。
    ```
    """
    if "[^" in page.prose and not page.for_editors:
        for m in re.finditer(r"\[\^[^\]\s]+\]", page.prose):
            yield spot(page, m.start(), f"读者会看到“{m[0]}”")
