"""一页文书、一份制度做成文件：公开的几个函数。"""

from collections.abc import Callable
from typing import Any

import pytest

from jianjia import office
from jianjia.model import Policy, Template
from jianjia.office import package
from jianjia.office.blocks import Flow, Paragraph, Table, text_of

POLICY = """
## 总则

**第一条** 为规范工作，结合【单位】实际，制定本办法。

- 幅度：可改

**第二条** 名额如下：

| 部门 | 名额 |
| -- | -- |
| 甲 | 3 |

（一）一名；

（二）两名。

- 幅度：可改

## 附则

**第十一条** 本办法自【日期】起施行。

- 幅度：可改

## 附件1 登记表

| 日期 | 事由 |
| -- | -- |
|  |  |

## 采用办法

不印。
"""


def said(flow: Flow) -> list[tuple[str, str]]:
    return [
        (b.style, text_of(b.runs)) if isinstance(b, Paragraph) else ("表", "") for b in flow.blocks
    ]


def test_policy_in_order(policy: Callable[[str], Policy]) -> None:
    flow = office.flow_of(policy(POLICY), {}, {"unit": "晨禾公司", "day": "2026-05-01"})

    assert [line for line in said(flow) if line[1] or line[0] == "表"] == [
        ("Title", "晨禾公司工会办法"),
        ("Chapter", "第一章　总则"),
        ("Body", "第一条　为规范工作，结合晨禾公司实际，制定本办法。"),
        ("Body", "第二条　名额如下："),
        ("表", ""),
        ("Body", "（一）一名；"),
        ("Body", "（二）两名。"),
        ("Chapter", "第二章　附则"),
        ("Body", "第十一条　本办法自2026年5月1日起施行。"),
        ("AttachmentMark", "附件1"),
        ("Title", "登记表"),
        ("表", ""),
    ]


def test_article_number_is_in_hei(policy: Callable[[str], Policy]) -> None:
    flow = office.flow_of(policy(POLICY), {})
    article = next(b for b in flow.blocks if isinstance(b, Paragraph) and b.style == "Body")

    assert (article.runs[0].text, article.runs[0].style) == ("第一条", "Hei")


def test_own_fields_win_over_shared_ones(template: Callable[..., Template]) -> None:
    page = template("### 某事\n\n【单位】【公用】")
    other = page.specs[0]
    flow = office.flow_of(page, {"公用": other, "单位": page.specs[1]}, {other.key: "甲"})

    assert said(flow)[-1] == ("Body", "甲甲")


def test_plain_text_is_one_line_a_paragraph_or_row(template: Callable[..., Template]) -> None:
    body = (
        "> 【文号】\n> 签发人：【签发人】\n\n### 关于同意示例市晨禾精密部件有限公司筹建工会的批复\n\n【上级】：\n\n同意。\n\n"
        "| 甲 | ← | 意见 |\n| - | - | -- |\n| ↑ | ← | 【意见】 |"
    )
    values = {"number": "1号", "approver": "林", "upper": "总工会", "opinion": "好。\n就办。"}
    flow = office.flow_of(template(body, direction="上行"), {}, values)

    assert office.plain_text(flow) == (
        "1号 签发人：林\n关于同意示例市晨禾精密部件有限公司筹建工会的批复\n总工会：\n同意。\n甲\t意见\n\t好。 就办。\n"
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于建立工会的请示", "关于建立工会的请示.docx"),
        ("'主席/副主席选票：\"正\" <样>?'", "主席副主席选票：正 样.docx"),
        ("con", "文书con.docx"),
        ("'...'", "文书.docx"),
        ("长" * 200, "长" * 80 + ".docx"),
    ],
)
def test_file_name(template: Callable[..., Template], title: str, name: str) -> None:
    assert office.file_name(template("### 某事", title=title)) == name


def test_file_name_can_be_given(template: Callable[..., Template]) -> None:
    assert office.file_name(template("### 某事", name="建会请示")) == "建会请示.docx"


def test_unfinished_page_still_makes_a_file(template: Callable[..., Template]) -> None:
    for body in ("", "---", "【", "【若 单位】没完", "> \n> ", "### 【】", "| 甲 |\n| - |"):
        assert package.docx(office.flow_of(template(body), {}))
        assert office.filled(template(body), {}, {})


def test_strange_values_never_break_a_file(template: Callable[..., Template]) -> None:
    body = "### 【单位】\n\n【单位】【日期】【经费】【名单】\n\n| 甲 | 【名单.姓名】 |\n| - | - |\n| 【重复 人数】 | 【名单】 |"
    strange: list[Any] = [
        "",
        None,
        [],
        {},
        [None],
        [{}],
        "\n\n",
        "<&>",
        -1,
        1e300,
        float("nan"),
        True,
        "\ud800",
    ]
    for value in strange:
        values = dict.fromkeys(("unit", "day", "money", "members", "people"), value)

        assert office.filled(template(body), {}, values)


def test_real_pages_are_whole(real: list[Any]) -> None:
    """仓库里每一份：有标题，表格列数对得上，空白件不留没认出来的记号。"""
    assert real
    for made in real:
        text = office.plain_text(made.flow)
        assert text.strip(), made.name
        for mark in ("【若 ", "【否则】", "【完】", "【重复 ", "←", "↑", "|"):
            assert mark not in text, made.name
        for block in made.flow.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    assert sum(cell.span for cell in row.cells) == len(block.widths), made.name


def test_real_pages_are_the_same_every_time(real: list[Any], library: Any) -> None:
    for made in real:
        if made.kind == "blank":
            assert package.docx(office.flow_of(made.page, library.specs(made.page))) == made.data
