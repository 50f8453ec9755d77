import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules._registers import once

_PATTERN = r"第[零一二三四五六七八九十百]+条"
LONGEST = 40


@rule("LAW111", "法规名称没有加书名号", mend="加上书名号：《工会法》第十一条。")
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    没有书名号，网站认不出是哪一部法，没有链接，也没有强度和核对情况。

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

    见工会法第十一条。
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

    见《工会法》第十一条。
    ```
    """
    if page.for_editors:
        return
    ends = once(data, _ends)
    for m in re.finditer(_PATTERN, page.words):
        at = m.start()
        if page.words[max(at - 2, 0) : at] not in ends:
            continue
        before = page.words[max(at - LONGEST, 0) : at]
        line, column = page.at(m.start())
        for length in range(len(before), 1, -1):
            name = before[-length:]
            if data.laws.find(name) and before[-length - 1 : -length] != "《":
                yield Hit(line, f"“{name}”没有加书名号", column - length)
                break


def _ends(data: Registers) -> frozenset[str]:
    """各部法的名称、简称的最后两个字。"""
    return frozenset(name[-2:] for law in data.laws.values() for name in law.names)
