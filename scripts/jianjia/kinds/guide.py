"""指南：开头的引用块是 结论、依据、下一步，往后是正文。"""

from typing import Any

from jianjia import fields
from jianjia.model import Guide, Stray
from jianjia.outline import Quote


def read(base: dict[str, Any]) -> Guide:
    blocks = base["outline"].blocks
    if not blocks or not isinstance(blocks[0], Quote):
        return Guide(**base, strays=(), fields=(), blocks=blocks)
    answer, strays = fields.of_quote(blocks[0], fields.ANSWER_FIELDS)
    return Guide(
        **base,
        strays=tuple(Stray(line, text) for line, text in strays),
        fields=answer,
        blocks=blocks[1:],
    )
