import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._laws import MOVED, cited, column

_AWARE = re.compile("旧|原第|修[法改正订]前|现为|今天|挪|改为")


@rule(
    "LAW108",
    "像是修法以前的条号",
    mend="照现行文本核对；2021 年修改的《工会法》从第八条起往后挪了一条。",
)
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    老材料里“《工会法》第四十二条，按 2% 拨缴”，现在是第四十三条。引旧号，对方翻书一看就说你没读过。

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

    按 2% 拨缴（《工会法》第四十二条）。
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

    按 2% 拨缴（《工会法》第四十三条）。
    ```
    """
    for use in cited(page, data).odd:
        line, cite, law = use.line, use.cite, use.law
        moved = MOVED.get(law.id, {}).get(cite.article) if law else None
        if not moved or use.start == use.end:
            continue
        text = page.outline.rows[line - 1]
        clause = re.split("[。；|]", text[: use.start])[-1] + text[use.end : use.end + 12]
        if re.search(moved[1], clause) and moved[0] not in clause and not _AWARE.search(text):
            said = f"讲这件事的现在是{moved[0]}"
            yield Hit(line, said, column(page, use))
