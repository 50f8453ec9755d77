"""文书：``## 使用说明``（字段列表）、``## 填写项``（表）、``## 正文``（要印出来的）。"""

from typing import Any

from jianjia import document, fields
from jianjia.model import Field, FieldSpec, Stray, Template
from jianjia.outline import Block, Heading, Listing, Table

SECTIONS = ("使用说明", "填写项", "正文")


def read(base: dict[str, Any]) -> Template:
    sections: dict[str, list[Block]] = {name: [] for name in SECTIONS}
    notes: list[Block] = []
    current = notes
    for block in base["outline"].blocks:
        if isinstance(block, Heading) and block.level == 2:
            current = sections.get(block.text, notes)
            if current is notes:
                notes.append(block)
        else:
            current.append(block)
    strays: list[Stray] = []
    usage: tuple[Field, ...] = ()
    specs: list[FieldSpec] = []
    for block in sections["使用说明"]:
        if isinstance(block, Listing) and not usage:
            usage, unread = fields.of_listing(block, fields.USAGE_FIELDS)
            strays += [Stray(line, text, _WHY) for line, text in unread]
        else:
            notes.append(block)
    for block in sections["填写项"]:
        if isinstance(block, Table):
            more, bad = document.specs(block)
            specs += more
            strays += bad
        else:
            notes.append(block)
    parts, bad = document.parts(sections["正文"], official=base["meta"].layout in OFFICIAL)
    return Template(
        **base,
        fields=usage,
        specs=tuple(specs),
        parts=tuple(parts),
        notes=tuple(notes),
        strays=(*strays, *bad),
    )


OFFICIAL = ("公文", "函", "纪要")
"""按公文要素（主送、附注……）来认正文的版式。"""

_WHY = f"使用说明里只能写：{'、'.join(fields.USAGE_FIELDS)}，写成“- 名称：内容”"
