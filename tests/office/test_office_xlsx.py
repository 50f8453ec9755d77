"""表格文件：数是数、日期是日期、字永远是字；Open XML 校验器和 LibreOffice 都认。"""

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from jianjia import office
from jianjia.export import payload
from jianjia.expr import Engine
from jianjia.library import Library
from jianjia.model import Template
from jianjia.office import ledger, xlsx
from jianjia.office.layouts import layout_of
from jianjia.office.xlsx import Cell, Sheet

Twin = Callable[..., Any]
M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HARD = [
    '=HYPERLINK("http://x")', "+86", "-5", "@SUM(A1)", "\t=1", "0012", "110101199001011234", "1e5", "<&>\"'",
    "]]>", "_x0041_", "𠮷😀", "{标题}", "【标题】", "甲\n乙", " 空格 ", "真\x0b\x00\ud83d",
]  # fmt: skip
BOOK = [
    Sheet("", (tuple(Cell(text) for text in HARD),)),
    Sheet("a[]:*?/\\b'", ((Cell("合", "title", 3), Cell(), Cell()), (Cell("说明" * 40, "note", 3),)), (4, 4, 4)),
    Sheet("长" * 40, (tuple(Cell("头", "head") for _ in range(30)), *((Cell("1", "number"),) for _ in range(200)))),
    Sheet("表", ((Cell("36", "number"), Cell("0012", "number"), Cell("3.50", "decimal"), Cell("1234.5", "money"),
                  Cell("2026-04-28", "date"), Cell("1900-01-01", "date"), Cell("2026-02-30", "date"),
                  Cell("1234567890123456", "number"), Cell("字" * 40000)),), (5,), 1, (1, 1), True),
    Sheet("表", ((Cell("并", down=2), Cell("甲", span=2), Cell()), (Cell(), Cell(), Cell()))),
    Sheet("选", (*(((Cell(choices=("在册", "离会")), Cell("", "date"), Cell("", "money")),) * 3),
                 (Cell(choices=("是<", "否&")), Cell(choices=("甲,乙", "丙")), Cell(choices=("长" * 300,))))),
]  # fmt: skip


def cells(data: bytes, number: int = 1) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314
    return {cell.get("r", ""): cell for cell in root.iter(f"{M}c")}


def said(cell: ElementTree.Element) -> str:
    return "".join(cell.itertext())


def test_text_is_text() -> None:
    found = list(cells(xlsx.workbook(BOOK)).values())

    assert {cell.get("t") for cell in found} == {"inlineStr"}
    expected = [re.sub("[\x00\x0b]", " ", text).replace("\ud83d", "\ufffd") for text in HARD]
    assert [said(cell).replace("_x005F_", "_") for cell in found] == expected


def test_numbers_and_dates_are_real() -> None:
    found = cells(xlsx.workbook(BOOK), 4)

    assert {at: said(cell) for at, cell in found.items() if cell.get("t") is None} == {
        "A1": "36", "C1": "3.50", "D1": "1234.5", "E1": "46140",
    }  # fmt: skip
    for at in ("B1", "F1", "G1", "H1"):
        assert found[at].get("t") == "inlineStr"
    assert len(said(found["I1"])) == xlsx.LONGEST


def test_choices_are_offered_and_blanks_wait_for_their_type() -> None:
    data = xlsx.workbook(BOOK)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet6.xml").decode()
    found = cells(data, 6)

    assert re.findall('sqref="([^"]+)"><formula1>([^/]+)</formula1>', sheet) == [
        ("A1:A3", '"在册,离会"'),
        ("A4:A4", '"是&#60;,否&#38;"'),
    ]
    assert [found[at].get("s") for at in ("A1", "B1", "C1")] == ["1", "6", "5"]


def test_more_than_26_columns() -> None:
    assert {"Z1", "AA1", "AD1"} <= set(cells(xlsx.workbook(BOOK), 3))


def test_sheet_names() -> None:
    names = xlsx.sheet_names([sheet.name for sheet in BOOK] + ["'引号'", "Sheet", "sheet", "\x01"])

    assert names == ["表", "ab", "长" * 28, "表2", "表3", "选", "引号", "Sheet", "sheet2", "表4"]


def test_the_browser_writes_the_same_bytes(twin: Twin) -> None:
    theirs = twin("xlsx", sheets=[asdict(sheet) for sheet in BOOK])

    assert theirs == hashlib.sha256(xlsx.workbook(BOOK)).hexdigest()


def test_narrow_tables_stand_on_the_wide_grid() -> None:
    assert ledger.fitted((1, 1), (1, 1, 1, 1)) == [2, 2]
    assert ledger.fitted((1, 3), (2, 1, 1)) == [1, 2]
    assert ledger.fitted((9, 1, 1), (1, 1, 1)) == [1, 1, 1]
    assert ledger.fitted((5,), (1, 1, 1)) == [3]


@dataclass(frozen=True)
class Book:
    """一本台账、表格的几个工作表，空白的和填好的。"""

    blank: list[Sheet]
    filled: list[Sheet]


@pytest.fixture(scope="module")
def registers(library: Library, engine: Engine) -> dict[str, Book]:
    made = {}
    for page in library.of_kind("template"):
        assert isinstance(page, Template)
        if page.meta.layout not in {"台账", "表格"}:
            continue
        named = library.specs(page)
        specs = list(named.values())
        given = {s.key: payload.sampled(library, page.slug, s) for s in specs if not s.derive}
        full = engine.derive(specs, given)
        made[page.slug] = Book(
            office.sheets(page, named),
            office.sheets(page, named, full, engine.condition(specs, full)),
        )
    return made


@pytest.fixture(scope="module")
def every_sheet(registers: dict[str, Book]) -> list[Sheet]:
    return [sheet for book in registers.values() for sheet in (*book.blank, *book.filled)]


def test_register_has_its_head_frozen_and_repeated(library: Library) -> None:
    page = library["docs/templates/branch/jh-huiyuan-huaming.md"]
    assert isinstance(page, Template)
    layout = layout_of(page.meta.layout, page.meta.landscape)
    data = office.workbook(page, library.specs(page))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        book = archive.read("xl/workbook.xml").decode()

    assert layout.sheet.landscape
    assert 'orientation="landscape"' in sheet
    assert '<pane ySplit="3" topLeftCell="A4"' in sheet
    assert "'工会会员花名册'!$3:$3" in book


def test_register_cells_have_their_types(registers: dict[str, Book]) -> None:
    found = cells(xlsx.workbook(registers["jh-huiyuan-huaming"].filled))
    row = {
        at: (said(cell), cell.get("t"))
        for at, cell in found.items()
        if at.endswith("4") and len(at) == 2
    }

    assert row["A4"] == ("1", None)
    assert row["C4"] == ("丁禾生", "inlineStr")
    assert row["E4"] == ("1989-05", "inlineStr")
    assert row["I4"] == ("46101", None)


@pytest.mark.office
def test_every_register_is_valid(
    every_sheet: list[Sheet], validate: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    """校验器开一次要一秒，所以最难的一本和全部台账、表格接成一本来看。"""
    path = tmp_path / "whole.xlsx"
    path.write_bytes(xlsx.workbook([*BOOK, *every_sheet]))

    assert validate(path) == []


@pytest.mark.office
def test_libreoffice_reads_every_cell(
    every_sheet: list[Sheet], convert: Callable[[dict[str, bytes], str], Path]
) -> None:
    """全部的行接成一个工作表转成 CSV（一个一个转要几分钟），一格一格和原来的比。"""
    option = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    rows = tuple(row for sheet in every_sheet for row in sheet.rows)
    whole = [Sheet("全部", rows)]
    folder = convert({"hard.xlsx": xlsx.workbook(BOOK), "whole.xlsx": xlsx.workbook(whole)}, option)
    hard = (folder / "hard-表2.csv").read_text("utf-8")
    assert hard.startswith("36,0012,")
    assert "2026-04-28" in hard
    with (folder / "whole-全部.csv").open(encoding="utf-8", newline="") as file:
        read = [[value for value in row if value] for row in csv.reader(file)]
    assert read == [[shown(cell) for cell in row if cell.value] for row in rows]


def shown(cell: Cell) -> str:
    """格子在 CSV 里写成什么：数不带多余的零。"""
    if cell.kind in {"decimal", "money"}:
        return f"{Decimal(cell.value).normalize():f}"
    return cell.value


def test_file_names(twin: Twin) -> None:
    names = [
        '甲\\/:*?"<>|乙',
        "con",
        "Com1",
        "...",
        " 空 格 .",
        "",
        "\x00\ud800",
        "𠮷" * 100,
        "a.b",
        "文" * 300,
    ]
    mine = [office.safe_name(name, ".docx") for name in names]

    assert mine[:7] == [
        "甲乙.docx",
        "文书con.docx",
        "文书Com1.docx",
        "文书.docx",
        "空 格.docx",
        "文书.docx",
        "文书.docx",
    ]
    assert twin("names", names=names) == mine
