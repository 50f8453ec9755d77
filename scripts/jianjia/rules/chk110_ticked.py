from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule
from jianjia.rules._common import replace

_PATTERN = r"^( *(?:[-*+]|\d+[.)])[ \t]+)\[[xX]\](?=[ \t])"


@rule(
    "CHK110",
    "事项一打开就是勾上的",
    mend="写成“- [ ]”；也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: f"{m[1]}[ ]"),
)
def check(page: Checklist) -> Iterator[Hit]:
    """
    清单是给别人用的，谁也没有替他办过。写成“- [x]”，在代码托管站上看就是“已经办完”。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [x] 通知全体代表 `ZZ-AA-01`
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
        if item.checked:
            yield Hit(item.line, f"{item.id or item.text}已经打了勾")
