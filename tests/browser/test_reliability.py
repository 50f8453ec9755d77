"""存得牢：浏览器、存储、导入、时钟、打印出各种毛病的时候，网上和 U 盘各一遍。

状态、交接、面板的常例在 test_workbench.py；换一种内核的在 test_firefox.py。
"""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from searching import search
from workbench import (
    AT,
    BAD,
    BLOCKS,
    FIRST,
    KEY,
    LIST,
    SECOND,
    THIRD,
    WEB,
    box,
    done,
    items,
    more,
    panel,
    paste,
    preview,
    progress,
    run_of,
    seed,
    stored,
)

pytestmark = pytest.mark.browser


def toggle_palette(page):
    before = page.locator("body").get_attribute("data-md-color-scheme")
    for _ in range(3):
        page.locator("[data-md-component=palette] label:visible").first.click()
        if page.locator("body").get_attribute("data-md-color-scheme") != before:
            return True
    return False


# —— 存不了、存坏了 ——


@pytest.mark.parametrize("script", BLOCKS.values(), ids=BLOCKS)
def test_blocked_storage_blocks_nothing_else(bench, script):
    """存不了：勾得上，说得明白，短码给得出去，搜索和配色照常。"""
    page = bench()
    page.add_init_script(script)
    page.reload()
    box(page, FIRST).check()

    assert box(page, FIRST).is_checked()
    assert re.search("不让保存|没有存下", page.locator(".jj-alert").inner_text())
    assert panel(page, "交接和备份").locator(".jj-code").inner_text().startswith("JJ")
    assert toggle_palette(page)
    if page.url.startswith("http"):
        assert "筹建" in search(page)


def test_a_corrupt_palette_does_not_stop_the_search(open_page):
    """主题记的配色坏了：搜索照样出来，配色还能换。"""
    page = open_page(WEB)
    for value in ("{bad", '{"index":"x","color":1}'):
        page.evaluate("value => localStorage.setItem('/.__palette', value)", value)
        page.reload()
        assert "筹建" in search(page), value
        page.keyboard.press("Escape")
        assert toggle_palette(page), value


def test_full_storage_loses_nothing(bench):
    """真的装满：马上说没存下，存着的一个字节不坏，导得出去；腾出地方接着存。"""
    page = bench()
    box(page, FIRST).check()
    before = page.evaluate("key => localStorage.getItem(key)", KEY)
    page.evaluate("""() => {
      for (let size = 2 ** 22, n = 0; size >= 1; n += 1) {
        try { localStorage.setItem('别的' + n, 'x'.repeat(size)) } catch (error) { size /= 2 }
      }
    }""")
    more(page, SECOND)
    page.locator(f"{SECOND} textarea").fill("记" * 500)
    page.locator(f"{SECOND} textarea").blur()
    page.wait_for_function(
        "document.querySelector('.jj-alert').textContent.includes('没有存下')", timeout=1000
    )
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == before
    with page.expect_download() as download:
        panel(page, "交接和备份").get_by_role("button", name="下载文件").click()
    assert "记" * 500 in download.value.path().read_text("utf-8")

    page.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('别的')).forEach(key => localStorage.removeItem(key))"
    )
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.locator(".jj-alert").inner_text() == ""
    assert items(page)["BR-FD-02"]["note"] == "记" * 500


GARBAGE = {
    "半个": "{bad",
    "null": "null",
    "数组": "[]",
    "字": '"x"',
    "NaN": "NaN",
    "套一万层": "[" * 10_000,
    "5 MB": "x" * 5_200_000,
    "类型不对": f'{{"app":"jianjia","schema":2,"list":"{LIST}","run":"1","items":7}}',
}


def test_garbage_is_set_aside_byte_for_byte(bench):
    """存坏的原样另存、拿得走，页面照常用：半个、数组、套一万层、5 MB、类型不对……一样一样来。"""
    page = bench()
    for name, text in GARBAGE.items():
        page.evaluate("localStorage.clear()")
        seed(page, **{KEY: text})
        box(page, FIRST).check()
        aside = page.evaluate(
            "localStorage.getItem(Object.keys(localStorage).find(key => key.includes(':corrupt:')))"
        )
        assert aside == text, name
        assert "另存" in page.locator(".jj-notes").inner_text()
        assert box(page, FIRST).is_checked()
    with page.expect_download() as download:
        panel(page, "本机记录").get_by_role("button", name="下载").click()
    assert download.value.path().read_text("utf-8") == text


def test_the_panels_cannot_be_fetched(chrome, server):
    """断了网、给了登录页、网站正好换了新版：面板说一声，勾照样打、照样存；好了再点开就有。"""
    context = chrome.new_context()
    page = context.new_page()
    wrong = {
        "断网": lambda route: route.abort(),
        "登录页": lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"),
        "新版": lambda route: route.fulfill(
            body=re.sub(r'"[0-9a-f]{8}"(?=!==)', '"00000000"', route.fetch().text()),
            content_type="text/javascript",
        ),
    }
    page.goto(server + WEB)
    box(page, FIRST).check()
    summary = page.locator(".jj-panel > summary", has_text="交接和备份")
    for name, act in wrong.items():
        page.route("**/checklist-later.js", act)
        with page.expect_request("**/checklist-later.js"):  # 上一遍的话这时已经换掉了
            summary.click()
        page.get_by_role("alert").filter(has_text="没有取到").wait_for()
        assert page.locator(".jj-code").count() == 0, name
        page.unroute("**/checklist-later.js")
        summary.click()
    assert items(page)["BR-FD-01"]["state"] == "done"

    summary.click()
    page.locator(".jj-code").wait_for()
    context.close()


# —— 收进来的 ——


def test_nothing_foreign_gets_in(bench):
    """不是 JSON、空的、半个、别的程序、别的清单、更新版本、三千项、重复的键：都说清为什么，一个字节不改。"""
    page = bench()
    box(page, FIRST).check()
    before = page.evaluate("JSON.stringify(localStorage)")
    for text, why in BAD.values():
        assert why in paste(page, text)
        assert page.evaluate("JSON.stringify(localStorage)") == before


def test_a_huge_file_and_a_folder_are_refused(bench, tmp_path):
    """50 MB 的文件、没选成、拖进来一个文件夹：页面还在，什么也没改；拖进来的文件照样先看。"""
    page = bench()
    handing = panel(page, "交接和备份")
    huge = tmp_path / "huge.json"
    with huge.open("wb") as handle:
        handle.truncate(50 * 2**20)
    picker = page.locator("input[type=file]")
    picker.set_input_files(huge)
    preview(page).wait_for()
    assert "没有导入" in preview(page).inner_text()
    picker.set_input_files([])
    picker.dispatch_event("change")

    drop = """([node, text]) => {
      const data = new DataTransfer();
      if (text) data.items.add(new File([text], 'a.json'));
      const event = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
      return !node.dispatchEvent(event);
    }"""
    target = handing.locator("textarea").first.element_handle()
    assert page.evaluate(drop, [target, ""])
    assert stored(page) is None
    assert page.evaluate(drop, [target, run_of({"BR-FD-01": done()})])
    preview(page).get_by_text("会改 1 项").wait_for()
    assert stored(page) is None


def test_names_that_pollute_do_not(bench):
    """__proto__、constructor、toString 当编号：收不进来，也污染不了别的。"""
    page = bench()
    text = run_of({"BR-FD-01": done()}).replace(
        '"items": {',
        '"items": {"__proto__": {"state": "done", "polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": {"state": "done"}, ',
    )
    paste(page, text)
    preview(page).get_by_role("button", name="并进").click()

    assert page.evaluate("({}).polluted") is None
    assert list(items(page)) == ["BR-FD-01"]


NASTY = '<img src=x onerror=alert(1)>"><script>alert(1)</script>javascript:alert(1)'


def test_text_stays_text_everywhere(bench):
    """备注、等谁、理由、名称、标题、链接里的码、搜索词、下载的文件名：都只当文字。"""
    page = bench()
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog) or dialog.dismiss())
    marks = {
        "BR-FD-01": done(note=NASTY, text=NASTY),
        "BR-FD-02": {"state": "waiting", "at": AT, "for": NASTY},
        "BR-FD-03": {"state": "na", "at": AT, "reason": NASTY},
        "ZZ-ZZ-99": done(note=NASTY, text=NASTY),
    }
    seed(page, **{KEY: run_of(marks, name=NASTY[:40], title=NASTY, created=AT)})
    panel(page, "本次办理")
    panel(page, "打印和归档").get_by_role("button", name="未办表").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 CSV").click()
    assert not re.search(r'[\\/:*?"<>|]', download.value.suggested_filename)
    page.evaluate("text => { location.hash = 'jj=' + text }", NASTY)
    preview(page).wait_for()
    assert "#" not in page.url.removesuffix("#")
    if page.url.startswith("http"):
        page.get_by_role("textbox", name="搜索").fill(NASTY)
        page.keyboard.press("End")
        page.wait_for_timeout(300)

    assert dialogs == []
    assert page.locator("img[src=x]").count() == 0


CODES = {
    "截断": "JJ",
    "坏的百分号": "%E0%A4%A",
    "十万字": "JJ" + "Z" * 100_000,
    "错一位": "JJ1NBX1H5301018CQQER",
    "别的版本": "JJ2NBX1H5301018CQQEH",
    "脚本": "<img src=x onerror=alert(1)>",
    "空的": "",
}


def test_damaged_links_are_refused(bench):
    """截断、错字、乱码、十万字的链接：说清楚，什么也不改，网址收干净。"""
    page = bench()
    for name, code in CODES.items():
        page.evaluate("code => { location.hash = 'jj=' + code }", code)
        preview(page).get_by_text("什么也没有改").wait_for()
        assert page.evaluate("location.hash") == "", name
        assert stored(page) is None
        preview(page).evaluate("node => { node.hidden = true }")


# —— 几个标签页、改版、时钟 ——


def test_coming_again_listens_once(bench):
    """脚本又来二十遍（不刷新就换页）：不重复安装，一次勾选只写一次。"""
    page = bench()
    address = page.locator("script[src*='checklist.js']").evaluate("node => node.src")
    for _ in range(20):
        page.add_script_tag(url=address)
    page.evaluate(
        "() => { window.writes = 0; const set = Storage.prototype.setItem; Storage.prototype.setItem = function (...a) { window.writes += 1; return set.apply(this, a) } }"
    )
    box(page, FIRST).check()
    panel(page, "交接和备份").locator(".jj-code").wait_for()

    assert page.evaluate("window.writes") == 1
    assert page.locator(".jj-next").count() == page.locator(f"{FIRST} .jj-more").count() == 1
    assert page.locator(".jj-code").count() == 1


def test_an_edited_list_keeps_the_marks(bench):
    """清单改版：改了字、移除了、加了、一段拆成两段、次序倒过来，勾跟着编号走，进度重算。"""
    page = bench()
    for item in (FIRST, SECOND, THIRD):
        box(page, item).check()
    removed = page.locator(f"{THIRD} .jj-item-head > label").text_content()
    renamed = page.locator(f"{FIRST} .jj-item-head > label").text_content()

    def edit(html: str) -> str:
        cut = re.search(r'<li [^>]*data-item="BR-FD-03".*?</li>', html, re.S)
        first = re.search(r'<li [^>]*data-item="BR-FD-01".*?</li>', html, re.S)
        second = re.search(r'<li [^>]*data-item="BR-FD-02".*?</li>', html, re.S)
        assert all((cut, first, second))
        html = html.replace(cut[0], "")
        swapped = f'{second[0]}</ol><h2 id="split">拆出来的一段</h2><ol class="jj-items">{first[0]}'
        html = re.sub(
            re.escape(first[0]) + r"\s*" + re.escape(second[0]), lambda _: swapped, html, count=1
        )
        return html.replace(renamed, renamed + "（改了字）").replace("BR-FD-05", "BR-FD-95")

    page.route(
        re.compile(r"founding(\.html|/)$"),
        lambda route: route.fulfill(
            body=edit(source(route)), content_type="text/html; charset=utf-8"
        ),
    )
    page.reload()

    assert page.locator("#split").count() == 1
    assert [box(page, item).is_checked() for item in (FIRST, SECOND)] == [True, True]
    assert "这一项改过了" in page.locator(f"{FIRST} .jj-item-said").text_content()
    assert removed in page.locator(".jj-removed").inner_text()
    assert not page.locator("[data-item='BR-FD-95'] input").first.is_checked()
    assert progress(page).startswith("必办 2 /")


def source(route) -> str:
    """一个网址原来的网页。"""
    if route.request.url.startswith("http"):
        return route.fetch().text()
    return Path(unquote(urlsplit(route.request.url).path)).read_text("utf-8")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_a_wrong_clock_in_any_zone(bench, zone):
    """钟错得离谱、时区在天边、跨过半夜：记得住、读得回，“今天”是当地的今天。"""
    page = bench(timezone_id=zone)
    for now in ("1970-01-02T23:59:00", "2099-12-31T00:01:00"):
        page.clock.set_fixed_time(now)
        page.reload()
        box(page, FIRST).uncheck()
        box(page, FIRST).check()
        here = page.evaluate("new Date().toLocaleDateString('sv')")
        assert items(page)["BR-FD-01"]["date"] == here
    page.clock.set_fixed_time("2026-11-20T12:00:00")
    page.reload()
    assert box(page, FIRST).is_checked()
    box(page, FIRST).uncheck()
    page.reload()
    assert not box(page, FIRST).is_checked()


# —— 缺这缺那 ——

MISSING = """
delete Navigator.prototype.clipboard; delete Navigator.prototype.share; delete Navigator.prototype.serviceWorker;
delete Navigator.prototype.storage; delete Intl.Segmenter; delete String.prototype.toWellFormed;
delete String.prototype.replaceAll; delete Array.prototype.at; delete Object.fromEntries; delete window.structuredClone;
delete Element.prototype.toggleAttribute;
"""


def test_old_engines_lose_nothing(bench):
    """剪贴板、分享、分词这些新东西都没有：勾、备注、短码、复制照样。"""
    page = bench()
    page.add_init_script(MISSING)
    page.reload()
    box(page, FIRST).check()
    more(page, SECOND)
    page.locator(f"{SECOND} textarea").fill("记")
    page.locator(f"{SECOND} textarea").blur()
    handing = panel(page, "交接和备份")
    handing.get_by_role("button", name="显示二维码").click()
    handing.get_by_role("button", name="复制短码").click()
    page.get_by_role("status").filter(has_text=re.compile("已复制|复制不了")).first.wait_for()

    assert items(page)["BR-FD-02"]["note"] == "记"
    assert handing.locator("svg.jj-qr").count() == 1


def test_without_script_it_reads_and_prints(bench, tmp_path):
    """没有脚本：事项、字段、链接都在，印得出，没有点不动的控件。"""
    page = bench(java_script_enabled=False)
    assert page.locator(".jj-item .jj-fields").count() > 20
    assert page.locator(".jj-bench, .jj-more, .jj-next").count() == 0
    assert page.locator(".jj-fields a[href]").count() > 20
    pages = printed(page, tmp_path / "plain.pdf")
    assert "".join(pages).count("BR-FD-") >= page.locator(".jj-item").count()


# —— 印 ——


def printed(page, path):
    page.pdf(path=str(path), format="A4", prefer_css_page_size=True)
    out = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    )
    return out.stdout.split("\f")[:-1]


@pytest.mark.parametrize(("share", "dark"), [(0, False), (50, True), (100, False)])
def test_printing_cuts_nothing(bench, tmp_path, share, dark):
    """办了 0%、50%、100%，备注两千字，深色浅色：每一项都在，不切开，没有空白页，A4。"""
    page = bench(dark=dark)
    names = page.locator(".jj-item").evaluate_all("all => all.map(n => n.dataset.item)")
    marks = {name: done(date="2026-11-20") for name in names[: len(names) * share // 100]}
    if share:
        marks[names[0]]["note"] = "问过王主任。" * 333
    seed(page, **{KEY: run_of(marks, name="甲分厂", created=AT)})
    pages = printed(page, tmp_path / "list.pdf")
    info = subprocess.run(
        ["pdfinfo", tmp_path / "list.pdf"], capture_output=True, text=True, check=True
    )

    assert all(one.strip() for one in pages)
    text = "".join(pages)
    assert [name for name in names if name not in text] == []
    assert re.search(r"Page size:\s+59[45](\.\d+)? x 84[12]", info.stdout)
    assert "".join(text.split()).count("问过王主任") == (333 if share else 0)
    assert not re.search("交接和备份|收起说明|下载", text)


def test_the_url_of_a_stick_shares_its_store(bench):
    """U 盘上各文件夹共用一个存储：键里有本站的名字，别人的不读；没有一个模块脚本。"""
    foreign = {"progress": run_of({"BR-FD-01": done()}), "jianjia:v1:run:别的:1": "{bad"}
    page = seed(bench(), **foreign)
    box(page, SECOND).check()

    assert not box(page, FIRST).is_checked()
    assert page.evaluate("localStorage.getItem('jianjia:v1:run:别的:1')") == "{bad"
    assert page.locator("script[type=module]").count() == 0
    assert json.loads(page.evaluate("localStorage.getItem('progress')"))
