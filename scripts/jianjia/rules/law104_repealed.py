import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._laws import PAST, cited, column

_PAST = re.compile(
    "废止|失效|取代|替代|代替|旧|原|曾|以前|过去|当时|不再|改为|改名|沿用|历史|修订前|前身"
)


@rule(
    "LAW104",
    "引了已经废止或者被取代的文件",
    mend="改引现行的那一部；确实要说旧规定的，写明“已废止”“旧规定”，并且不放在“依据”里。",
)
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    拿废止的文件去跟单位谈，对方一查就不信了；读者也会照着旧规定办。

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

    按《女职工劳动保护规定》安排哺乳时间。
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

    《女职工劳动保护规定》已经废止，按《女职工劳动保护特别规定》第九条安排哺乳时间。
    ```
    """
    for use in cited(page, data).odd:
        line, cite, law = use.line, use.cite, use.law
        if law is None or law.status not in PAST:
            continue
        text = page.outline.rows[line - 1]
        basis = re.match(r"[\s>*-]*依据：", text)
        if basis or not _PAST.search(text):
            new = data.laws.get(law.replaced_by)
            said = f"，现在用《{new.title}》" if new else ""
            yield Hit(line, f"《{cite.law}》{law.status}{said}", column(page, use))
