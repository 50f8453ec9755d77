"""清单：勾得上、存得住、清得掉、撤得回、印得全。"""

import subprocess

import pytest

pytestmark = pytest.mark.browser
WEB, LOCAL = "checklists/branch/founding/", "checklists/branch/founding.html"
FIRST, SECOND = "#br-fd-01-box", "#br-fd-02-box"


@pytest.fixture(params=[False, True], ids=["网上", "U盘"])
def checklist(request, open_page):
    local = request.param

    def open_(**options):
        return open_page(LOCAL if local else WEB, local=local, **options)

    return open_


def test_ticks_survive_a_reload(checklist):
    """打过的勾，刷新后还在，进度也对。"""
    page = checklist(width=360)
    page.locator(FIRST).check()
    before = page.locator("[data-progress]").inner_text()
    page.reload()

    assert page.locator(FIRST).is_checked()
    assert not page.locator(SECOND).is_checked()
    assert page.locator("[data-progress]").inner_text() == before
    assert "1 /" in before


def test_reset_can_be_undone(checklist):
    """清空之后点撤销，原来的勾全回来。"""
    page = checklist()
    page.locator(FIRST).check()
    page.locator(SECOND).check()
    page.locator("summary", has_text="本次办理").click()
    page.get_by_role("button", name="清空重来").click()
    assert not page.locator(FIRST).is_checked()

    page.get_by_role("button", name="撤销").click()
    assert page.locator(FIRST).is_checked()
    page.reload()
    assert page.locator(SECOND).is_checked()


def test_blocked_storage_is_said_aloud(open_page):
    """浏览器不让存的时候，勾得上，也说得明白。"""
    page = open_page("cases/")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    page.goto(page.url.replace("cases/", WEB))
    page.locator(FIRST).check()

    assert page.locator(FIRST).is_checked()
    assert "不让保存" in page.get_by_role("alert").first.inner_text()


def test_print_has_every_item_and_no_buttons(open_page, tmp_path):
    """打印：每个事项都在，一项不被切开，没有按钮和导航，没有空白页。"""
    page = open_page(WEB)
    page.locator(FIRST).check()
    pdf = tmp_path / "checklist.pdf"
    page.pdf(path=str(pdf), format="A4", prefer_css_page_size=True)
    pages = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout.split("\f")[:-1]
    text = "".join("".join(pages).split())

    for item in page.locator(".jj-item-head > label").all_text_contents():
        assert "".join(item.split())[:12] in text, item
    assert "清空重来" not in text
    assert all(p.strip() for p in pages)


def test_keyboard_can_do_it_all(open_page):
    """不用鼠标也能勾。"""
    page = open_page(WEB)
    page.locator(FIRST).focus()
    page.keyboard.press("Space")

    assert page.locator(FIRST).is_checked()
