import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule

KEYS = (
    "keywords",
    "matter",
    "audience",
    "applies_to",
    "aliases",
    "guidance",
    "packs",
    "checks",
    "retired",
)
"""一项就是一个词的列表，词里面不会有逗号。"""

_PROSE = ("title:", "summary:", "document:", "unit:")
"""这几个是一句话，本来就有逗号。"""
_WRONG = re.compile("[，、；]")


def is_list_mistake(value: str) -> bool:
    return bool(_WRONG.search(value))


def fix(text: str) -> str:
    head, mark, rest = text.partition("\n---")
    if not mark or not text.startswith("---"):
        return text
    pattern = rf"^((?:{'|'.join(KEYS)}): *\[)([^\"'\n]*)\]"
    return re.sub(pattern, lambda m: f"{m[1]}{_joined(m[2])}]", head, flags=re.M) + mark + rest


def _joined(inside: str) -> str:
    return ", ".join(part.strip() for part in re.split("[，、；]", inside))


@rule("FM013", "列表里用了中文逗号", mend="逗号用半角，后面空一格：[建会, 成立工会]。", fix=fix)
def check(page: Page) -> Iterator[Hit]:
    """
    中文逗号、顿号隔不开列表，几个词粘成一个，读者怎么也搜不到。

    反例：

    ```plain
    ---
    title: 怎样建会
    keywords: [建会，成立工会]
    ---
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    keywords: [建会, 成立工会]
    ---
    ```
    """
    front = page.outline.rows[: page.outline.body_line]
    if not any(_WRONG.search(row) for row in front if not row.startswith(_PROSE)):
        return
    for key in KEYS:
        for i, value in enumerate(getattr(page.meta, key, ())):
            if is_list_mistake(value):
                line, column = page.outline.front.place((key, i))
                yield Hit(line, f"{key} 里“{value}”被当成了一个词", column)
