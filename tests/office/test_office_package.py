"""写成 .docx：转义、字节不变、每个样式都有。"""

import io
import re
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from jianjia import office
from jianjia.model import Template
from jianjia.office import package, wordml
from jianjia.office.blocks import Cell, Flow, Paragraph, Row, Run, Table
from jianjia.office.layouts import LAYOUTS

Make = Callable[..., Template]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = LAYOUTS["公文"].sheet


def xml(*blocks: Paragraph | Table) -> ElementTree.Element:
    return ElementTree.fromstring(wordml.document(Flow(SHEET, blocks)))  # noqa: S314


def test_text_is_escaped_and_illegal_characters_are_dropped() -> None:
    root = xml(Paragraph("Body", (Run("<b>&amp;\"'𠮷\x0b\x00\ud83d\ufffe]]>"),)))

    assert root.findtext(f".//{W}t") == "<b>&amp;\"'𠮷]]>"


def test_spaces_breaks_and_tabs_survive() -> None:
    paragraph = xml(Paragraph("Body", (Run("　甲 \n\t乙"),))).find(f".//{W}r")

    assert paragraph is not None
    assert [child.tag.removeprefix(W) for child in paragraph] == ["t", "br", "tab", "t"]
    assert paragraph[0].text == "　甲 "


def test_indents_are_written_in_twips_and_characters() -> None:
    ind = xml(Paragraph("Sign", right=575)).find(f".//{W}ind")

    assert ind is not None
    assert ind.attrib == {f"{W}rightChars": "575", f"{W}right": "1811"}


def test_merged_cells() -> None:
    cells = (Cell((Paragraph("Cell"),), 2, "restart"), Cell((Paragraph("Cell"),)))
    tc = xml(Table((100, 200, 300), (Row(cells, 510, header=True),))).findall(f".//{W}tc")

    assert [c.find(f"{W}tcPr/{W}tcW").get(f"{W}w") for c in tc] == ["300", "300"]  # type: ignore[union-attr]
    assert [c.find(f"{W}tcPr/{W}gridSpan") is not None for c in tc] == [True, False]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_style_is_defined(template: Make, layout: str) -> None:
    body = (
        "> 【文号】\n\n### 【单位】的事\n\n（通过）\n\n【上级】：\n\n一、甲\n\n（一）乙\n\n1.丙\n\n**丁。**\n\n"
        "| 甲 | 【意见】 |\n| -- | -- |\n| 乙 | （签章）年　月　日 |\n\n出席：甲\n\n抄送：乙\n\n附件：丙\n\n"
        "> 【署名】\n> 【日期】\n\n（联系人）\n\n### 附件 丁"
    )
    document = wordml.document(office.flow_of(template(body, layout=layout, direction="上行"), {}))
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', document))
    defined = set(re.findall(r'w:styleId="([^"]+)"', package.static()["word/styles.xml"]))

    assert used <= defined


def test_styles_hold_the_measured_layout() -> None:
    """二十二行、二十八字全靠这几个数：字号、字距、行距，不用字符网格。"""
    styles = package.static()["word/styles.xml"]
    document = wordml.document(Flow(SHEET, ()))

    assert '<w:spacing w:val="-5"/><w:sz w:val="32"/>' in styles
    assert '<w:spacing w:line="579" w:lineRule="exact"/>' in styles
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in document
    assert "linesAndChars" not in document


def test_punctuation_may_hang_as_word_does_by_default() -> None:
    """写明白是因为 LibreOffice 7.4 没写时也悬挂，却有时不画出来；写了它反而不悬挂。"""
    assert '<w:overflowPunct w:val="1"/>' in package.static()["word/styles.xml"]


@pytest.mark.parametrize(
    ("name", "other"),
    [("仿宋", "仿宋_GB2312"), ("楷体", "楷体_GB2312"), ("方正小标宋简体", "华文中宋")],
)
def test_fonts_have_a_fallback(name: str, other: str) -> None:
    fonts = package.static()["word/fontTable.xml"]

    assert re.search(rf'<w:font w:name="{name}">\s*<w:altName w:val="{other}"/>', fonts)


def test_every_part_is_well_formed() -> None:
    for text in package.static().values():
        ElementTree.fromstring(text)  # noqa: S314


def test_package_is_stored_dated_and_ordered(template: Make) -> None:
    with zipfile.ZipFile(
        io.BytesIO(package.docx(office.flow_of(template("### 某事"), {})))
    ) as archive:
        infos = archive.infolist()

    assert [info.filename for info in infos] == list(package.NAMES)
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
    assert {(info.create_system, info.external_attr) for info in infos} == {(0, 0x01800000)}


def test_same_page_same_bytes(template: Make) -> None:
    body = "### 某事\n\n【单位】\n\n| 甲 | 乙 |\n| - | -- |\n| 【序号】 | 【名单.姓名】 |"
    values = {"unit": "甲", "members": [{"name": "乙"}]}

    assert package.docx(office.flow_of(template(body), {})) == package.docx(
        office.flow_of(template(body), {})
    )
    assert office.filled(template(body), {}, values) == office.filled(
        template(body), {}, dict(values)
    )
    assert package.docx(office.flow_of(template(body), {})) != office.filled(
        template(body), {}, values
    )


def test_line_endings_of_a_windows_checkout_do_not_matter(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = package.static()
    monkeypatch.setattr(
        "pathlib.Path.read_text",
        lambda path, encoding: path.read_bytes().decode(encoding).replace("\n", "\r\n"),
    )

    assert package.static() == before
