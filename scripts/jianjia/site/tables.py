"""给 Markdown 表格的每一格记上列名，手机上一行就能排成一张卡片。"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

WIDE = 16
"""有一格超过这么多字，就算宽表。"""

MANY = 4
"""有这么多列，也算宽表。"""


class _Label(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            if not table.get("class"):
                _label(table)


def _label(table: Element) -> None:
    names = ["".join(th.itertext()).strip() for th in table.iter("th")]
    cells = [list(row.iter("td")) for row in table.iter("tr")]
    longest = max((len("".join(td.itertext())) for row in cells for td in row), default=0)
    if len(names) < MANY and longest < WIDE:
        return
    table.set("class", "jj-wide")
    for row in cells:
        for name, td in zip(names, row, strict=False):
            td.set("data-label", name)


class TableLabels(Extension):
    """排在行内语法处理之后，这样数的是读者看见的字。"""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 —— 父类的名字
        md.treeprocessors.register(_Label(md), "jianjia_tables", 5)


def makeExtension(**settings: Any) -> TableLabels:  # noqa: N802 —— Python-Markdown 要求的名字
    return TableLabels(**settings)
