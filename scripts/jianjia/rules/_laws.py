"""引用法规的几条规则共用。"""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from jianjia import citation
from jianjia.citation import Citation, article_number
from jianjia.model import Page
from jianjia.registers import Entry, Law, Registers
from jianjia.rules._registers import once


@functools.cache
def number(article: str) -> int | None:
    """条号是几；不是条号为 ``None``。"""
    return article_number(article) if article else None


class Use(NamedTuple):
    """一处引用：第几行，引的什么，是登记册里的哪一部（没登记为 ``None``）。"""

    line: int
    cite: Citation
    law: Law | None


def cited(page: Page, data: Registers) -> list[Use]:
    """这一页正文里的引用，按行；写给编辑看的说明页不算。"""
    key = f"cited {id(data)}"
    if key not in page.memo:
        page.memo[key] = list(_cited(page, data))
    found: list[Use] = page.memo[key]
    return found


def _cited(page: Page, data: Registers) -> Iterator[Use]:
    if "《" not in page.outline.text or page.path.startswith("docs/about/"):
        return
    start = page.outline.body_line
    for number, text in enumerate(page.outline.rows[start - 1 :], start):
        if "《" in text:
            for cite in citation.find(text):
                yield Use(number, cite, data.laws.find(cite.law))


def entries(data: Registers, cite: Citation) -> list[Entry]:
    """引用所指的登记条目；同样的引用只找一遍。"""
    known = once(data, _nothing)
    key = (cite.law, cite.article, cite.topic)
    if key not in known:
        law = data.laws.find(cite.law)
        known[key] = law.entries(cite) if law else []
    return known[key]


def _nothing(_: Registers) -> dict[tuple[str, str, str], list[Entry]]:
    return {}


def column(page: Page, line: int, cite: Citation) -> int:
    """一处引用在那一行的第几列；区间展开出来的指到书名号。"""
    text = page.outline.rows[line - 1]
    if text[cite.start : cite.end] == cite.text and cite.text:
        return cite.start + 1
    return page.outline.column(line, f"《{cite.law}》")
