from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import RULES, Hit, covers, rule
from jianjia.rules._facts import facts


@rule(
    "PG104",
    "放行没有写原因，或者没有什么可放行",
    mend="写成“<!-- 放行 编号：原因 -->”，放在要放行的那一行上面；用不着了就删掉。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    没有原因的放行，下一个编辑不敢动；没有用的放行，会把以后真的毛病也放过去。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。

    <!-- 放行 PG101：以前这里有大标题 -->
    ## 什么时候用

    决定建会以后。
    ```

    正例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。

    ## 什么时候用

    决定建会以后。
    ```
    """
    for path, page in facts(library).items():
        for line, code, reason in page.waivers:
            if code not in RULES:
                yield Hit(line, f"没有编号为 {code} 的规则", 1, path)
            elif not reason:
                yield Hit(line, f"放行 {code} 没有写原因", 1, path)
            elif code == "PG104":
                yield Hit(line, "这一条自己不能放行", 1, path)
            elif not any(covers(line, hit.line) for hit in RULES[code].hits(library, path)):
                yield Hit(line, f"这里没有 {code} 可放行", 1, path)
