"""填的内容怎么印：日期、金额、人员名单、多行文字。"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from jianjia.model import Column, FieldSpec

_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?\Z")
_NUMBER = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?\Z")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

TABULAR = ("人员表", "明细表")
"""值是一行行记录的类型。"""


def clean(text: str) -> str:
    """换行统一成 ``\\n``；去掉 XML 不许有的控制字符和落单的代理项。"""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_missing(value: Any) -> bool:
    """没填：空值、空白、空表。零算填了，“否”算没填。"""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is False or (isinstance(value, Sequence) and not value)


def text(value: Any, kind: str) -> str:
    """一个值 → 印出来的字。*kind* 是填写项的类型。"""
    if is_missing(value):
        return ""
    if value is True:
        return "是"
    plain = clean(str(value)).strip()
    if isinstance(value, float):
        plain = plain.removesuffix(".0")
    if kind == "日期":
        return _date(plain)
    if kind == "金额":
        return _money(plain)
    return plain


def _date(iso: str) -> str:
    """``2026-04-08`` → 2026年4月8日，月日不补零；只有年月的就印年月。"""
    m = _DATE.match(iso)
    if not m:
        return iso
    return f"{m[1]}年{int(m[2])}月" + (f"{int(m[3])}日" if m[3] else "")


def _money(number: str) -> str:
    """两位小数，四舍五入；按字面算，不经过浮点数。"""
    m = _NUMBER.match(number)
    if not m:
        return number
    decimals = (m[3] or "") + "000"
    cents = int(m[2]) * 100 + int(decimals[:2]) + (1 if decimals[2] >= "5" else 0)
    return f"{m[1]}{cents // 100}.{cents % 100:02d}"


def records(value: Any) -> list[Mapping[str, Any]]:
    """明细表的各行；一行只是一个字串的，当作没有分列。"""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return []
    return [row if isinstance(row, Mapping) else {"": row} for row in value]


def column(spec: FieldSpec, label: str) -> Column:
    """叫 *label* 的一列；没有登记的，名称就是键。"""
    return next((c for c in spec.columns if c.label == label), Column(label, label))


def entry(row: Mapping[str, Any], col: Column) -> str:
    return text(row.get(col.key, row.get("")), col.type)


def names(rows: Sequence[Mapping[str, Any]], spec: FieldSpec, label: str) -> str:
    """一列连成一串：甲、乙、丙。没说哪一列的，取姓名，没有姓名取第一列。"""
    first = next((c for c in spec.columns if c.key == "name"), None)
    if first is None:
        first = spec.columns[0] if spec.columns else Column("姓名", "name")
    col = column(spec, label) if label else first
    return "、".join(said for row in rows if (said := entry(row, col)))
