"""填的东西认不出来时对人说的一句话；没有毛病、没填的是空。浏览器里照此再写一份。"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from jianjia import expr
from jianjia.model import Column, FieldSpec
from jianjia.office.values import TABULAR, clean, is_missing

LONGEST = 10_000
"""一项最多填这么多字。"""
MOST_ROWS = 500
SHOWN = 20
"""话里最多照抄这么多字。"""
_YEAR = re.compile(r"[\[［(（【]\s*[0-9]{4}\s*[\]］)）】]")
_SERIAL = re.compile("〔[0-9]{4}〕\\s*(?:第|0)")


def complaint(spec: FieldSpec | Column, value: Any) -> str:
    if is_missing(value):
        return ""
    if spec.type in TABULAR:
        return _table(getattr(spec, "columns", ()), value)
    if isinstance(value, bool | list | tuple | Mapping):
        return "这里要填一段字"
    text = clean(str(value)).strip()
    shown = f"“{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}”"
    if len(text) > LONGEST:
        return f"太长了，最多 {LONGEST} 字，现在 {len(text)} 字"
    if spec.type in {"整数", "小数", "金额"} and expr.typed(spec, text) is None:
        return f"{shown}不是{'整数' if spec.type == '整数' else '数'}，请只写数字"
    if spec.type == "日期" and text and expr.typed(spec, text) is None:
        return f"{shown}不是日历上有的日子，请写成 2026-04-28"
    if spec.type == "单选" and spec.options and text not in spec.options:
        return f"{shown}不在选项里，只能选：{'、'.join(spec.options)}"
    if spec.label.endswith(("字号", "文号")):
        if _YEAR.search(text):
            return "年份要用六角括号，写成 〔2026〕"
        if _SERIAL.search(text):
            return "顺序号前面不加“第”，也不补零，写成 〔2026〕1号"
    if len(clean(str(value))) < len(str(value).replace("\r\n", "\n")):
        return "有看不见的字符，印出来时会去掉"
    return ""


def _table(columns: Sequence[Column], value: Any) -> str:
    if not isinstance(value, list | tuple):
        return "这里要一行一行地填"
    if len(value) > MOST_ROWS:
        return f"太多了，最多 {MOST_ROWS} 行，现在 {len(value)} 行"
    for number, row in enumerate(value, 1):
        for column in columns:
            said = complaint(column, row.get(column.key)) if isinstance(row, Mapping) else ""
            if said:
                return f"第 {number} 行“{column.label}”：{said}"
    return ""
