from collections.abc import Iterator

from jianjia.fields import ANSWER_FIELDS
from jianjia.model import Guide, get
from jianjia.rules import Hit, rule
from jianjia.rules._common import broken


@rule(
    "GDE101",
    "指南开头没有写全结论、依据、下一步",
    mend="正文最前面写一个引用块：> 结论：… > 依据：… > 下一步：…，一行一个。",
)
def check(page: Guide) -> Iterator[Hit]:
    """
    读者在手机上只看第一屏：怎么办、凭什么、接下来点哪里。缺一样，就得往下翻，或者退出去再搜。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
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
    ```
    """
    if broken(page):
        return
    missing = [name for name in ANSWER_FIELDS if not get(page, name)]
    if missing:
        line = page.fields[0].line if page.fields else page.outline.body_place
        yield Hit(line, f"开头的引用块里没有：{'、'.join(missing)}")
