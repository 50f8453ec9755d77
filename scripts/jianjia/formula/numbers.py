"""不走样的数：整数，或者“多少个 10 的负几次方”的小数。金额、比率都不经过浮点数。

浏览器里的整数最多 2 的 53 次方减 1，两边守同一条线，超出的算不出来（``None``）。
"""

import re
from typing import Any, NamedTuple, TypeGuard

LARGEST = 2**53 - 1
PLACES = 6
"""小数除法保留几位。"""
_TEXT = re.compile(r"(-?)([0-9]{1,15})(?:\.([0-9]{1,6}))?\Z")


class Dec(NamedTuple):
    """``n`` 除以 10 的 ``s`` 次方；末尾不留零。"""

    n: int
    s: int


Number = int | Dec


def is_number(value: Any) -> TypeGuard[Number]:
    return is_int(value) or isinstance(value, Dec)


def is_int(value: Any) -> TypeGuard[int]:
    return type(value) is int


def dec(n: int, s: int = 0) -> Dec | None:
    """末尾的零去掉；太大的没有。"""
    while s > 0 and n % 10 == 0:
        n //= 10
        s -= 1
    return Dec(n, s) if abs(n) <= LARGEST else None


def read(text: str) -> Number | None:
    """``-12``、``3.50`` → 数；有小数点的是小数。别的写法不认。"""
    m = _TEXT.match(text)
    if not m:
        return None
    n = int(m[2] + (m[3] or "")) * (-1 if m[1] else 1)
    if m[3] is None:
        return n
    return dec(n, len(m[3]))


def plain(value: Number) -> str:
    """不带指数的写法。"""
    if not isinstance(value, Dec):
        return str(value)
    digits = str(abs(value.n)).rjust(value.s + 1, "0")
    sign = "-" if value.n < 0 else ""
    return f"{sign}{digits[: -value.s]}.{digits[-value.s :]}" if value.s else sign + digits


def to_dec(value: Number) -> Dec:
    return value if isinstance(value, Dec) else Dec(value, 0)


def _fit(n: int) -> int | None:
    return n if abs(n) <= LARGEST else None


def aligned(a: Number, b: Number) -> tuple[int, int, int] | None:
    """两个数换成同样的位数：（甲，乙，位数）。"""
    x, y = to_dec(a), to_dec(b)
    s = max(x.s, y.s)
    m, n = _fit(x.n * 10 ** (s - x.s)), _fit(y.n * 10 ** (s - y.s))
    return None if m is None or n is None else (m, n, s)


def add(a: Number, b: Number, sign: int = 1) -> Number | None:
    if is_int(a) and is_int(b):
        return _fit(a + sign * b)
    both = aligned(a, b)
    if both is None:
        return None
    n = _fit(both[0] + sign * both[1])
    return None if n is None else dec(n, both[2])


def multiply(a: Number, b: Number) -> Number | None:
    x, y = to_dec(a), to_dec(b)
    n = _fit(x.n * y.n)
    if n is None or (is_int(a) and is_int(b)):
        return n
    return dec(n, x.s + y.s)


def divide(a: Number, b: Number) -> Number | None:
    """整数除整数得整数，向零取整；有小数的除到六位，四舍五入。除以零算不出来。"""
    if not (is_int(a) and is_int(b)):
        return quotient(a, b, PLACES)
    if b == 0:
        return None
    q = abs(a) // abs(b)
    return -q if (a < 0) != (b < 0) else q


def quotient(a: Number, b: Number, places: int) -> Number | None:
    """商，四舍五入到 *places* 位；多除一位再舍，正好够判断。"""
    x, y = to_dec(a), to_dec(b)
    if y.n == 0 or abs(y.n) > LARGEST // 10:
        return None
    q, r = divmod(abs(x.n), abs(y.n))
    s = x.s - y.s
    while s <= places:
        digit, r = divmod(r * 10, abs(y.n))
        q, s = q * 10 + digit, s + 1
        if q > LARGEST:
            return None
    found = dec(-q if (x.n < 0) != (y.n < 0) else q, s)
    return None if found is None else rounded(found, places)


def remainder(a: Number, b: Number) -> int | None:
    """整数的余数，正负同被除数。"""
    if not (is_int(a) and is_int(b)) or b == 0:
        return None
    r = abs(a) % abs(b)
    return -r if a < 0 else r


def compare(a: Number, b: Number) -> int | None:
    """小于零、等于零、大于零。"""
    both = aligned(a, b)
    return None if both is None else (both[0] > both[1]) - (both[0] < both[1])


def rounded(value: Number, places: int) -> Number | None:
    """四舍五入到几位小数，正负都往远离零的一边进。"""
    if not isinstance(value, Dec) or value.s <= places:
        return value
    unit = 10 ** (value.s - places)
    q, r = divmod(abs(value.n), unit)
    q += r * 2 >= unit
    return dec(-q if value.n < 0 else q, places)
