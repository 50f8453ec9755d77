"""法条引用。中文的引注习惯就是语法：``《工会法》第十一条``、``《章程》（会费）``、``第十条至第十四条``。"""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

EXPERIENCE = "工作经验"
"""没有成文依据、来自实际工作的做法，依据一栏老老实实写这四个字。"""

_NUMERAL = "零〇一二三四五六七八九十百千"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NAME = re.compile(r"《([^《》\n]+)》")
_ARTICLE = re.compile(
    rf"(?:第([{_NUMERAL}]+)条(?:之[{_NUMERAL}]+)?|附录)"
    rf"(?:第[{_NUMERAL}]+款)?(?:第?（?[{_NUMERAL}]+）?项)?"
)
_PART = re.compile(
    rf"第[{_NUMERAL}\d]+(?:部分|项|章)(?:（[{_NUMERAL}]+）)?|[{_NUMERAL}]+、?（[{_NUMERAL}]+）"
)
_TOPIC = re.compile(r"（([^（）\n]{1,20})）")
_FOLLOWING = frozenset(f"第附（{_NUMERAL}")
"""名称后面是这些字，才可能有条号、事由。"""
_JOIN = re.compile(r"(、|和|及|至|到|—)(?=第[" + _NUMERAL + r"]+条)")


class Citation(NamedTuple):
    """一处引用。

    ``law`` 是书名号里的字；``article`` 是条号的标准写法（``第十一条``），没写条号为空；
    ``topic`` 是条号未核时括号里的事由；``start``、``end`` 是它在文字里的位置。
    """

    law: str
    article: str
    topic: str
    text: str
    start: int
    end: int


def find(text: str, first: int = 0) -> Iterator[Citation]:
    """从第 *first* 个字起，按先后找出引用；一部法连着几条的，逐条给出，区间展开。"""
    for m in _NAME.finditer(text, first):
        law, at = m[1], m.end()
        if text[at : at + 1] not in _FOLLOWING:  # 十之七八只写了名称
            yield Citation(law, "", "", m[0], m.start(), at)
            continue
        part = _ARTICLE.match(text, at) or _PART.match(text, at)
        if part is None:
            topic = _TOPIC.match(text, at)
            end = topic.end() if topic else at
            yield Citation(
                law, "", topic[1] if topic else "", text[m.start() : end], m.start(), end
            )
            continue
        start, join, previous = m.start(), "", ""
        while part is not None:
            article = _plain(part[0])
            shown = text[start : part.end()]
            if join in {"至", "到", "—"}:
                yield from _between(law, previous, article, start, shown)
            yield Citation(law, article, "", shown, start, part.end())
            previous = article
            link = _JOIN.match(text, part.end())
            if not link:
                break
            join, start = link[1], link.end()
            part = _ARTICLE.match(text, start)


def _between(law: str, first: str, last: str, start: int, text: str) -> Iterator[Citation]:
    """“第十条至第十四条”中间的几条；它们不占文字，位置都记在后一条的开头。"""
    low, high = article_number(first), article_number(last)
    if low is None or high is None or high - low > 50:
        return
    for n in range(low + 1, high):
        yield Citation(law, f"第{chinese(n)}条", "", text, start, start)


@functools.cache
def _plain(part: str) -> str:
    """条以下的款、项不单独登记，去掉。"""
    m = re.match(rf"第[{_NUMERAL}]+条(?:之[{_NUMERAL}]+)?", part)
    return m[0] if m else part


def article_number(article: str) -> int | None:
    """``第十一条`` → 11；不是条号为 ``None``。"""
    m = re.match(rf"第([{_NUMERAL}]+)条", article)
    return number(m[1]) if m else None


def number(numeral: str) -> int:
    """一万以内的中文数字：一千二百五十九 → 1259，一〇二 → 102。"""
    if not any(char in _UNITS for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total = digit = 0
    for char in numeral:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS[char]
    return total + digit


def chinese(n: int) -> str:
    """一万以内的整数写成中文数字：102 → 一百零二，12 → 十二。"""
    if n == 0:
        return "零"
    out, zero = "", False
    for unit, char in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            out += ("零" if zero and out else "") + "零一二三四五六七八九"[digit] + char
            zero = False
        else:
            zero = True
    return out[1:] if out.startswith("一十") else out
