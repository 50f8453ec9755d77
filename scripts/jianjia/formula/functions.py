"""算式里能用的函数。参数先按种类看过，种类不对就算不出来（``None``），不出错。

种类：``n`` 数、``i`` 整数、``s`` 文字、``d`` 日期、``l`` 列表、``r`` 明细表、``a`` 什么都行；
``*`` 表示最后一种可以有任意个，``?`` 表示最后一个可以不写。浏览器里照此再写一份，次序也一样。
"""

import calendar
import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jianjia.citation import chinese
from jianjia.formula import numbers
from jianjia.formula.numbers import Dec, Number, is_int, is_number
from jianjia.registers import Band, Bands

Row = Mapping[str, Any]
Rows = Sequence[Row]
Function = Callable[..., Any]

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")
_SECTIONS = ("", "万", "亿", "万亿")
VOTES = ("agree", "disagree", "abstain")
"""得票表里算票数的三列。"""
TIE = "得票相等，要就票数相等的人再次投票"
FIRST_YEAR, LAST_YEAR = 1900, 2199
ASSEMBLY = "开会员大会"


# —— 数 ——


def ceil_div(a: int, b: int) -> int | None:
    return None if b == 0 else -(-a // b)


def pct(a: Number, b: Number) -> str | None:
    """一位小数的百分比；分母是零的没有比率。"""
    if numbers.to_dec(b).n == 0:
        return "—"
    top = numbers.multiply(a, 100)
    found = None if top is None else numbers.quotient(top, b, 1)
    if found is None:
        return None
    text = numbers.plain(found)
    return f"{text}%" if "." in text else f"{text}.0%"


def round_(value: Number, places: int = 0) -> Number | None:
    return numbers.rounded(value, places) if 0 <= places <= numbers.PLACES else None


def sum_(values: Sequence[Any]) -> Number | None:
    total: Number | None = 0
    for value in values:
        if total is None or not is_number(value):
            return None
        total = numbers.add(total, value)
    return total


def _extreme(values: Sequence[Any], sign: int) -> Number | None:
    """参数是一个列表的，在列表里找。"""
    found: Sequence[Any] = values
    if len(values) == 1 and isinstance(values[0], list):
        found = values[0]
    best: Number | None = None
    for value in found:
        if not is_number(value):
            return None
        order = -1 if best is None else numbers.compare(best, value)
        if order is None:
            return None
        if best is None or order * sign < 0:
            best = value
    return best


def min_(*values: Any) -> Number | None:
    return _extreme(values, -1)


def max_(*values: Any) -> Number | None:
    return _extreme(values, 1)


def cn_num(n: int) -> str | None:
    return chinese(n) if 1 <= n <= 99 else None


def cn_money(amount: Number) -> str | None:
    """人民币大写：壹仟零伍拾元叁角整。"""
    cents = numbers.rounded(amount, 2)
    if cents is None:
        return None
    value = numbers.to_dec(cents)
    total = abs(value.n) * 10 ** (2 - value.s)
    if total > numbers.LARGEST:
        return None
    yuan, rest = divmod(total, 100)
    jiao, fen = divmod(rest, 10)
    text = _yuan(yuan) + "元" if yuan else ""
    if not rest:
        return ("负" if value.n < 0 else "") + (text or "零元") + "整"
    if jiao:
        text += _DIGITS[jiao] + "角"
    elif text:
        text += "零"
    text += _DIGITS[fen] + "分" if fen else "整"
    return ("负" if value.n < 0 else "") + text


def _yuan(n: int) -> str:
    """四位一节，节里节间的零各只读一个。"""
    text, zero = "", False
    for k in range(3, -1, -1):
        section = n // 10000**k % 10000
        for unit in range(3, -1, -1):
            digit = section // 10**unit % 10
            if digit:
                text += ("零" if zero and text else "") + _DIGITS[digit] + _UNITS[unit]
            zero = not digit
        if section:
            text += _SECTIONS[k]
            # “万亿”后面还有亿的，只在亿上写一次“亿”。
            if k == 3 and n // 10**8 % 10000:
                text = text[:-1]
    return text


# —— 日子 ——


def day(text: str) -> datetime.date | None:
    """``2026-04-28``；没有这一天、年份离谱的不算。"""
    try:
        found = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR and found.isoformat() == text else None


def _iso(ordinal: int) -> str | None:
    low, high = datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)
    inside = low.toordinal() <= ordinal <= high.toordinal()
    return datetime.date.fromordinal(ordinal).isoformat() if inside else None


def date_add(date: str, n: int, unit: str) -> str | None:
    """加几天、几个月、几年；没有对应日的取那个月的月末。"""
    start = datetime.date.fromisoformat(date)
    if unit == "day":
        return _iso(start.toordinal() + n)
    if unit not in {"month", "year"}:
        return None
    year, month = divmod(start.year * 12 + start.month - 1 + n * (12 if unit == "year" else 1), 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(start.day, last)).isoformat()


def days_between(start: str, end: str) -> int:
    return (datetime.date.fromisoformat(end) - datetime.date.fromisoformat(start)).days


def workdays(start: str, end: str) -> int:
    """周一至周五有几天，两头都算；不看放假和补班。"""
    first = datetime.date.fromisoformat(start)
    days = max(days_between(start, end) + 1, 0)
    weeks, rest = divmod(days, 7)
    return weeks * 5 + sum((first.weekday() + i) % 7 < 5 for i in range(rest))


def last_day(rows: Rows, start: str, days: str) -> str | None:
    """几段日程里最后的一天：开始日加天数减一。"""
    latest = ""
    for row in rows:
        date, count = row.get(start), row.get(days)
        if not (isinstance(date, str) and day(date)) or not is_int(count):
            return None
        end = date_add(date, count - 1, "day")
        if end is None:
            return None
        latest = max(latest, end)
    return latest or None


# —— 列表和明细表 ——


def col(rows: Rows, key: str) -> list[Any]:
    """一列，空的不算。"""
    return [row[key] for row in rows if row.get(key) not in (None, "")]


def total(rows: Rows, key: str) -> Number | None:
    """一列求和；空的当零。"""
    return sum_(col(rows, key))


def sum_product(rows: Rows, a: str, b: str) -> Number | None:
    products = []
    for row in rows:
        x, y = row.get(a), row.get(b)
        if x in (None, "") or y in (None, ""):
            continue
        products.append(numbers.multiply(x, y) if is_number(x) and is_number(y) else None)
    return sum_(products)


def avg(rows: Rows, key: str) -> Number | None:
    """平均数，一位小数；空的不算。"""
    values = col(rows, key)
    whole = sum_(values)
    if whole is None or not values:
        return None
    return numbers.quotient(whole, len(values), 1)


def count_if(rows: Rows, key: str, value: Any) -> int:
    return sum(same(row.get(key), value) for row in rows)


def names(people: Any) -> str | None:
    """名单连成一串；已经是一句话的（得票相等）照说。"""
    if isinstance(people, str):
        return people
    if not isinstance(people, list):
        return None
    found = [p.get("name", "") if isinstance(p, Mapping) else p for p in people]
    return "、".join(filter(None, found)) if all(isinstance(p, str) for p in found) else None


def overlap(a: Sequence[Any], b: Sequence[Any]) -> list[Any]:
    return [x for x in a if any(same(x, y) for y in b)]


def plus(*values: Any) -> list[Any]:
    """连成一个列表；单个的也行。"""
    return [x for value in values for x in (value if isinstance(value, list) else [value])]


def split(text: str, mark: str) -> list[str]:
    return [piece for piece in (text.split(mark) if mark else [text]) if piece]


def join(values: Sequence[Any], mark: str = "") -> str | None:
    found = [text_of(value) for value in values]
    return None if None in found else mark.join(filter(None, found))


# —— 选举 ——


def elected(votes: Rows, seats: int, least: int) -> list[Row] | str | None:
    """够票的按票多取足名额，次序照选票；最后一名票数相等分不出来的，返回一句话。"""
    if any(not is_int(row.get("agree")) for row in votes) or seats < 0:
        return None
    able = [row for row in votes if row["agree"] >= least]
    if len(able) <= seats:
        return able
    ranked = sorted((row["agree"] for row in able), reverse=True)
    if seats == 0:
        return []
    line = ranked[seats - 1]
    return TIE if ranked[seats] == line else [row for row in able if row["agree"] >= line]


def rows_sum_to(votes: Rows, n: int) -> bool | None:
    """每个人的赞成、不赞成、弃权合计都等于 *n*；一样都没填的说不准。"""
    marks = [[x for key in VOTES for x in col([row], key)] for row in votes]
    if any(not found or not all(is_int(x) for x in found) for found in marks):
        return None
    return all(sum(found) == n for found in marks)


def largest_remainder(rows: Rows, key: str, seats: int) -> list[int] | None:
    """按一列的数分名额：先取整，余下的给零头大的，零头一样的给前面的；有人的每行至少一名。"""
    shares = [row.get(key) for row in rows]
    if not all(is_int(n) and n >= 0 for n in shares) or seats < 0:
        return None
    weights = [int(n) for n in shares if n is not None]
    if sum(weights) == 0 or sum(weights) * max(seats, 1) > numbers.LARGEST:
        return None
    given = [0] * len(weights)
    open_ = [i for i, n in enumerate(weights) if n]
    left = seats
    while open_:
        whole = sum(weights[i] for i in open_)
        for i in open_:
            given[i] = weights[i] * left // whole
        # 零头大的在前，一样大的次序不变。
        ranked = sorted(open_, key=lambda i: -(weights[i] * left % whole))
        for i in ranked[: left - sum(given[i] for i in open_)]:
            given[i] += 1
        none = [i for i in open_ if given[i] == 0]
        if not seats or not none:
            break
        for i in none:
            given[i] = 1
        open_ = [i for i in open_ if i not in none]
        left = max(left - len(none), 0)
    return given


# —— 名额档次 ——


def _band(bands: Sequence[Band], members: int) -> Band | None:
    return next(
        (b for b in bands if b.start <= members and (b.end is None or members <= b.end)), None
    )


def _range(band: Band) -> str:
    return f"{band.low}—{band.high}人"


def tables(bands: Bands) -> dict[str, tuple[str, Function]]:
    """函数名 → （参数的种类，函数）。*bands* 是名额档次。"""

    def seats_range(members: int) -> str | None:
        band = _band(bands.committee, members)
        return _range(band) if band else None

    def delegates_range(members: int) -> str | None:
        band = _band(bands.delegates, members)
        return _range(band) if band else ASSEMBLY if members > 0 else None

    def in_seat_range(members: int, seats: int) -> bool:
        band = _band(bands.committee, members)
        return bool(band and band.low <= seats <= band.high)

    def in_delegate_range(members: int, seats: int) -> bool:
        band = _band(bands.delegates, members)
        return band.low <= seats <= band.high if band else seats == 0

    return {
        **_FUNCTIONS,
        "seats_range": ("i", seats_range),
        "delegates_range": ("i", delegates_range),
        "in_seat_range": ("ii", in_seat_range),
        "in_delegate_range": ("ii", in_delegate_range),
    }


# —— CEL 自己的 ——


def same(a: Any, b: Any) -> bool:
    """相等：数按大小，别的种类也要一样。"""
    if is_number(a) and is_number(b):
        return numbers.compare(a, b) == 0
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return len(a) == len(b) and all(same(a[key], b.get(key)) for key in a)
    return type(a) is type(b) and bool(a == b)


def size(value: Any) -> int | None:
    return len(value) if isinstance(value, str | list) else None


def text_of(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if is_number(value):
        return numbers.plain(value)
    return value if isinstance(value, str) else None


def int_(value: Any) -> int | None:
    found = numbers.read(value) if isinstance(value, str) else value
    if is_int(found):
        return found
    if not isinstance(value, Dec):
        return None
    whole: int = abs(value.n) // 10**value.s
    return -whole if value.n < 0 else whole


def double(value: Any) -> Dec | None:
    found = numbers.read(value) if isinstance(value, str) else value
    return numbers.to_dec(found) if is_number(found) else None


_FUNCTIONS: dict[str, tuple[str, Function]] = {
    "size": ("a", size),
    "string": ("a", text_of),
    "int": ("a", int_),
    "double": ("a", double),
    "contains": ("ss", lambda text, part: part in text),
    "startsWith": ("ss", str.startswith),
    "endsWith": ("ss", str.endswith),
    "ceil_div": ("ii", ceil_div),
    "pct": ("nn", pct),
    "round": ("ni?", round_),
    "sum": ("l", sum_),
    "min": ("a*", min_),
    "max": ("a*", max_),
    "cn_num": ("i", cn_num),
    "cn_money": ("n", cn_money),
    "date_add": ("dis", date_add),
    "days_between": ("dd", days_between),
    "workdays": ("dd", workdays),
    "last_day": ("rss", last_day),
    "col": ("rs", col),
    "total": ("rs", total),
    "sum_product": ("rss", sum_product),
    "avg": ("rs", avg),
    "count_if": ("rsa", count_if),
    "names": ("a", names),
    "overlap": ("ll", overlap),
    "plus": ("a*", plus),
    "split": ("ss", split),
    "join": ("ls?", join),
    "elected": ("rii", elected),
    "rows_sum_to": ("ri", rows_sum_to),
    "largest_remainder": ("rsi", largest_remainder),
}
KINDS = {name: kinds for name, (kinds, _) in tables(Bands()).items()}
"""全部函数：名称 → 参数的种类。"""

_KINDS: dict[str, Callable[[Any], bool]] = {
    "a": lambda _: True,
    "n": is_number,
    "i": is_int,
    "s": lambda value: isinstance(value, str),
    "d": lambda value: isinstance(value, str) and day(value) is not None,
    "l": lambda value: isinstance(value, list),
    "r": lambda value: isinstance(value, list) and all(isinstance(x, Mapping) for x in value),
}


def arity(kinds: str) -> tuple[int, float]:
    """最少、最多几个参数。"""
    if kinds.endswith("*"):
        return len(kinds) - 1, float("inf")
    most = len(kinds.rstrip("?"))
    return most - kinds.endswith("?"), most


def accepts(kinds: str, values: Sequence[Any]) -> bool:
    """参数的个数和种类对不对。"""
    least, most = arity(kinds)
    if not least <= len(values) <= most:
        return False
    plain = kinds.rstrip("?*")
    return all(_KINDS[plain[min(i, len(plain) - 1)]](value) for i, value in enumerate(values))
