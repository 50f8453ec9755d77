"""讲解版：条文在左，能不能改、凭什么在右；清样没有这些话。"""

from collections.abc import Callable

from jianjia import office
from jianjia.library import Library
from jianjia.model import Policy
from jianjia.office import margin
from jianjia.office.blocks import Flow, Paragraph, Table, text_of

POLICY = """
## 总则

**第一条** 为规范工作，制定本办法。

- 幅度：可改
- 依据：《工会法》[第十一条](x.md)；工作经验

**第二条** 名额如下：

| 部门 | 名额 |
| -- | -- |
| 甲 | 3 |

（一）一名。

- 幅度：不可低于
- 依据：《工会法》第十条
- 提示：先问上一级工会

## 附则

**第三条** 自公布之日起施行。

- 幅度：改须报批
- 依据：工作经验

## 附件1 登记表

| 日期 | 事由 |
| -- | -- |
|  |  |
"""


def rows(table: Table) -> list[list[list[str]]]:
    """每行、每格、每段的字。"""
    return [
        [[text_of(p.runs) for p in cell.paragraphs] for cell in row.cells] for row in table.rows
    ]


def made(policy: Callable[[str], Policy]) -> Flow:
    return margin.beside(office.flow_of(policy(POLICY), {}, {}, notes=True))


def test_each_article_is_a_row_with_its_notes(policy: Callable[[str], Policy]) -> None:
    flow = made(policy)
    tables = [block for block in flow.blocks if isinstance(block, Table)]

    assert [table.style for table in tables] == ["Margin", "Grid", "Margin", "Margin", "Grid"]
    assert rows(tables[0]) == [
        [
            ["第一条　为规范工作，制定本办法。"],
            ["可改：单位自己定，写合适就行", "依据：《工会法》第十一条；工作经验"],
        ],
        [
            ["第二条　名额如下："],
            [
                "不可低于：法律规定的底线，只能更高",
                "依据：《工会法》第十条",
                "提示：先问上一级工会",
            ],
        ],
    ]
    assert rows(tables[2]) == [[["（一）一名。"], [""]]]
    assert rows(tables[3])[0][1][0] == "改须报批：改了要报上一级工会同意"


def test_titles_chapters_and_attachments_stay_outside(policy: Callable[[str], Policy]) -> None:
    outside = [b.style for b in made(policy).blocks if isinstance(b, Paragraph) and b.runs]

    assert outside == ["Title", "Subtitle", "Chapter", "Chapter", "AttachmentMark", "Title"]


def test_both_columns_fill_the_measure(policy: Callable[[str], Policy]) -> None:
    flow = made(policy)
    table = next(b for b in flow.blocks if isinstance(b, Table))

    assert sum(table.widths) == flow.sheet.measure


def test_clean_version_says_none_of_it(policy: Callable[[str], Policy]) -> None:
    clean = office.flow_of(policy(POLICY), {}, {})
    text = office.plain_text(clean)

    assert margin.beside(clean) is clean
    for word in ("可改", "改须报批", "不可低于", "依据", "提示", "讲解版"):
        assert word not in text


def test_every_real_article_has_its_scope_beside_it(library: Library) -> None:
    for page in library.of_kind("policy"):
        assert isinstance(page, Policy)
        flow = office.flow_of(page, library.specs(page), notes=True)
        notes = [b.note for b in flow.blocks if isinstance(b, Paragraph) and b.note]

        assert len(notes) == len(page.articles), page.path
        assert all(note.startswith(("可改：", "改须报批：", "不可低于：")) for note in notes)
