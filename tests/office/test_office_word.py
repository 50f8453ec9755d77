"""请 Open XML SDK 和 LibreOffice 来看：合不合格式，排出来是不是 22 行 28 字。"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jianjia import office
from jianjia.model import Template
from jianjia.office import package, wordml
from jianjia.office.blocks import Flow, Paragraph, Table
from jianjia.office.plain import plain_text

pytestmark = pytest.mark.office
LINES, CHARACTERS = 22, 28
_PAGE_NUMBER = re.compile(r"(?:—\s*\d+\s*—|\d+)\s*\Z")
"""一面的最后一行是页码。"""


def bundle(flows: list[Flow]) -> bytes:
    """许多份文件接成一份，各自一节：校验一次就都看过了。"""
    bodies = [
        f"{wordml.body(flow)}<w:p><w:pPr>{wordml.section(flow.sheet)}</w:pPr></w:p>"
        for flow in flows
    ]
    last = wordml.document(flows[-1])
    head, _, tail = last.partition("<w:body>")
    return package.pack(
        {**package.static(), package.DOCUMENT: f"{head}<w:body>{''.join(bodies)}{tail}"}
    )


def test_every_page_is_valid(
    real: list[Any], validate: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    whole = tmp_path / "whole.docx"
    whole.write_bytes(bundle([made.flow for made in real]))
    if not validate(whole):
        return
    faults = {}
    for made in real:
        one = tmp_path / f"{made.name}.docx"
        one.write_bytes(made.data)
        faults[made.name] = validate(one)

    assert {name: found for name, found in faults.items() if found} == {}


def test_one_file_of_each_layout_is_valid(
    real: list[Any], validate: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    first: dict[str, bytes] = {}
    for made in real:
        first.setdefault(getattr(made.page.meta, "layout", "制度"), made.data)
    for name, data in first.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)

        assert validate(path) == [], name


@pytest.mark.parametrize(
    ("part", "right", "wrong"),
    [
        ("word/document.xml", "<w:pgSz ", '<w:pgSz w:oops="1" '),
        ("word/styles.xml", '<w:jc w:val="both"/>', '<w:jc w:val="justified"/>'),
        ("word/document.xml", "</w:p>", "<w:pPr/></w:p>"),
    ],
)
def test_a_broken_file_is_refused(
    template: Callable[..., Template],
    validate: Callable[[Path], list[str]],
    tmp_path: Path,
    part: str,
    right: str,
    wrong: str,
) -> None:
    flow = office.flow_of(template("### 某事"), {})
    parts = {**package.static(), package.DOCUMENT: wordml.document(flow)}
    assert right in parts[part]
    path = tmp_path / "broken.docx"
    path.write_bytes(package.pack({**parts, part: parts[part].replace(right, wrong)}))

    assert validate(path)


@pytest.fixture(scope="module")
def pdfs(real: list[Any], to_pdf: Callable[[dict[str, bytes]], dict[str, Path]]) -> dict[str, Path]:
    """全部文件一次转好；另有一份满是字的公文，用来数行数字数。"""
    full = Flow(real[0].flow.sheet, (Paragraph("Body", (_han(3000),)),))
    assert full.sheet.grid
    return to_pdf({"full": package.docx(full), **{made.name: made.data for made in real}})


def _han(count: int) -> Any:
    from jianjia.office.blocks import Run

    return Run("".join(chr(0x4E00 + i % 500) for i in range(count)))


def test_full_page_has_22_lines_of_28_characters(
    pdfs: dict[str, Path], pdf_text: Callable[..., str]
) -> None:
    pages = pdf_text(pdfs["full"], "-layout").split("\f")
    second = [line.strip() for line in _PAGE_NUMBER.sub("", pages[1]).splitlines() if line.strip()]

    assert [len(line) for line in second] == [CHARACTERS] * LINES


def test_odd_page_numbers_stand_right_and_even_ones_left(
    pdfs: dict[str, Path], pdf_text: Callable[..., str]
) -> None:
    """一字线外侧离版心边一个四号字（14 磅）。"""
    pages = pdf_text(pdfs["full"], "-bbox").split("<page ")[1:]
    edges = []
    for page in pages[:2]:
        dashes = re.findall(r'xMin="([\d.]+)".*xMax="([\d.]+)".*>—<', page)
        edges.append((float(dashes[0][0]), float(dashes[-1][1])))

    assert edges[0][1] == pytest.approx((11906 - 1474) / 20 - 14, abs=1)
    assert edges[1][0] == pytest.approx(1588 / 20 + 14, abs=1)


def test_pdf_says_what_the_document_says(
    real: list[Any], pdfs: dict[str, Path], pdf_text: Callable[..., str]
) -> None:
    for made in real:
        pages = pdf_text(pdfs[made.name], "-raw").split("\f")
        footer = made.flow.sheet.footer
        printed = _squeeze(
            "".join(_PAGE_NUMBER.sub("", page) if footer else page for page in pages)
        )
        for block in made.flow.blocks:
            for text in _texts(made.flow, block):
                assert _squeeze(text) in printed, made.name


def _texts(flow: Flow, block: Paragraph | Table) -> list[str]:
    """段落一段一段地比，表格一格里一段一段地比。"""
    if isinstance(block, Paragraph):
        return [plain_text(Flow(flow.sheet, (block,)))]
    paragraphs = [p for row in block.rows for cell in row.cells for p in cell.paragraphs]
    return [plain_text(Flow(flow.sheet, (p,))) for p in paragraphs]


def _squeeze(text: str) -> str:
    return re.sub(r"[\s　]", "", text)


def test_ballots_fit_on_one_page(
    real: list[Any], pdfs: dict[str, Path], pdf_text: Callable[..., str]
) -> None:
    for made in real:
        if getattr(made.page.meta, "layout", "") == "选票":
            assert pdf_text(pdfs[made.name]).count("\f") == 1, made.name


def test_letter_has_no_number_on_its_first_page(
    template: Callable[..., Template],
    to_pdf: Callable[[dict[str, bytes]], dict[str, Path]],
    pdf_text: Callable[..., str],
) -> None:
    page = template("### 某函\n\n" + "写满一页的字。" * 200, layout="函")
    pages = pdf_text(to_pdf({"letter": office.blank(page, {})})["letter"]).split("\f")

    assert not re.search(r"—\s*1\s*—", pages[0])
    assert re.search(r"—\s*2\s*—", pages[1])
