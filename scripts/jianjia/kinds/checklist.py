"""清单：``## 阶段`` 下面是带编号的任务，任务下面缩进 4 格写字段。"""

import re
from typing import Any

from jianjia import fields
from jianjia.model import Checklist, Deadline, Field, Item, Stage, Stray, Tasks
from jianjia.outline import Block, Heading, Listing, ListItem, Paragraph

ITEM_ID = re.compile(r"\s*`([^`]*)`\s*\Z")
_SAME = re.compile(r"同\s*`([A-Z]{2}-[A-Z]{2}-\d{2,3})`\s*\Z")
_LOOKS_LIKE_TASK = re.compile(
    r"\s*(?:[-*+·•—－–]|\d+[.)、])?\s*(?:\[.?\]|［.?］|【\s*[√✓xX]?\s*】|[□☐☑])"
)


def read(base: dict[str, Any]) -> Checklist:
    intro: list[Block] = []
    stages: list[Stage] = []
    strays: list[Stray] = []
    current, title, line = intro, "", 0
    for block in base["outline"].blocks:
        if isinstance(block, Heading) and block.level == 2:
            if title:
                stages.append(Stage(line, title, tuple(current)))
            current, title, line = [], block.text, block.line
            continue
        current.append(_tasks(block, base["meta"].anchors, strays))
    if title:
        stages.append(Stage(line, title, tuple(current)))
    elif any(isinstance(block, Tasks) for block in intro):
        stages.append(Stage(base["outline"].body_line, "", tuple(intro)))
        intro = []
    return Checklist(**base, strays=tuple(strays), intro=tuple(intro), stages=tuple(stages))


def _tasks(block: Block, anchors: dict[str, str], strays: list[Stray]) -> Block:
    """任务列表变成事项；别的块原样，但里面像任务的行要记下来。"""
    if isinstance(block, Listing) and any(item.box is not None for item in block.items):
        items = [_item(item, anchors, strays) for item in block.items]
        return Tasks(block.line, block.lines, tuple(item for item in items if item))
    if isinstance(block, (Listing, Paragraph)):
        for i, text in enumerate(block.lines):
            if _LOOKS_LIKE_TASK.match(text):
                why = "这一行像清单事项，但读者看不到方框；要写成“- [ ] 事项”，并且前面空一行"
                strays.append(Stray(block.line + i, text, why))
    return block


def _item(item: ListItem, anchors: dict[str, str], strays: list[Stray]) -> Item | None:
    if item.box is None:
        why = "夹在任务中间的一行没有方框；要写成“- [ ] 事项”，说明文字放到列表外面"
        strays.append(Stray(item.line, item.text, why))
        return None
    found, unread = fields.of_items(item.children, fields.ITEM_FIELDS)
    strays += [Stray(line, said, _why(said)) for line, said in (*unread, *item.strays)]
    if same := _SAME.match(item.text):
        due = _deadline(found, anchors)
        return Item(item.line, same[1], "", found, due, same_as=same[1])
    m = ITEM_ID.search(item.text)
    text = item.text[: m.start()] if m else item.text
    return Item(
        line=item.line,
        id=m[1].strip() if m else "",
        text=text.strip(),
        fields=found,
        deadline=_deadline(found, anchors),
        checked=item.box != " ",
    )


def _why(text: str) -> str:
    if _LOOKS_LIKE_TASK.match(text):
        return "事项下面不能再套事项；请另起一条，或改写成“- 怎么做：…”"
    if re.match(r"\s{1,3}[-*+]", text) or re.match(r"\s{5,7}[-*+]", text):
        return "缩进要 4 个空格，否则网页上不分层"
    return f"看不懂；字段要写成“- 名称：内容”，名称只能是：{'、'.join(fields.ITEM_FIELDS)}"


def _deadline(found: tuple[Field, ...], anchors: dict[str, str]) -> Deadline | None:
    text = next((f.text for f in found if f.name == "时限"), "")
    return fields.deadline(text, anchors) if text else None
