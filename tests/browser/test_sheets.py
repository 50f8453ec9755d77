"""打印和归档：未办表、签收表、卷宗三样，印得出、存得成 Excel 和 CSV、复制得走。"""

import io
import json
import re
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.browser

PAGE = "branch/founding"
NASTY = "=1+1<img src=x onerror=alert(1)>"
WECHAT = (
    "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/107.0 Mobile MicroMessenger/8.0.40"
)


@pytest.fixture(params=[False, True], ids=["网上", "U盘"])
def desk(request, open_page):
    """展开了“打印和归档”的清单；三项已办，其中一项材料收好了。"""

    def open_(**options):
        path = f"checklists/{PAGE}{'.html' if request.param else '/'}"
        page = open_page(path, local=request.param, **options)
        for n in (1, 2, 3):
            page.locator(f"#br-fd-0{n}-box").check()
        page.locator("#br-fd-02 .jj-kept input").check()
        page.locator("summary", has_text="打印和归档").click()
        page.get_by_role("button", name="未办表").wait_for()
        return page

    return open_


def _rows(page) -> list[list[str]]:
    return page.locator(".jj-sheet:visible tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _pdf(page, path) -> tuple[str, str]:
    """只印一张表：文字和纸张大小。"""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印这张表").locator("visible=true").click()
    page.pdf(path=str(path), prefer_css_page_size=True)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    return _run("pdftotext", "-layout", str(path), "-"), _run("pdfinfo", str(path))


def test_the_evidence_is_kept_and_sorted_out(desk):
    """收好的打勾，刷新还在；进卷内目录；办了没收好的进缺件表；卷皮的件数对。"""
    page = desk()
    page.reload()
    page.locator("summary", has_text="打印和归档").click()
    assert page.locator("#br-fd-02 .jj-kept input").is_checked()
    assert "收好 1 件，事项办了没收好 3 件" in page.locator(".jj-kept-sum").inner_text()

    page.get_by_role("button", name="卷内目录").click()
    assert [row[3] for row in _rows(page)] == ["问答记录（时间、答话人、答复）"]
    page.get_by_role("button", name="缺件表").click()
    assert [row[0] for row in _rows(page)] == ["BR-FD-01", "BR-FD-03"]
    page.get_by_role("button", name="卷皮").click()
    assert ["件数", "1 件"] in _rows(page)

    # 表开着，记录一变，表也变。
    page.get_by_role("button", name="缺件表").click()
    page.locator("#br-fd-01 .jj-kept input").check()
    assert [row[0] for row in _rows(page)] == ["BR-FD-03"]


def test_only_what_is_left_is_printed(desk, tmp_path):
    """未办表：办完的不印，横排，没有空白页，没有按钮。"""
    page = desk()
    page.get_by_role("button", name="未办表").click()
    total = page.locator(".jj-item").count()
    assert len(_rows(page)) == total - 3
    text, info = _pdf(page, tmp_path / "left.pdf")

    assert "BR-FD-01" not in text
    assert text.count("BR-FD-") == total - 3
    assert re.search(r"Page size:\s+841\.\d+ x 59[45]", info)
    assert all(sheet.strip() for sheet in text.split("\f")[:-1])
    assert "下载" not in text


def test_the_sign_off_sheet(desk, tmp_path):
    """签收表：每项一行，留出经办人、复核人签名的地方。"""
    page = desk()
    page.get_by_role("button", name="签收表").click()
    text, _ = _pdf(page, tmp_path / "sign.pdf")

    assert "经办人" in text
    assert "复核人" in text
    assert text.count("BR-FD-") == page.locator(".jj-item").count()
    assert {(row[5], row[6]) for row in _rows(page)} == {("", "")}


def _import_note(page, note: str) -> None:
    """照存着的样子写进一条备注，免得跟“更多”的样子绑在一起。"""
    key = page.evaluate("Object.keys(localStorage).find(key => key.includes(':run:'))")
    run = json.loads(page.evaluate("key => localStorage[key]", key))
    at = "2026-11-20T08:30:00.000Z"
    run["items"]["BR-FD-04"] = {"state": "waiting", "at": at, "for": note, "note": note}
    run["name"] = note
    page.evaluate("([key, text]) => { localStorage[key] = text }", [key, json.dumps(run)])
    page.reload()
    page.locator("summary", has_text="打印和归档").click()


def test_excel_and_csv_keep_text_as_text(desk, root, tmp_path):
    """备注里写什么都只当文字：网页、Excel、CSV 里都不会变成公式或者脚本。"""
    page = desk()
    _import_note(page, NASTY)
    page.get_by_role("button", name="未办表").click()
    row = next(row for row in _rows(page) if row[1] == "BR-FD-04")
    assert NASTY in row[6]
    assert page.locator(".jj-sheet img").count() == 0

    files = {}
    for name in ("下载 Excel 表", "下载 CSV"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).locator("visible=true").click()
        suggested = download.value.suggested_filename
        assert not re.search(r'[\\/:*?"<>|]', suggested)
        path = tmp_path / f"file{suggested[suggested.rindex('.') :]}"
        download.value.save_as(path)
        files[path.suffix] = path
    data = files[".csv"].read_bytes()
    assert data.startswith("﻿".encode())
    assert not re.search(rb'(^|,|\n)"?[=+@]', data)
    _check_xlsx(files[".xlsx"], row, root)


def _check_xlsx(path, row: list[str], root) -> None:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
        assert book.testzip() is None
        sheet = ElementTree.fromstring(book.read("xl/sheet.xml"))  # noqa: S314 —— 自己刚写的
    space = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    assert not sheet.findall(".//s:f", space)
    assert not sheet.findall(".//s:v", space)
    texts = ["".join(cell.itertext()) for cell in sheet.findall(".//s:c", space)]
    assert row[6] in texts
    validator = root / "node_modules/.bin/ooxml-validator"
    if validator.exists():
        done = subprocess.run([validator, path], capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["errors"] == []


def test_wechat_can_copy_every_paper(desk, request):
    """微信里：表看得见、复制得走，没有下载和打印的按钮，教人换浏览器。"""
    page = desk(user_agent=WECHAT)
    panel = page.locator(".jj-panel", has_text="打印和归档")
    for name in ("未办表", "签收表", "卷内目录", "缺件表", "卷皮"):
        panel.get_by_role("button", name=name).click()
        assert panel.get_by_role("button", name="复制文字").is_visible()
        assert panel.get_by_role("button", name=re.compile("下载|打印")).count() == 0
    assert "在浏览器打开" in panel.inner_text()


@pytest.mark.office
def test_libreoffice_opens_the_workbook(open_page, tmp_path):
    """LibreOffice 打得开，格子里的字一样。"""
    page = open_page(f"checklists/{PAGE}/")
    page.locator("summary", has_text="打印和归档").click()
    page.get_by_role("button", name="签收表").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Excel 表").locator("visible=true").click()
    path = tmp_path / "sign.xlsx"
    download.value.save_as(path)
    try:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/lo", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path), str(path)],
            capture_output=True, check=True, timeout=120,
        )  # fmt: skip
    except FileNotFoundError:
        pytest.skip("没有 LibreOffice")
    lines = path.with_suffix(".csv").read_text("utf-8").splitlines()

    assert lines[0].startswith("编号,事项,责任")
    assert len(lines) == len(_rows(page)) + 1
