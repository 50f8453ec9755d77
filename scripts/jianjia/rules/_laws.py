"""引用法规的几条规则共用。"""

import functools
from typing import NamedTuple

from jianjia import citation
from jianjia.citation import Citation, article_number
from jianjia.model import Page
from jianjia.registers import Law, Registers
from jianjia.rules._registers import once


@functools.cache
def number(article: str) -> int | None:
    """条号是几；不是条号为 ``None``。"""
    return article_number(article) if article else None


class Use(NamedTuple):
    """一处引用：第几行，引的什么，是登记册里的哪一部（没登记为 ``None``），从那一行的第几个字起。"""

    line: int
    cite: Citation
    law: Law | None
    start: int

    @property
    def end(self) -> int:
        return self.start + self.cite.end - self.cite.start


class Cited(NamedTuple):
    """一页里的引用。绝大多数没有什么可说：登记过、现行、全国通用，不必每条规则都看一遍。"""

    odd: list[Use]
    """要细看的，按先后。"""
    first: list[Use]
    """每一部法第一次引到的地方。"""


def cited(page: Page, data: Registers) -> Cited:
    """这一页正文里的引用；写给编辑看的说明页不算。"""
    key = f"cited {id(data)}"
    if key not in page.memo:
        page.memo[key] = _cited(page, data)
    found: Cited = page.memo[key]
    return found


def _cited(page: Page, data: Registers) -> Cited:
    out = Cited([], [])
    text = page.outline.text
    if "《" not in text or page.path.startswith("docs/about/"):
        return out
    known = once(data, _nothing)
    seen: set[str] = set()
    laws: set[str] = set()
    line, at = page.outline.body_line, page.start(page.outline.body_line)
    for cite in citation.find(text, at):
        key = (cite.law, cite.article, cite.topic)
        if key not in known:
            known[key] = (data.laws.find(cite.law), _is_odd(data, cite))
        law, odd = known[key]
        if not odd and cite.law in seen:
            continue
        below = text.count("\n", at, cite.start)
        if below:
            line, at = line + below, text.rindex("\n", at, cite.start) + 1
        use = Use(line, cite, law, cite.start - at)
        if odd:
            out.odd.append(use)
        if law and law.id not in laws:
            laws.add(law.id)
            out.first.append(use)
        seen.add(cite.law)
    return out


def _nothing(_: Registers) -> dict[tuple[str, str, str], tuple[Law | None, bool]]:
    return {}


def _is_odd(data: Registers, cite: Citation) -> bool:
    """有没有哪条规则要细看。"""
    law = data.laws.find(cite.law)
    if law is None or law.region or law.status in PAST or cite.article in MOVED.get(law.id, {}):
        return True
    n = number(cite.article)
    if n and law.total and n > law.total:
        return True
    return bool(cite.article or cite.topic) and not law.entries(cite)


PAST = frozenset({"已废止", "已被取代"})
"""不再作数的效力。"""

MOVED = {
    "gonghui-fa": {
        "第十条": ("第十一条", "25|二十五人|基层工会委员会"),
        "第四十二条": ("第四十三条", "2%|2％|百分之二|拨缴"),
        "第五十一条": ("第五十二条", "打击报复"),
        "第五十二条": ("第五十三条", "二倍|两倍|2倍|2 倍|双倍"),
    },
}
"""修法以后挪了号的条文：旧号 →（新号，旁边写着这些字就是用了旧号）。"""


def column(page: Page, use: Use) -> int:
    """一处引用在那一行的第几列；区间展开出来的指到书名号。"""
    if use.start < use.end:
        return use.start + 1
    return page.outline.column(use.line, f"《{use.cite.law}》")
