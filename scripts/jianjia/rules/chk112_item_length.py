import re
from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule

LONGEST, LONGEST_FIELD = 60, 800
_EMPTY = re.compile(r" *(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\][ \t]*\Z")


@rule(
    "CHK112",
    "事项是空的，或者太长",
    mend="一项写一件能做、能证明做过的事，60 字以内；怎么做写到“怎么做”里。",
)
def check(page: Checklist) -> Iterator[Hit]:
    """
    空的方框没法办；一项写了几百字，手机上一屏都装不下，也说不清怎样才算办完。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] `ZZ-AA-01`
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
    ```
    """
    for item in page.items:
        if not item.text and not item.same_as:
            yield Hit(item.line, f"{item.id}是空的")
        elif len(item.text) > LONGEST:
            yield Hit(item.line, f"这一项有 {len(item.text)} 字，最多 {LONGEST} 字")
        for field in item.fields:
            if len(field.text) > LONGEST_FIELD:
                said = f"“{field.name}”有 {len(field.text)} 字，最多 {LONGEST_FIELD} 字，拆成几项"
                yield Hit(field.line, said)
    for number, text in enumerate(page.prose_rows, 1):
        if "[" in text and _EMPTY.match(text):
            yield Hit(number, "方框后面没有字")
