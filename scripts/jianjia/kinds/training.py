"""培训课：每个 ``##`` 是一张投影，引用块写时间、级别、讲解、练习；``## 测验`` 里每题一个 ``###``。"""

import re
from typing import Any

from jianjia import fields
from jianjia.model import Field, Option, Question, Slide, Stray, Training
from jianjia.outline import Block, Heading, Listing, ListItem, Quote

QUIZ = "测验"
_MINUTES = re.compile(r"(\d+)\s*分钟")


def read(base: dict[str, Any]) -> Training:
    intro: list[Block] = []
    slides: list[tuple[Heading, list[Block]]] = []
    quiz: list[Block] = []
    current = intro
    for block in base["outline"].blocks:
        if isinstance(block, Heading) and block.level == 2:
            if block.text == QUIZ:
                current = quiz
            else:
                slides.append((block, []))
                current = slides[-1][1]
        else:
            current.append(block)
    strays: list[Stray] = []
    return Training(
        **base,
        intro=tuple(intro),
        slides=tuple(_slide(heading, blocks, strays) for heading, blocks in slides),
        questions=tuple(_questions(quiz, strays)),
        strays=tuple(strays),
    )


def _slide(heading: Heading, blocks: list[Block], strays: list[Stray]) -> Slide:
    found: list[Field] = []
    body: list[Block] = []
    for block in blocks:
        if not isinstance(block, Quote):
            body.append(block)
            continue
        more, unread = fields.of_quote(block, fields.SLIDE_FIELDS)
        found += more
        strays += [Stray(line, text, _WHY) for line, text in unread]
    time = next((f.text for f in found if f.name == "时间"), "")
    m = _MINUTES.search(time)
    return Slide(heading.line, heading.text, tuple(body), tuple(found), int(m[1]) if m else 0)


def _questions(blocks: list[Block], strays: list[Stray]) -> list[Question]:
    out: list[Question] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 3:
            out.append(Question(block.line, block.text, ()))
        elif isinstance(block, Listing) and out and not out[-1].options:
            options = tuple(_option(item, strays) for item in block.items)
            out[-1] = Question(out[-1].line, out[-1].text, options)
        else:
            strays.append(Stray(block.line, block.lines[0], "测验里只能有“### 题目”和下面的选项"))
    return out


def _option(item: ListItem, strays: list[Stray]) -> Option:
    if item.box is None:
        strays.append(Stray(item.line, item.text, "选项要写成“- [ ] 选项”，对的写“- [x] 选项”"))
    why, unread = fields.of_items(item.children, ("解析",))
    strays += [Stray(line, text, "选项下面只能写“- 解析：…”") for line, text in unread]
    return Option(item.line, item.text, item.box in {"x", "X"}, why[0].text if why else "")


_WHY = f"投影的引用块里只能写：{'、'.join(fields.SLIDE_FIELDS)}，写成“> 名称：内容”"
