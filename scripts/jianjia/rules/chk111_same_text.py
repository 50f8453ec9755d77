from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule


@rule("CHK111", "同一张清单里两个事项的文字一样", mend="写出不同在哪里；真是同一件事，删掉一个。")
def check(page: Checklist) -> Iterator[Hit]:
    """
    两项一字不差，读者勾了一个，不知道另一个还要不要办。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
    - [ ] 通知全体代表 `ZZ-AA-02`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
    ```

    正例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
    - [ ] 收齐代表的回执 `ZZ-AA-02`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：回执
    ```
    """
    first: dict[str, int] = {}
    for item in page.items:
        key = "".join(item.text.split())
        if key and key in first:
            yield Hit(item.line, f"“{item.text}”和第 {first[key]} 行的一样")
        first.setdefault(key, item.line)
