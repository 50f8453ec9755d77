from collections.abc import Iterator
from datetime import date

from jianjia.model import Page
from jianjia.registers import Law, Registers
from jianjia.rules import Hit, rule
from jianjia.rules._laws import cited, column


@rule(
    "LAW105",
    "复核以后，所引的法规又改过",
    mend="照新文本把这一页重看一遍，条号、数字、期限都核对，再改 reviewed。",
)
def check(page: Page, data: Registers, today: date) -> Iterator[Hit]:
    """
    页面写的复核日期早于法规修改、施行的日子，说明写的人没有见过新文本；条号可能挪了，数字可能变了。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2020-01-01
    review_in: 99 个月
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。
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
    for use in cited(page, data).first if page.meta.reviewed else ():
        line, cite, law = use.line, use.cite, use.law
        if law is None:
            continue
        change = _change(law, page.meta.reviewed, today.isoformat())
        if change:
            message = f"《{cite.law}》{change}，这一页 {page.meta.reviewed} 复核"
            yield Hit(line, message, column(page, use))


def _change(law: Law, reviewed: str, today: str) -> str:
    if len(law.revised) == 10 and reviewed < law.revised <= today:
        return f" {law.revised} 修改过"
    if len(law.effective) == 10 and reviewed < law.effective <= today:
        return f"的现行文本 {law.effective} 施行"
    return ""
