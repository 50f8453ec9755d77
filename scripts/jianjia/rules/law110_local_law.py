import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._laws import cited, column


@rule(
    "LAW110",
    "引了地方规定，没有说是哪里的",
    mend="在话里写明是哪个省、市的规定；别处的读者该怎么办也写一句。",
)
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    地方规定只管本地。不写明地区，外省的读者会照着办。书名号里带着地名还不够，话里要说出来。

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

    ## 怎么做

    代表名额从四十名起算（《浙江省企业民主管理条例》第十条）。
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

    ## 怎么做

    浙江的代表名额从四十名起算（《浙江省企业民主管理条例》第十条），别的地方问上一级工会。
    ```
    """
    for use in cited(page, data).first:
        line, cite, law = use.line, use.cite, use.law
        if law is None or not law.region:
            continue
        if law.region not in re.sub("《[^《》]*》", "", page.words):
            message = f"《{cite.law}》只管{law.region}，话里没有说"
            yield Hit(line, message, column(page, use))
