"""红头：谁可以用、排在哪里；函的信函格式。"""

from collections.abc import Callable

import pytest

from jianjia import office
from jianjia.library import Library
from jianjia.model import Signature, Template
from jianjia.office import package, wordml
from jianjia.office.blocks import Flow, Paragraph, text_of, width

Make = Callable[..., Template]
BODY = "> 【文号】\n> 签发人：【签发人】\n\n### 关于某事的请示\n\n【上级】：\n\n妥否，请批复。\n\n> 【署名】\n> 【日期】"
VALUES = {
    "number": "示工〔2026〕1号",
    "approver": "林若谷",
    "upper": "示例总工会",
    "signer": "示例公司工会",
    "day": "2026-04-28",
}
FORMAL = {"genre": "请示", "direction": "上行", "sealed": "true"}


def styles(flow: Flow) -> list[str]:
    return [block.style for block in flow.blocks if isinstance(block, Paragraph)]


def test_red_head_is_followed_by_two_blank_lines_the_number_and_a_red_line(template: Make) -> None:
    made = office.flow_of(template(BODY, **FORMAL), {}, VALUES)

    assert styles(made)[:8] == [
        "RedName", "Normal", "Normal", "HeadUp", "RedLine", "Normal", "Normal", "Title",
    ]  # fmt: skip
    assert isinstance(made.blocks[0], Paragraph)
    assert text_of(made.blocks[0].runs) == "示例公司工会文件"


def test_no_number_no_red_head(template: Make) -> None:
    page = template(BODY, **FORMAL)
    made = office.flow_of(
        page, {}, {k: v for k, v in VALUES.items() if k not in {"number", "approver"}}
    )

    assert "RedName" not in styles(made)
    assert "RedLine" not in styles(made)
    assert "RedName" in styles(office.flow_of(page, {}))


@pytest.mark.parametrize(
    ("front", "red"),
    [
        ({}, True),
        ({"sealed": "false"}, False),
        ({"genre": "公示"}, False),
        ({"genre": "方案"}, False),
        ({"layout": "文稿"}, False),
        ({"layout": "函"}, False),
        ({"packs": "[founding]"}, False),
        ({"packs": "[founding]", "direction": "下行", "genre": "批复"}, True),
        ({"packs": "[reelection]"}, True),
    ],
)
def test_who_may_use_it(template: Make, front: dict[str, str], red: bool) -> None:
    made = office.flow_of(template(BODY, **{**FORMAL, **front}), {}, VALUES)

    assert ("RedName" in styles(made)) == red


@pytest.mark.parametrize("count", range(4, 25))
def test_the_name_stays_on_one_line(template: Make, count: int) -> None:
    points = {"Red1": 36, "Red2": 26, "Red3": 22, "Red4": 18}
    made = office.flow_of(template(BODY, **FORMAL), {}, VALUES | {"signer": "工" * (count - 2)})
    name = made.blocks[0]

    assert isinstance(name, Paragraph)
    assert width(text_of(name.runs)) / 2 == count
    assert count * points[name.runs[0].style] <= made.sheet.measure / 20


def test_letter_has_its_own_head_and_no_word_file(template: Make) -> None:
    made = office.flow_of(template(BODY, layout="函", sealed="true"), {}, VALUES)

    assert styles(made)[:3] == ["LetterName", "LetterLine", "HeadRight"]
    assert isinstance(made.blocks[0], Paragraph)
    assert text_of(made.blocks[0].runs) == "示例公司工会"
    assert "RedLine" not in styles(made)


def test_first_page_of_a_letter_has_the_lower_line_instead_of_a_number(template: Make) -> None:
    made = office.flow_of(template(BODY, layout="函"), {}, VALUES)

    assert '<w:footerReference w:type="first" r:id="letter"/>' in wordml.section(made.sheet)
    assert "<w:titlePg/>" in wordml.section(made.sheet)
    # 下面一道线离下页边 20 毫米。
    assert 'w:y="15477"' in package.static()["word/footer-letter.xml"]


def test_letter_head_stands_30_mm_from_the_top_and_is_170_mm_wide() -> None:
    found = package.static()["word/styles.xml"]
    frame = '<w:framePr w:w="9638" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" w:x="1134" w:y="1701"/>'

    assert found.count(frame) == 2


def test_real_pages_with_a_red_head_are_signed_by_a_union_that_exists(library: Library) -> None:
    red = [p for p in library.of_kind("template") if isinstance(p, Template) and office.is_red(p)]
    assert {"hj-qingshi", "jh-chengli-pifu", "zdh-qingshi"} <= {page.slug for page in red}
    for page in red:
        assert any(isinstance(part, Signature) for part in page.parts), page.path
        assert page.meta.direction == "下行" or "founding" not in page.meta.packs, page.path
