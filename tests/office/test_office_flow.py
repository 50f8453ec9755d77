"""每种要素怎么排。"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from jianjia import office
from jianjia.model import Template
from jianjia.office.blocks import Flow, Paragraph, Table, text_of

Make = Callable[..., Template]
VALUES: dict[str, Any] = {
    "unit": "晨禾公司",
    "upper": "样板区总工会",
    "signer": "晨禾公司工会",
    "number": "晨工〔2026〕1号",
    "approver": "林若谷",
    "people": 3,
    "money": 500,
    "day": "2026-04-08",
    "opinion": "同意。\n请办理。",
    "members": [{"name": "甲", "votes": 5, "date": "2026-01-02"}, {"name": "乙", "votes": 0}],
}
LETTER = """
> 【文号】
> 签发人：【签发人】

### 关于建立工会的请示

【上级】：

【单位】有【人数】人。

妥否，请批复。

附件：

1. 名单
2. 执照。

> 【署名】
> 【日期】

（电话：【人数】）

### 附件1 名单

| 姓名 | 票数 |
| --- | --- |
| 【名单.姓名】 | 【名单.票数】 |
"""


def flow(page: Template, values: dict[str, Any] | None = None) -> Flow:
    return office.flow_of(page, {}, values, lambda expr, _: expr == "true")


def said(made: Flow) -> list[tuple[str, str]]:
    """每一段的样式和文字；空行的文字为空。"""
    return [
        (b.style, text_of(b.runs)) if isinstance(b, Paragraph) else ("表", "") for b in made.blocks
    ]


def style_of(made: Flow, text: str) -> str:
    return next(style for style, words in said(made) if text in words)


def test_official_letter_in_order(template: Make) -> None:
    made = flow(template(LETTER, direction="上行"), VALUES)

    assert said(made) == [
        ("HeadUp", "晨工〔2026〕1号\t签发人：林若谷"),
        ("Normal", ""),
        ("Normal", ""),
        ("Title", "关于建立工会的请示"),
        ("Normal", ""),
        ("Addressee", "样板区总工会："),
        ("Body", "晨禾公司有3人。"),
        ("Body", "妥否，请批复。"),
        ("Normal", ""),
        ("AttachmentNote", "附件：1.\t名单"),
        ("AttachmentNote", "2.\t执照"),
        ("Normal", ""),
        ("Sign", "晨禾公司工会"),
        ("Sign", "2026年4月8日"),
        ("Note", "（电话：3）"),
        ("AttachmentMark", "附件1"),
        ("Normal", ""),
        ("Title", "名单"),
        ("Normal", ""),
        ("表", ""),
        ("End", ""),
    ]


def test_signer_name_is_in_kai(template: Make) -> None:
    made = flow(template(LETTER, direction="上行"), VALUES)
    head = made.blocks[0]

    assert isinstance(head, Paragraph)
    assert [(run.text, run.style) for run in head.runs] == [
        ("晨工〔2026〕1号\t签发人：", ""),
        ("林若谷", "Kai"),
    ]


def test_optional_head_lines_left_empty_are_not_printed(template: Make) -> None:
    made = flow(template(LETTER, direction="上行"), VALUES | {"number": "", "approver": ""})

    assert said(made)[0] == ("Normal", "")


@pytest.mark.parametrize(("layout", "style"), [("公文", "HeadCentre"), ("函", "HeadRight")])
def test_number_position_follows_the_layout(template: Make, layout: str, style: str) -> None:
    made = flow(template("> 【文号】\n\n### 某事", layout=layout), VALUES)

    assert said(made)[0] == (style, "晨工〔2026〕1号")


def test_signature_stays_with_the_text(template: Make) -> None:
    made = flow(template("### 某事\n\n正文。\n\n> 【署名】\n> 【日期】"), VALUES)
    kept = [block.keep for block in made.blocks if isinstance(block, Paragraph)]

    assert kept[-4:] == [True, True, True, False]


def test_seal_needs_two_blank_lines(template: Make) -> None:
    body = "### 某事\n\n正文。\n\n> 【署名】\n> 【日期】"
    sealed = said(flow(template(body, sealed="true"), VALUES))
    unsealed = said(flow(template(body), VALUES))

    assert sealed[-4:-2] == [("Normal", ""), ("Normal", "")]
    assert unsealed[-4:-2] == [("Body", "正文。"), ("Normal", "")]


def test_signature_indents(template: Make) -> None:
    made = flow(template("### 某事\n\n正文。\n\n> 【署名】\n> 【日期】", sealed="true"), VALUES)
    name, date = made.blocks[-2:]

    assert isinstance(name, Paragraph)
    assert isinstance(date, Paragraph)
    assert (name.right, date.right) == (400, 400)  # 都是六字


def test_conditional_date_is_still_the_date(template: Make) -> None:
    body = "### 某事\n\n正文。\n\n> 【署名】\n> 【若 日期】【日期】【完】"
    dated = flow(template(body), VALUES).blocks[-1]
    undated = flow(template(body), VALUES | {"day": ""}).blocks[-1]

    assert isinstance(dated, Paragraph)
    assert isinstance(undated, Paragraph)
    assert (text_of(dated.runs), dated.right) == ("2026年4月8日", 200)
    assert (text_of(undated.runs), undated.right) == ("晨禾公司工会", 200)


def test_blank_marks_what_is_to_be_filled(template: Make) -> None:
    made = flow(
        template("### 某事\n\n【单位】有【人数】人，【名单】，【日期】。\n\n> 【署名】\n> 【日期】")
    )
    body = made.blocks[4 - 1]

    assert style_of(made, "有") == "Body"
    assert ("Body", "【单位】有【人数】人，【名单】，【日期】。") in said(made)
    assert isinstance(body, Paragraph | Table)
    assert said(made)[-2:] == [("Sign", "【署名】"), ("Sign", "　　年　月　日")]
    marked = next(b for b in made.blocks if isinstance(b, Paragraph) and b.style == "Body")
    assert [run.style for run in marked.runs] == [
        "Field",
        "",
        "Field",
        "",
        "Field",
        "",
        "Field",
        "",
    ]


def test_missing_values_leave_a_line_to_write_on(template: Make) -> None:
    made = flow(template("### 某事\n\n【单位】有【人数】人。\n\n> 【署名】\n> 【日期】"), {})

    assert ("Body", "＿＿＿＿有＿＿＿＿人。") in said(made)
    assert said(made)[-1] == ("Sign", "　　年　月　日")


def test_inline_table_prints_names(template: Make) -> None:
    assert ("Body", "成员：甲、乙。") in said(
        flow(template("### 某事\n\n成员：【名单】。"), VALUES)
    )


def test_money_and_dates(template: Make) -> None:
    made = flow(template("### 某事\n\n【日期】支出【经费】元。"), VALUES)

    assert ("Body", "2026年4月8日支出500.00元。") in said(made)


@pytest.mark.parametrize(
    ("body", "values", "printed"),
    [
        ("【若 文号】有【否则】无【完】。", None, "有／无。"),
        ("【若 文号】有【完】。", None, "有。"),
        ("【若 文号】【否则】【单位】【完】。", None, "【单位】。"),
        ("【若 文号】有【否则】无【完】。", {"number": "x"}, "有。"),
        ("【若 文号】有【否则】无【完】。", {"number": ""}, "无。"),
        ("【若 名单】有【否则】无【完】。", {"members": []}, "无。"),
        ("【若 没登记的】有【否则】无【完】。", {}, "无。"),
        ("【若 =true】有【否则】无【完】。", {}, "有。"),
        ("【若 =false】有【否则】无【完】。", {}, "无。"),
        ("【若 文号】甲【若 单位】乙【完】【完】丙。", {"number": 1, "unit": 2}, "甲乙丙。"),
    ],
)
def test_conditions(template: Make, body: str, values: dict[str, Any] | None, printed: str) -> None:
    assert said(flow(template(f"### 某事\n\n{body}"), values))[-1] == ("Body", printed)


def test_expression_without_evaluate_says_so(template: Make) -> None:
    page = template("### 某事\n\n【若 =people > 2】多【完】。")

    office.flow_of(page, {})
    with pytest.raises(ValueError, match=r"people > 2.*evaluate"):
        office.flow_of(page, {}, VALUES)


def test_paragraph_that_becomes_empty_is_dropped(template: Make) -> None:
    made = flow(
        template("### 某事\n\n【若 文号】有文号。【完】\n\n正文。"), VALUES | {"number": ""}
    )

    assert [words for style, words in said(made) if style == "Body"] == ["正文。"]


def test_multi_line_value_becomes_paragraphs(template: Make) -> None:
    made = flow(template("### 某事\n\n【意见】"), VALUES)

    assert said(made)[-2:] == [("Body", "同意。"), ("Body", "请办理。")]


def test_levels_and_sentences(template: Make) -> None:
    body = "一、总的要求\n\n（一）具体做法\n\n1.第一步\n\n（1）细目\n\n二、这一条是成句的话。\n\n（一）【若 文号】甲。【否则】乙。【完】"
    made = said(flow(template(f"### 某事\n\n{body}"), VALUES))[-6:]

    assert [style for style, _ in made] == [
        "Heading1",
        "Heading2",
        "Heading3",
        "Heading3",
        "Body",
        "Body",
    ]


def test_spoken_commands_are_in_hei(template: Make) -> None:
    made = flow(template("### 主持词\n\n**请举手。**", layout="文稿"))
    command = made.blocks[-1]

    assert isinstance(command, Paragraph)
    assert command.style == "Speech"
    assert [run.style for run in command.runs] == ["Hei"]


def test_a_long_number_does_not_stretch_the_line_before_it(template: Make) -> None:
    made = flow(
        template("### 某事\n\n统一社会信用代码91000000MA00000000。\n\n2026年，88.7%。"), VALUES
    )

    assert [b.ragged for b in made.blocks if isinstance(b, Paragraph)][-2:] == [True, False]


def test_one_attachment_has_no_number(template: Make) -> None:
    made = flow(template("### 某事\n\n正文。\n\n附件：名单；"), VALUES)
    note = made.blocks[-1]

    assert isinstance(note, Paragraph)
    assert text_of(note.runs) == "附件：名单"
    assert (note.left, note.hanging) == (500, 300)


def test_attachments_that_fall_away_are_renumbered(template: Make) -> None:
    body = "### 某事\n\n正文。\n\n附件：\n\n1. 【若 文号】甲【完】\n2. 乙\n3. 丙"
    made = flow(template(body), VALUES | {"number": ""})

    assert [words for _, words in said(made)[-2:]] == ["附件：1.\t乙", "2.\t丙"]


def test_attachment_starts_a_page(template: Make) -> None:
    made = flow(template(LETTER), VALUES)
    fresh = [block for block in made.blocks if isinstance(block, Paragraph) and block.fresh]

    assert [text_of(block.runs) for block in fresh] == ["附件1"]


def test_break_before_a_table_and_between_tables(template: Make) -> None:
    table = "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"
    made = flow(template(f"### 表\n\n{table}\n\n{table}\n\n---\n\n{table}", layout="表格"))

    assert [style for style, _ in said(made)] == [
        "FormTitle",
        "表",
        "Seam",
        "表",
        "Seam",
        "表",
        "End",
    ]
    assert [b.fresh for b in made.blocks if isinstance(b, Paragraph)] == [False, False, True, False]


def test_subtitle_follows_the_title(template: Make) -> None:
    made = said(flow(template("### 办法\n\n（2026年4月8日通过）\n\n第一句。"), VALUES))

    assert made[-4:] == [
        ("Title", "办法"),
        ("Subtitle", "（2026年4月8日通过）"),
        ("Normal", ""),
        ("Body", "第一句。"),
    ]


def test_minutes_end_with_attendance(template: Make) -> None:
    made = flow(template("### 纪要\n\n议定。\n\n出席：【名单】\n\n请假：无", layout="纪要"), VALUES)
    first = made.blocks[-2]

    assert said(made)[-3:] == [
        ("Normal", ""),
        ("Attendance", "出席：甲、乙"),
        ("Attendance", "请假：无"),
    ]
    assert isinstance(first, Paragraph)
    assert [(run.text, run.style) for run in first.runs] == [("出席：", "Hei"), ("甲、乙", "")]


def test_copies_are_ruled_off(template: Make) -> None:
    made = said(
        flow(template("### 批复\n\n同意。\n\n> 【署名】\n> 【日期】\n\n抄送：【单位】。"), VALUES)
    )

    assert made[-2:] == [("Normal", ""), ("CopyTo", "　抄送：晨禾公司。")]


def test_form_lines_leave_room_for_handwriting(template: Make) -> None:
    body = "### 表\n\n单位：【单位】　　填表日期：【日期】\n\n我是【单位】的职工。"
    made = said(flow(template(body, layout="表格")))

    assert made[-2:] == [
        ("Form", "单位：　　　　　　　　填表日期：　　年　月　日"),
        ("FormBody", "我是【单位】的职工。"),
    ]


@pytest.mark.parametrize(
    ("layout", "size", "margins", "footer", "grid"),
    [
        ("公文", (11906, 16838), (2098, 1474, 1984, 1588), "official", 579),
        ("纪要", (11906, 16838), (2098, 1474, 1984, 1588), "official", 579),
        ("文稿", (11906, 16838), (2098, 1474, 1984, 1588), "official", 579),
        ("函", (11906, 16838), (2098, 1474, 1984, 1588), "letter", 579),
        ("表格", (11906, 16838), (1417, 1134, 1134, 1134), "centre", 0),
        ("选票", (16838, 11906), (680, 680, 567, 680), "", 0),
        ("台账", (16838, 11906), (1417, 1134, 1134, 1134), "centre", 0),
    ],
)
def test_sheets(
    template: Make,
    layout: str,
    size: tuple[int, int],
    margins: tuple[int, ...],
    footer: str,
    grid: int,
) -> None:
    sheet = flow(template("### 某事", layout=layout)).sheet

    assert (sheet.width, sheet.height) == size
    assert (sheet.top, sheet.right, sheet.bottom, sheet.left) == margins
    assert (sheet.footer, sheet.grid) == (footer, grid)


def test_any_layout_can_be_turned(template: Make) -> None:
    assert flow(template("### 表", layout="表格", landscape="true")).sheet.landscape


def test_flow_is_json(template: Make) -> None:
    made = flow(template(LETTER), VALUES).to_json()

    assert json.loads(json.dumps(made, ensure_ascii=False))["blocks"][-2]["kind"] == "table"
