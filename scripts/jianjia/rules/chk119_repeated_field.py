from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule

_ONCE = ("责任", "时限", "级别", "分值", "依据")
"""只认第一行的字段。"""


@rule(
    "CHK119",
    "事项里同一个字段写了两遍，或者是空的",
    mend="合成一行，几个用顿号或分号隔开；没有内容的删掉。",
)
def check(page: Checklist) -> Iterator[Hit]:
    """
    写了两遍的责任、时限只认第一行，第二行排期、分工都算不进去；空的字段读者不知道是忘了写还是没有。

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
        - 责任：经办人
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
        - 责任：工会主席、经办人
        - 留存：通知
    ```
    """
    for item in page.items:
        seen: set[str] = set()
        for field in item.fields:
            if field.name in seen and field.name in _ONCE:
                yield Hit(field.line, f"“{field.name}”写了两遍，第二遍不算")
            elif not field.text and field.name not in {"依据", "责任", "留存"}:
                yield Hit(field.line, f"“{field.name}”是空的")
            seen.add(field.name)
