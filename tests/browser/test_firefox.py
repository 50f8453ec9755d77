"""换一种内核（Firefox）：存得牢不牢、印得全不全，网上和 U 盘各一遍。

这里的毛病都是真的：真的不让存、真的存满、真的后退缓存，不是假装的。
"""

import json
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from marionette import Firefox, firefox

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # 换一种内核，加 --slow 才跑
LIST = "branch/founding"
KEY = f"jianjia:v1:run:{LIST}:1"
FIRST, SECOND, THIRD = "#br-fd-01", "#br-fd-02", "#br-fd-03"


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = firefox()
    if not program:
        pytest.skip("没有找到 Firefox")
    browser = Firefox(program, tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.quit()


@pytest.fixture(params=[False, True], ids=["网上", "U盘"])
def base(request: pytest.FixtureRequest, server: str, offline_site: Path) -> str:
    return offline_site.as_uri() + "/" if request.param else server


@pytest.fixture
def open_page(fox: Firefox, base: str) -> Iterator[Callable[[str], Firefox]]:
    """打开一页，从什么也没存过开始；结束时不许报过错。"""

    def open_(path: str) -> Firefox:
        fox.open(base + path + (".html" if base.startswith("file:") else "/"))
        fox.run("localStorage.clear()")
        fox.reload()
        return fox

    fox.complaints(base)
    yield open_
    for name in ("network.cookie.cookieBehavior", "dom.storage.default_quota"):
        fox.unset(name)
    faults = fox.complaints(base)
    first, *others = fox.tabs()
    for handle in others:
        fox.switch(handle)
        fox.close_tab()
    fox.switch(first)
    assert faults == []


@pytest.fixture
def page(open_page: Callable[[str], Firefox]) -> Firefox:
    return open_page(f"checklists/{LIST}")


def stored(page: Firefox) -> Any:
    return json.loads(page.run(f"return localStorage.getItem('{KEY}')") or "null")


def checked(page: Firefox, *items: str) -> list[bool]:
    return [
        bool(page.run(f"return document.querySelector('{item}-box').checked")) for item in items
    ]


def panel(page: Firefox, name: str) -> None:
    """展开一个面板，等里面的东西来。"""
    number = page.run(
        "return [...document.querySelectorAll('.jj-panel')].findIndex(n => n.textContent.startsWith(arguments[0]))",
        name,
    )
    page.click(f".jj-panel:nth-child({number + 1}) > summary")
    page.find(f".jj-panel:nth-child({number + 1}) > div:last-child > :not([role=status])")


def press(page: Firefox, text: str) -> None:
    """点一个写着 *text* 的按钮。"""
    page.wait(
        "[...document.querySelectorAll('button')].some(n => n.textContent === arguments[0])", text
    )
    page.run(
        "[...document.querySelectorAll('button')].find(n => n.textContent === arguments[0]).click()",
        text,
    )


# —— 存 ——


def test_states_notes_and_dates_survive_a_reload(page: Firefox) -> None:
    """打的勾、写的备注、填的日子，刷新后都在，也只照存着的（Firefox 会自己填回旧的勾）。"""
    page.click(f"{FIRST}-box")
    page.click(f"{SECOND} .jj-more > summary")
    page.type(f"{SECOND} textarea", "周三回话")
    panel(page, "日子和提醒")
    page.run(
        "const n = document.querySelector('.jj-anchor input'); n.value = '2027-01-04'; n.dispatchEvent(new Event('change'))"
    )
    page.reload()
    assert checked(page, FIRST, SECOND) == [True, False]
    assert "备注：周三回话" in page.text(f"{SECOND} .jj-item-said")
    assert "2027 年 1 月" in page.run(
        f"return document.querySelector('{FIRST} .jj-due').textContent"
    )

    page.run(f"localStorage.removeItem('{KEY}')")
    page.reload()
    assert checked(page, FIRST, SECOND) == [False, False]


def test_closing_at_once_loses_nothing(page: Firefox) -> None:
    """打完字、打完勾马上关标签页，都存下了。"""
    here, address = page.tabs()[0], page.run("return location.href")
    other = page.tab()
    page.switch(other)
    page.open(address)
    page.click(f"{FIRST} .jj-more > summary")
    page.type(f"{FIRST} textarea", "问过王主任")
    page.click(f"{SECOND}-box")
    page.close_tab()
    page.switch(here)
    page.reload()

    assert stored(page)["items"]["BR-FD-01"]["note"] == "问过王主任"
    assert checked(page, SECOND) == [True]


def test_two_tabs_keep_both(page: Firefox) -> None:
    """两个标签页各勾各的，都在；这边改了，那边跟着变。"""
    here, address = page.tabs()[0], page.run("return location.href")
    other = page.tab()
    page.switch(other)
    page.open(address)
    page.click(f"{SECOND}-box")
    page.switch(here)
    page.wait(f"document.querySelector('{SECOND}-box').checked")
    page.click(f"{FIRST}-box")
    page.switch(other)
    page.wait(f"document.querySelector('{FIRST}-box').checked")
    page.reload()

    assert checked(page, FIRST, SECOND) == [True, True]


def test_coming_back_through_the_cache(page: Firefox, base: str) -> None:
    """走开以后在别处改了，后退回来（真的后退缓存）：照存着的显示，接着勾也不丢。"""
    # 驾驶程序的点击会给网页装上离开时的监听，那样就进不了后退缓存，所以这里用脚本点。
    page.run(f"document.body.dataset.same = ''; document.querySelector('{FIRST}-box').click()")
    page.open(base + "guides/branch/founding" + (".html" if base.startswith("file:") else "/"))
    run = stored(page)
    run["items"]["BR-FD-02"] = {"state": "done", "at": "2099-01-01T00:00:00.000Z"}
    page.run(f"localStorage.setItem('{KEY}', arguments[0])", json.dumps(run))
    page.back()
    page.wait(f"document.querySelector('{SECOND}-box')?.checked")
    cached = page.run("return document.body.dataset.same === ''")
    page.click(f"{THIRD}-box")
    page.reload()

    # 网上的页面，主题的搜索还在取东西，Firefox 有时不收进后退缓存；那就是重新打开，也要一样。
    assert cached or base.startswith("http")
    assert checked(page, FIRST, SECOND, THIRD) == [True, True, True]


def test_blocked_storage(page: Firefox) -> None:
    """浏览器设成不许存：勾得上，说得明白，短码拿得走。"""
    page.set("network.cookie.cookieBehavior", 2)
    page.reload()
    blocked = page.run("try { return !localStorage } catch (error) { return true }")
    if not blocked:
        pytest.skip("这种网址，这个版本的 Firefox 照样让存")
    page.click(f"{FIRST}-box")

    assert checked(page, FIRST) == [True]
    assert "不让保存" in page.text(".jj-alert")
    panel(page, "交接和备份")
    assert page.text(".jj-code").startswith("JJ")


def test_full_storage(page: Firefox) -> None:
    """真的存满：马上说，存着的一个字节不坏；腾出地方，接着存下。"""
    page.click(f"{FIRST}-box")
    page.run(
        "for (let size = 2 ** 22; size >= 1;) try { localStorage.setItem('别的' + localStorage.length, 'x'.repeat(size)) } catch (e) { size /= 2 }"
    )
    page.click(f"{SECOND}-box")
    assert "没有存下" in page.text(".jj-alert")
    assert list(stored(page)["items"]) == ["BR-FD-01"]

    page.run(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('别的')) localStorage.removeItem(key)"
    )
    page.click(f"{THIRD}-box")
    assert page.run("return document.querySelector('.jj-alert').textContent") == ""
    assert list(stored(page)["items"]) == ["BR-FD-01", "BR-FD-02", "BR-FD-03"]


@pytest.mark.parametrize("text", ["{bad", "[]", "x" * 3_000_000], ids=["半个", "不是记录", "太大"])
def test_corrupt_values_are_set_aside(page: Firefox, text: str) -> None:
    page.run(f"localStorage.setItem('{KEY}', arguments[0])", text)
    page.reload()
    page.click(f"{FIRST}-box")

    assert "另存" in page.text(".jj-notes")
    aside = page.run(
        "return localStorage.getItem(Object.keys(localStorage).find(key => key.includes(':corrupt:')))"
    )
    assert aside == text
    assert stored(page)["items"]["BR-FD-01"]["state"] == "done"


def test_others_in_the_same_store_are_left_alone(page: Firefox) -> None:
    """U 盘上各文件夹共用一个存储：别人的不读、不改。"""
    page.run(
        "localStorage.setItem('uqkb:v2:founding', '{bad'); localStorage.setItem('jianjia:v0:x', '{bad')"
    )
    page.reload()
    page.click(f"{FIRST}-box")

    assert page.run("return localStorage.getItem('uqkb:v2:founding')") == "{bad"
    assert page.run("return localStorage.getItem('jianjia:v0:x')") == "{bad"
    assert page.run("return document.querySelectorAll('script[type=module]').length") == 0


def test_home_continues(page: Firefox, base: str) -> None:
    """首页列出上次的，点了接着办。"""
    page.click(f"{FIRST}-box")
    page.open(base + ("index.html" if base.startswith("file:") else ""))
    assert "必办 1 /" in page.text(".jj-resume")
    page.click(".jj-resume a")
    page.find(f"{FIRST}-box")

    assert checked(page, FIRST) == [True]


# —— 印 ——


def printed(page: Firefox, path: Path) -> tuple[list[str], str]:
    """印成 PDF：每页的字、纸张。"""
    page.pdf(path)
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    )
    size = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True)
    return text.stdout.split("\f")[:-1], size.stdout


def squeezed(pages: list[str] | str) -> str:
    # Firefox 印出来的有些字是部首的码位（⼯），换回平常的字再比。
    return "".join(unicodedata.normalize("NFKC", "".join(pages)).split())


def test_the_list_prints_whole(page: Firefox, tmp_path: Path) -> None:
    """带进度的、空白的：每一项都在，没有按钮，没有空白页；空白的没有进度。"""
    page.run("window.print = () => {}")
    page.click(f"{FIRST}-box")
    names = page.run("return [...document.querySelectorAll('.jj-item')].map(n => n.dataset.item)")
    said = squeezed(page.text(f"{FIRST} .jj-item-said"))
    panel(page, "打印和归档")
    press(page, "打印清单")
    with_progress, size = printed(page, tmp_path / "progress.pdf")
    press(page, "打印空白清单")
    blank, _ = printed(page, tmp_path / "blank.pdf")

    for pages in (with_progress, blank):
        text = squeezed(pages)
        assert [name for name in names if name not in text] == []
        assert all(one.strip() for one in pages)
        assert "交接和备份" not in text
        assert "下载" not in text
    assert said in squeezed(with_progress)
    assert said not in squeezed(blank)
    assert "59" in size.split("Page size:")[1].split()[0]


@pytest.mark.parametrize(
    ("button", "words"), [("未办表", "责任"), ("签收表", "复核人"), ("卷皮", "案卷题名")]
)
def test_papers_print_alone(page: Firefox, tmp_path: Path, button: str, words: str) -> None:
    """各张表单独印，别的都不印。"""
    page.run("window.print = () => {}")
    page.click(f"{FIRST}-box")
    panel(page, "打印和归档")
    press(page, button)
    press(page, "打印这张表")
    pages, _ = printed(page, tmp_path / "paper.pdf")
    text = squeezed(pages)

    assert words in text
    assert ("BR-FD-01" in text) == (button == "签收表")
    assert all(one.strip() for one in pages)
    assert "怎么做" not in text
    page.run("window.dispatchEvent(new Event('afterprint'))")
    page.wait("!document.querySelector('.jj-print-root')")
