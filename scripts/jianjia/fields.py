"""``名称：内容`` 这种行：清单事项下面的、引用块里的、使用说明里的，都在这里认。"""

import re
from collections.abc import Iterable

from jianjia.model import Deadline, Field
from jianjia.outline import Listing, ListItem, Quote

_FIELD = re.compile(r"([^：:\s]{1,8})：\s*(.*)\Z", re.S)

ITEM_FIELDS = (
    "依据",
    "怎么做",
    "责任",
    "时限",
    "留存",
    "范本",
    "红线",
    "级别",
    "适用",
    "分值",
    "评分",
)
"""清单事项能有的字段。"""

ARTICLE_FIELDS = ("幅度", "依据", "提示")
"""制度条文能有的字段。"""

SCOPES = ("可改", "改须报批", "不可低于")
"""制度条文的幅度：本单位能改到什么程度。"""

USAGE_FIELDS = (
    "什么时候用",
    "谁来写",
    "谁签",
    "份数",
    "盖章",
    "报给谁",
    "下一步",
    "没有回音",
    "依据",
    "提醒",
)
"""文书“使用说明”里的字段。"""

ANSWER_FIELDS = ("结论", "依据", "下一步")
"""指南开头引用块里的字段。"""

SLIDE_FIELDS = ("时间", "级别", "讲解", "练习", "材料")
"""培训投影的引用块里的字段。"""


def one(line: int, text: str) -> Field | None:
    m = _FIELD.match(text.strip())
    return Field(line, m[1], m[2].strip()) if m else None


def of_items(
    items: Iterable[ListItem], names: tuple[str, ...]
) -> tuple[tuple[Field, ...], list[tuple[int, str]]]:
    """列表项 → 字段；不是字段、或名字不在 *names* 里的，另外列出。"""
    fields, strays = [], []
    for item in items:
        field = one(item.line, item.text)
        if field and field.name in names and not item.children and item.box is None:
            fields.append(field)
        else:
            strays.append((item.line, item.text))
        strays += item.strays
    return tuple(fields), strays


def of_listing(
    block: Listing, names: tuple[str, ...]
) -> tuple[tuple[Field, ...], list[tuple[int, str]]]:
    return of_items(block.items, names)


def of_quote(
    block: Quote, names: tuple[str, ...]
) -> tuple[tuple[Field, ...], list[tuple[int, str]]]:
    """引用块 → 字段；不以字段名开头的行接在上一个字段后面。"""
    fields: list[Field] = []
    strays: list[tuple[int, str]] = []
    for line, text in block.inner:
        field = one(line, text)
        if field and field.name in names:
            fields.append(field)
        elif fields and text.strip():
            last = fields[-1]
            glue = "\n" if re.match(r"\s*([-*]|\d+\.)\s", text) else ""
            fields[-1] = Field(last.line, last.name, last.text + glue + text.strip())
        elif text.strip():
            strays.append((line, text))
    return tuple(fields), strays


_UNITS = {
    "天": "日",
    "日": "日",
    "个工作日": "工作日",
    "工作日": "工作日",
    "个月": "月",
    "年": "年",
}
_DEADLINE = re.compile(
    r"(?P<anchor>[^\s，；]+?)(?:(?P<side>前|后|起)\s*(?P<n>\d+)\s*(?P<unit>天|日|个工作日|工作日|个月|年)"
    r"(?P<within>内|以内|前)?|(?P<day>当天|当日))(?=\Z|[，；。（\s])"
)


def deadline(text: str, anchors: Iterable[str]) -> Deadline | None:
    """``大会日前 15 天``、``批复日后 60 日内``、``大会日当天`` → 时限；算不出来为 ``None``。"""
    m = _DEADLINE.match(text.strip())
    if not m or m["anchor"] not in set(anchors):
        return None
    if m["day"]:
        return Deadline(m["anchor"], 0, "日", False)
    amount = int(m["n"]) * (-1 if m["side"] == "前" else 1)
    return Deadline(m["anchor"], amount, _UNITS[m["unit"]], bool(m["within"]))
