"""请 Open XML SDK 和 LibreOffice 来看：合不合格式，排出来是不是 22 行 28 字，印出来的是不是那些字。

校验器、LibreOffice 开一次都要一两秒，所以许多份接成一份来看；每种版式另有一份真的文件。
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jianjia import office
from jianjia.export import packs, payload
from jianjia.library import Library
from jianjia.model import Template
from jianjia.office import contents, margin, package, wordml
from jianjia.office.blocks import Flow, Paragraph, Run, Table
from jianjia.office.plain import plain_text

pytestmark = pytest.mark.office
LINES, CHARACTERS = 22, 28
_PAGE_NUMBER = re.compile(r"(?:—\s*\d+\s*—|\d+)\s*\Z")
"""一面的最后一行是页码。"""
_MARK = re.compile("@@([0-9]+)@@")
"""接成一份的文件里，每一份末尾的记号：第几份。"""


def bundle(flows: list[Flow]) -> bytes:
    """许多份文件接成一份，各自一节，末尾印着很小的记号。"""
    bodies = []
    for number, flow in enumerate(map(margin.beside, flows)):
        section = wordml.section(flow.sheet)
        bodies.append(
            f'{wordml.body(flow)}<w:p><w:pPr><w:pStyle w:val="Seam"/>{section}</w:pPr>'
            f'<w:r><w:rPr><w:sz w:val="10"/></w:rPr><w:t>@@{number}@@</w:t></w:r></w:p>'
        )
    last = wordml.document(Flow(flows[-1].sheet, ()))
    head, _, tail = last.partition("<w:body>")
    return package.pack(
        {**package.static(), package.DOCUMENT: f"{head}<w:body>{''.join(bodies)}{tail}"}
    )


def kind_of(made: Any) -> str:
    """版式；制度、讲解版各算一种。"""
    layout = getattr(made.page.meta, "layout", "制度")
    return layout if made.kind != "notes" else "讲解版"


@pytest.fixture(scope="module")
def chosen(real: list[Any], library: Library) -> dict[str, bytes]:
    """每种版式一份真的文件，填好的；票要半张的，文书包的目录也在内。"""
    found: dict[str, bytes] = {}
    for made in real:
        if made.kind != "blank":
            found.setdefault(kind_of(made), package.docx(marked(made.flow)))
            if made.flow.sheet.gutter:
                found.setdefault("半张票", made.data)
    flow = real[0].flow
    draft = package.docx(replace(flow, sheet=replace(flow.sheet, draft=True)))
    return {**found, "草稿": draft, "目录": package.docx(indexes(library)[0])}


def marked(flow: Flow) -> Flow:
    """每页右上角印“示例”。"""
    return replace(flow, sheet=replace(flow.sheet, sample=True))


def indexes(library: Library) -> list[Flow]:
    """各个文书包的目录。"""
    return [
        contents.contents(
            payload.PACKS[pack],
            [
                contents.Entry(page.title, packs.usage(page), ("单位全称",) * (i % 15))
                for i, page in enumerate(payload.pages_of(library, pack))
            ],
        )
        for pack in payload.packs(library)
    ]


def test_every_page_is_valid(
    real: list[Any], library: Library, validate: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    whole = tmp_path / "whole.docx"
    whole.write_bytes(bundle([*(made.flow for made in real), *indexes(library)]))
    if not validate(whole):
        return
    faults = {}
    for made in real:
        one = tmp_path / f"{made.name}.docx"
        one.write_bytes(made.data)
        faults[made.name] = validate(one)

    assert {name: found for name, found in faults.items() if found} == {}


def test_one_file_of_each_layout_is_valid(
    chosen: dict[str, bytes], validate: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    """正文都接在一起看过了，这里看整个文件：页眉页脚、关系、分栏不同的几种。"""
    assert len(chosen) == 12
    for name in ("公文", "函", "半张票", "讲解版", "草稿"):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(chosen[name])

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
def pdfs(
    real: list[Any],
    chosen: dict[str, bytes],
    to_pdf: Callable[[dict[str, bytes]], dict[str, Path]],
) -> dict[str, Path]:
    """全部文件接成两份，一次转好；每种版式另有真的一份，还有三份满是字的，用来数行数字数。"""
    half = len(real) // 2
    full = {f"full-{name}": package.docx(_full(real, name)) for name in ("公文", "制度", "函")}
    return to_pdf(
        {
            "first": bundle([made.flow for made in real[:half]]),
            "second": bundle([made.flow for made in real[half:]]),
            **full,
            **chosen,
        }
    )


def _full(real: list[Any], layout: str) -> Flow:
    """这种版式的一份，正文换成写满几页的字。"""
    flow = next(made.flow for made in real if kind_of(made) == layout)
    assert flow.sheet.grid
    return Flow(flow.sheet, (Paragraph("Body", (_han(3000),)),))


def _han(count: int) -> Run:
    return Run("".join(chr(0x4E00 + i % 500) for i in range(count)))


@pytest.mark.parametrize("layout", ["公文", "制度", "函"])
def test_full_page_has_22_lines_of_28_characters(
    pdfs: dict[str, Path], pdf_text: Callable[..., str], layout: str
) -> None:
    pages = pdf_text(pdfs[f"full-{layout}"], "-layout").split("\f")
    second = [line.strip() for line in _PAGE_NUMBER.sub("", pages[1]).splitlines() if line.strip()]

    assert [len(line) for line in second] == [CHARACTERS] * LINES


def test_odd_page_numbers_stand_right_and_even_ones_left(
    pdfs: dict[str, Path], pdf_text: Callable[..., str]
) -> None:
    """一字线外侧离版心边一个四号字（14 磅）。"""
    pages = pdf_text(pdfs["full-公文"], "-bbox").split("<page ")[1:]
    edges = []
    for page in pages[:2]:
        dashes = re.findall(r'xMin="([\d.]+)".*xMax="([\d.]+)".*>—<', page)
        edges.append((float(dashes[0][0]), float(dashes[-1][1])))

    assert edges[0][1] == pytest.approx((11906 - 1474) / 20 - 14, abs=1)
    assert edges[1][0] == pytest.approx(1588 / 20 + 14, abs=1)


def test_letter_has_no_number_on_its_first_page(
    pdfs: dict[str, Path], pdf_text: Callable[..., str]
) -> None:
    pages = pdf_text(pdfs["full-函"]).split("\f")

    assert not re.search(r"—\s*1\s*—", pages[0])
    assert re.search(r"—\s*2\s*—", pages[1])


@pytest.fixture(scope="module")
def printed(
    real: list[Any], pdfs: dict[str, Path], pdf_text: Callable[..., str]
) -> list[tuple[Any, list[str]]]:
    """每一份印出来的各页；记号、页码、空白都去掉了。"""
    out = []
    half = len(real) // 2
    for name, part in (("first", real[:half]), ("second", real[half:])):
        pages = pdf_text(pdfs[name], "-raw").split("\f")
        for number, made in enumerate(part):
            mine: list[str] = []
            while True:
                page = pages.pop(0)
                text = _PAGE_NUMBER.sub("", page) if made.flow.sheet.footer else page
                said = _squeeze(_MARK.sub("", text))
                mine.append(said)
                if found := _MARK.search(page):
                    assert int(found[1]) == number, made.name
                    break
            out.append((made, mine))
    return out


def test_pdf_says_what_the_document_says(printed: list[tuple[Any, list[str]]]) -> None:
    for made, pages in printed:
        whole = "".join(pages)
        texts = [_squeeze(text) for text in _texts(margin.beside(made.flow))]
        if made.kind == "notes":
            # 左右两栏一起跨页，各栏的字隔开了；看一个字都不少。
            assert not Counter("".join(texts)) - Counter(whole), made.name
            continue
        for text in texts:
            assert text in whole, made.name


def _texts(flow: Flow) -> Iterator[str]:
    """段落一段一段地比，表格一格里一段一段地比。"""
    for block in flow.blocks:
        paragraphs = (
            [p for row in block.rows for cell in row.cells for p in cell.paragraphs]
            if isinstance(block, Table)
            else [block]
        )
        for paragraph in paragraphs:
            yield plain_text(Flow(flow.sheet, (paragraph,)))


def _squeeze(text: str) -> str:
    return re.sub(r"[\s　]", "", text)


def test_no_page_is_empty(
    printed: list[tuple[Any, list[str]]],
    to_pdf: Callable[[dict[str, bytes]], dict[str, Path]],
    pdf_text: Callable[..., str],
) -> None:
    """记号落到下一面去的，是刚好写满了，还是文末多出一面空白，单独排一遍看。"""
    assert [made.name for made, pages in printed if not all(pages[:-1])] == []
    full = {made.name: (made.data, pages) for made, pages in printed if not pages[-1]}
    alone = to_pdf({name: data for name, (data, _) in full.items()}) if full else {}
    counted = {name: pdf_text(path).count("\f") for name, path in alone.items()}

    assert counted == {name: len(pages) - 1 for name, (_, pages) in full.items()}


def test_ballots_fit_on_one_page(printed: list[tuple[Any, list[str]]]) -> None:
    """一张票一页；一份里有两种票的两页。"""
    for made, pages in printed:
        if kind_of(made) == "选票":
            turns = sum(isinstance(b, Paragraph) and b.fresh for b in made.flow.blocks)
            assert len(pages) == turns + 1, made.name


def test_half_ballots_are_printed_twice(printed: list[tuple[Any, list[str]]]) -> None:
    halves = [(made, pages) for made, pages in printed if made.flow.sheet.gutter]
    assert halves
    for made, pages in halves:
        title = _squeeze(plain_text(Flow(made.flow.sheet, made.flow.blocks[:1])))
        assert pages[0].count(title) == 2, made.name


def test_signature_is_never_alone(printed: list[tuple[Any, list[str]]]) -> None:
    """落款和附注不单独在一页：同页还有正文（或者附件说明）。"""
    for made, pages in printed:
        blocks = [b for b in made.flow.blocks if isinstance(b, Paragraph) and b.runs]
        for i, block in enumerate(blocks):
            if block.style not in {"Sign", "Note"} or not i or block.fresh:
                continue
            before = _squeeze(plain_text(Flow(made.flow.sheet, (blocks[i - 1],))))
            said = _squeeze(plain_text(Flow(made.flow.sheet, (block,))))
            page = next((p for p in reversed(pages) if said in p), None)
            assert page is None or not page.startswith(said), (made.name, before)
