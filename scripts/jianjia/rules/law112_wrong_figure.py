import re
from collections.abc import Iterator
from typing import NamedTuple

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_RATE = r"(?:百分之|千分之)[零一二三四五六七八九十点]+|\d+(?:\.\d+)?[ ]*[%％‰]"
_COUNT = r"\d+|[一二三四五六七八九十百]+"


class Figure(NamedTuple):
    """一个法定的数：在什么话里（括号里是数），对的写法，出处；``skip`` 是说别的事的。"""

    said: str
    right: frozenset[str]
    basis: str
    skip: str = r"\Z."


FIGURES = (
    Figure(
        rf"(?:拨缴|拨|工会经费)[^。；\n|]{{0,16}}工资总额的?[ ]*({_RATE})|工资总额的?[ ]*({_RATE})[^。；\n|]{{0,6}}(?:拨缴|拨|工会)",
        frozenset({"2%", "百分之二"}),
        "《工会法》第四十三条写的是 2%",
        "教育经费|福利费|公积金|保险费",
    ),
    Figure(
        rf"会费[^。；\n|]{{0,16}}?(?:月工资|工资收入|本人工资)(?:收入)?的?[ ]*({_RATE})",
        frozenset({"0.5%", "百分之零点五", "千分之五", "5‰"}),
        "会费通行的算法是 0.5%",
    ),
    Figure(
        rf"会员[^。；，\n|]{{0,4}}?({_COUNT})[ ]*(?:名|人)(?!以下|至|到)[^。；\n|]{{0,10}}(?:应当|必须|要)[^。；\n|]{{0,4}}(?:建立|成立|建)[^。；\n|]{{0,3}}基层工会委员会",
        frozenset({"25", "二十五"}),
        "《工会法》第十一条写的是 25 人",
    ),
)
"""正文里最常写、写错了最误事的几个数。"""


@rule("LAW112", "数字和法规写的不一样", mend="照法规的数改；说的是另一件事，换一个说法。")
def check(page: Page) -> Iterator[Hit]:
    """
    比例、人数写错一位，单位照着算的钱就错了，会也白开了。这里只认几个最常写的数。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    单位按月拨缴全部职工工资总额的 3%。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    单位按月拨缴全部职工工资总额的 2%。
    ```
    """
    words = page.words
    if page.for_editors or not ("工资" in words or "委员会" in words):
        return
    for figure in FIGURES:
        for m in re.finditer(figure.said, words):
            group = m.lastindex or 1
            said = re.sub("[ ％]", lambda c: "%" if c[0] == "％" else "", m[group])
            if said not in figure.right and not re.search(figure.skip, m[0]):
                yield spot(page, m.start(group), f"写的是“{m[group]}”，{figure.basis}")
