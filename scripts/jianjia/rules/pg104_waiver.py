from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import RULES, Hit, covers, rule, waivers


@rule(
    "PG104",
    "放行没有写原因，或者没有什么可放行",
    mend="写成“<!-- 放行 编号：原因 -->”，放在要放行的那一行上面；用不着了就删掉。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    没有原因的放行，下一个编辑不敢动；没有用的放行，会把以后真的毛病也放过去。

    反例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    <!-- 放行 PG101：以前这里有大标题 -->
    ## 什么时候用
    ```

    正例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    ## 什么时候用
    ```
    """
    for path, page in library.items():
        for line, code, reason in waivers(page):
            if code not in RULES:
                yield Hit(line, f"没有编号为 {code} 的规则", 1, path)
            elif not reason:
                yield Hit(line, f"放行 {code} 没有写原因", 1, path)
            elif not any(covers(line, hit.line) for hit in RULES[code].hits(library, path)):
                yield Hit(line, f"这里没有 {code} 可放行", 1, path)
