"""真的浏览器里：手机和电脑、浅色和深色、网上和 U 盘。"""

import pytest
from searching import search

pytestmark = pytest.mark.browser

PAGES = {
    "首页": "",
    "指南": "guides/branch/founding/",
    "制度": "policies/branch/elections/",
    "清单": "checklists/branch/founding/",
    "文书": "templates/branch/jh-qingshi/",
    "培训": "training/founding/",
    "案例": "cases/dues/",
    "法规": "laws/gonghui-fa/",
    "栏目": "templates/",
    "过时表": "guides/start/outdated/",
}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_sticks_out_on_a_phone(open_page, path):
    """360 像素宽的手机上不用左右拖。"""
    page = open_page(path, width=360)

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("dark", [False, True], ids=["浅色", "深色"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_serious_accessibility_fault(open_page, root, path, dark):
    """axe 查不出严重的无障碍毛病。"""
    page = open_page(path, dark=dark)
    page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [
        (v["id"], v["nodes"][0]["html"][:120])
        for v in result["violations"]
        if v["impact"] in {"serious", "critical"}
    ]

    assert serious == []


def test_from_home_to_the_finished_paper(open_page):
    """新手从首页两步走到清单，再一步走到要交的请示，能下载空白件。"""
    page = open_page("", width=360)
    page.get_by_role("link", name="筹建工会清单").first.click()
    page.get_by_role("link", name="关于建立工会的请示").first.click()

    with page.expect_download() as download:
        page.get_by_role("link", name="下载空白件").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_the_home_search_field_opens_the_search(open_page):
    """点首页的搜索框就能打字搜，搜得到建会。"""
    page = open_page("", width=360)
    page.locator(".jj-search").click()

    assert "筹建" in search(page)


ASKED = {
    "换届": "换届", "法人登记": "法人", "困难职工": "困难职工", "入会申请书": "入会", "选票": "选票", "劳动竞赛": "竞赛",
    "女职工": "女职工", "经费2%": "经费", "满25人": "建会", "职代会代表": "职代会", "讨薪": "诉求", "下岗分流": "容易吃亏",
}  # fmt: skip


def test_what_people_ask_is_found(open_page):
    """大家常搜的词，头三页里就有讲它的：两三个字的、带数字的、只是别名的都搜得到。"""
    page = open_page("guides/")
    lost = {}
    for words, wanted in ASKED.items():
        search(page, words)
        titles = page.locator(".md-search-result__link h1, .md-search-result__link h2")
        found = [text.replace("\u200b", "") for text in titles.all_inner_texts()[:12] if text]
        if not any(wanted in title for title in found[:3]):
            lost[words] = found[:3]

    assert lost == {}


def test_what_editors_call_a_page_comes_first(open_page):
    """搜的正是别名，叫这个名的页排第一，指南在先。"""
    page = open_page("guides/")
    first = {}
    for words in ("建会", "讨薪", "会费", "女工"):
        search(page, words)
        first[words] = page.locator(".md-search-result__link").first.get_attribute("href")

    kinds = {words: href.split("?")[0].rstrip("/").split("/")[-3:] for words, href in first.items()}
    assert kinds["建会"] == ["guides", "branch", "founding"]
    assert kinds["讨薪"] == ["guides", "rights", "disputes"]
    assert kinds["会费"][0] == kinds["女工"][0] == "guides"


def test_the_search_index_waits_for_the_first_word(open_page):
    """打开一页不下载搜索索引（一兆多）；打了字才下载，再搜一次不再下载。"""
    page = open_page("guides/branch/founding/")
    asked = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_timeout(500)
    assert not [url for url in asked if url.endswith("search/index.json")]

    assert "筹建" in search(page)
    assert search(page, "慰问")
    assert len([url for url in asked if url.endswith("search/index.json")]) == 1


def test_the_wait_for_the_index_is_told(open_page):
    """头一次搜，索引还在路上：话说在眼前，不是没有反应。"""
    page = open_page("guides/branch/founding/", width=360)
    page.context.route("**/search/index.json", lambda _: None)
    page.locator("label[for=__search]").first.click()
    box = page.get_by_role("textbox", name="搜索")
    box.fill("筹建")
    box.press("End")

    assert "等几秒" in page.locator(".md-search-result__meta").inner_text()


def test_a_search_without_network_works_later(chrome, server):
    """打字的时候断了网，说没有取到；网好了接着打，就搜得到。"""
    with chrome.new_context() as context:
        page = context.new_page()
        page.goto(server + "guides/branch/founding/")
        context.set_offline(True)
        box = page.get_by_role("textbox", name="搜索")
        with context.expect_event("console", lambda m: "Failed to fetch" in m.text):
            box.fill("筹建")
            box.press("End")
        page.get_by_text("搜索没有取到，请检查网络").wait_for()
        context.set_offline(False)

        assert "筹建" in search(page, "筹建工会")


def test_a_page_without_script_is_complete(open_page):
    """没有脚本，清单照样完整。"""
    page = open_page("checklists/branch/founding/", java_script_enabled=False)

    assert page.locator(".jj-item").count() >= 24
    assert page.locator(".jj-progress").is_hidden()


@pytest.mark.parametrize(
    "path", ["index.html", "guides/branch/founding.html", "laws/gonghui-fa.html"]
)
def test_it_opens_from_a_usb_stick(open_page, path):
    """双击文件也能看，链接点得动。"""
    page = open_page(path, local=True)

    assert page.locator("h1").count() == 1
    hrefs = page.eval_on_selector_all("article a[href]", "links => links.map(a => a.href)")
    assert all(href.startswith("file://") or "://" in href for href in hrefs)


def test_weight_of_a_first_visit(open_page, site):
    """第一次打开指南页，压缩后不超过 120 KB，自己的脚本一个字节都没有。"""
    import gzip

    wanted = []
    page = open_page("guides/branch/founding/")
    entries = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    wanted = [page.url, *entries]
    total = 0
    for address in wanted:
        path = address.split("/", 3)[3].split("?")[0].split("#")[0]
        file = site / (path + "index.html" if path.endswith("/") or not path else path)
        total += len(gzip.compress(file.read_bytes(), 6))

    assert total <= 120 * 1024, total
    assert not [a for a in entries if "assets/checklist.js" in a]
