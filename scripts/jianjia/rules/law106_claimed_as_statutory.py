import re
from collections.abc import Iterator

from jianjia import citation
from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule, spot

_CLAIM = re.compile(
    r"法定(?!代表人|节|假|休假|货币|代理|人数|期限|名额|监护|数字|数额|公积金|孝|继承|退休|年龄|比例|义务|权利|职责|程序|机关|证件|形式|婚|保险)|法律(?:明文)?规定|法律要求|依法必须|依法应当"
)
_SENTENCE = re.compile(r"[^。！？；\n]+")


@rule(
    "LAW106",
    "说是“法律规定”，可是引的条文还没有核过",
    mend="核对原文后在 data/laws/ 里登记；核不到的，改成“通行的做法是”“上一级工会的要求是”。",
)
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    一句话里说“法定”“法律规定”，后面的引用却全是“待核”，等于拿没见过的条文打包票。

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

    法律规定要按月记账（《示例办法》第二条）。
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

    通行的做法是按月记账（工作经验）。
    ```
    """
    if page.for_editors:
        return
    for claim in _claims(page.words):
        sentence = _around(page.words, claim.start())
        cites = [c for c in citation.find(sentence) if c.article or c.topic]
        known = [c for c in cites if data.laws.find(c.law)]
        verdicts = {data.laws.verdict(c) for c in known}
        if known and verdicts == {"memory"}:
            said = "、".join(dict.fromkeys(c.text for c in known))
            yield spot(page, claim.start(), f"“{claim[0]}”后面引的{said}还没有核过")


def _claims(words: str) -> Iterator[re.Match[str]]:
    """像打包票的话；都以“法”“依”开头，先找开头那两个字。"""
    for start in ("法定", "法律", "依法"):
        at = words.find(start)
        while at >= 0:
            if m := _CLAIM.match(words, at):
                yield m
            at = words.find(start, at + 2)


def _around(text: str, at: int) -> str:
    """*at* 所在的那一句。"""
    start = max(text.rfind(mark, 0, at) for mark in "。！？；\n") + 1
    m = _SENTENCE.match(text, start)
    return m[0] if m else ""
