"""在线填写一份文书：填出来的和 Python 做的一个字节不差；怪字、存不下、微信里、窄屏都行。"""

import gzip
import io
import re
import zipfile

import pytest
from filling import BLOCKED, WECHAT, serious, sheet, type_in, word

from jianjia.export import payload

pytestmark = pytest.mark.browser
SLUG = "templates/branch/jh-qingshi"
BAD = '<b>&"\'{标题}【标题】]]>\x00\x0b\ud800𠮷😀_x0041_\t=HYPERLINK("x")'
VALUES = {
    "unit_name": "甲市乙精密<部件>有限公司",
    "unit_short": "乙精密",
    "unit_type": "企业",
    "unit_ownership": "民营",
    "unit_address": "甲市丙区丁路 1 号",
    "legal_rep": "戊某",
    "staff_total": "168",
    "staff_female": "62",
    "upper_union": "甲市丙区总工会",
    "prep_members": [
        {"name": "己某", "gender": "男", "post": "组长", "role": "组长"},
        {"name": "庚某", "gender": "女", "post": "班长", "role": "成员"},
        {"name": "辛某", "gender": "女", "post": "检验员", "role": "成员"},
    ],
    "contact_person": "庚某",
    "contact_phone": "000-00000000",
    "intend_period": "2026年2月",
    "intend_n": "149",
    "member_scope": "单独建立基层工会委员会",
    "doc_date": "2026-03-02",
}


def opened(open_page, path=SLUG, *, local=False, **options):
    """打开一页，点“在线填写”。"""
    page = open_page(path + (".html" if local else "/"), local=local, **options)
    page.get_by_role("button", name="在线填写").click()
    page.locator(".jj-fillin").wait_for()
    return page


def status(page):
    return page.locator(".jj-fillin-status")


def save(page, button):
    with page.expect_download() as download:
        page.locator(".jj-outputs").get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def body(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def put(page, key, text):
    """直接放进框里：控制字符、落单的半个字，键盘打不出来。"""
    page.locator(f"#jj-f-{key}").evaluate(
        "(node, text) => { node.value = text; node.dispatchEvent(new Event('input', {bubbles: true})); }",
        text,
    )


def paste(page, key, text):
    page.locator(f"[data-key={key}] .jj-rows-list input").first.evaluate(
        """(node, text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          node.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        text,
    )


@pytest.fixture
def qingshi(library):
    return library["docs/" + SLUG + ".md"]


@pytest.mark.parametrize("local", [False, True], ids=["网上", "U盘"])
def test_typed_values_come_out_as_the_same_word_file(open_page, library, qingshi, local):
    """一项一项地填，下载的 Word 和 Python 做的一个字节不差；自动算的也对。"""
    page = opened(open_page, local=local)
    specs = {spec.key: spec for spec in library.specs(qingshi).values()}
    for key, value in VALUES.items():
        type_in(page, "jj-f-", specs[key], value)
    status(page).get_by_text("都填了").wait_for()
    assert page.locator("#jj-f-intend_rate-result").inner_text() == "88.7%"

    name, data = save(page, "下载 Word")
    assert name == "关于建立工会的请示.docx"
    assert data == word(library, qingshi, VALUES)


def test_nothing_is_fetched_before_it_is_wanted(open_page, server):
    """没点“在线填写”，不取表单、算法、数据。"""
    page = open_page("about/format/")
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    page.goto(server + SLUG + "/")
    page.get_by_role("button", name="在线填写").wait_for()
    assert [url for url in asked if "office/" in url or "later" in url] == []
    page.get_by_role("button", name="在线填写").click()
    page.locator(".jj-fillin").wait_for()
    assert [url for url in asked if "office/" in url] == ["assets/office/jh-qingshi.js"]


def test_weight(site):
    """填最重的一份，也只多取 60 KB。"""

    def packed(path):
        return len(gzip.compress(path.read_bytes(), 9))

    assets = site / "assets"
    parts = sum(packed(assets / name) for name in ("document.js", "document-later.js"))
    heaviest = max(packed(path) for path in (assets / "office").glob("*.js"))
    assert parts + heaviest <= 60 * 1024


def test_the_preview_says_what_the_paper_says(open_page, library, qingshi):
    """边填边看：预览跟着变，没填的留着空。"""
    page = opened(open_page)
    specs = {spec.key: spec for spec in library.specs(qingshi).values()}
    paper = page.locator(".jj-fillin .jj-paper")
    assert "＿＿＿＿（以下简称＿＿＿＿）" in paper.inner_text()
    type_in(page, "jj-f-", specs["unit_name"], "甲公司")
    paper.get_by_text("甲公司（以下简称＿＿＿＿）").wait_for()
    type_in(page, "jj-f-", specs["prep_members"], VALUES["prep_members"])
    paper.locator("td", has_text="辛某").wait_for()
    assert "推选己某、庚某、辛某等3人组成甲公司工会筹备组" in paper.inner_text()


def test_bad_dates_and_numbers_are_said_next_to_the_field(open_page):
    """认不出来的，就在那一格下面说；日子的几种写法都认。"""
    page = opened(open_page)
    date = page.locator("#jj-f-doc_date")
    date.fill("2026年4月31日")
    date.blur()
    field = page.locator("[data-key=doc_date]")
    field.get_by_text("不是日历上有的日子").wait_for()
    assert date.get_attribute("aria-invalid") == "true"
    assert field.locator(f"#{date.get_attribute('aria-describedby').split()[0]}").inner_text()
    date.fill("2026.4.8")
    date.blur()
    field.get_by_text("2026年4月8日").wait_for()
    assert date.input_value() == "2026-04-08"
    page.locator("#jj-f-staff_total").fill("一百多")
    page.locator("#jj-f-staff_total").blur()
    page.get_by_text("不是整数，请只写数字").wait_for()
    assert "1 项要看看" in status(page).inner_text()


def test_a_fault_jumps_to_its_field_and_holds_the_download(open_page):
    """不合规定的先改；点一下到那一格；改好了就能下载；确要先出的，文件名和每一页都带“草稿”。"""
    page = opened(open_page)
    page.locator("#jj-f-staff_total").fill("100")
    page.locator("#jj-f-staff_female").fill("120")
    status(page).get_by_text("1 处要改").wait_for()
    page.locator(".jj-outputs").get_by_role("button", name="下载 Word").click()
    gate = page.locator(".jj-gate")
    assert "还有 1 处不合规定" in gate.inner_text()
    gate.get_by_role("button", name="去改").click()
    page.locator(".jj-checks li[data-check=V01]").get_by_role("button", name="去看职工总数").click()
    assert page.evaluate("document.activeElement.id") == "jj-f-staff_total"

    page.locator(".jj-outputs").get_by_role("button", name="下载 Word").click()
    with page.expect_download() as download:
        gate.get_by_role("button", name="先出一份草稿").click()
    assert download.value.suggested_filename == "草稿 关于建立工会的请示.docx"
    with zipfile.ZipFile(download.value.path()) as archive:
        assert 'r:id="draft"' in archive.read("word/document.xml").decode()
    page.locator("#jj-f-staff_total").fill("168")
    page.locator(".jj-checks li[data-check=V01]").wait_for(state="detached")
    assert save(page, "下载 Word")[0] == "关于建立工会的请示.docx"


def test_what_is_missing_is_listed_and_reached(open_page):
    """还差的列在前面，点一下到那一格。"""
    page = opened(open_page)
    missing = page.locator(".jj-missing")
    missing.get_by_role("button", name="法定代表人").click()
    assert page.evaluate("document.activeElement.id") == "jj-f-legal_rep"
    page.keyboard.type("戊某")
    page.locator("#jj-f-unit_name").focus()
    page.wait_for_function(
        "() => ![...document.querySelectorAll('.jj-missing button')].some(b => b.textContent === '法定代表人')"
    )


@pytest.mark.parametrize("text", [BAD, "长" * 10_000, "=HYPERLINK(1)", "123456789012345678"])
def test_bad_text_arrives_as_typed(open_page, library, qingshi, text):
    """怪字、一万个字、公式、十八位数，印出来就是打的字，和 Python 一样；网页上也只当文字。"""
    page = opened(open_page)
    for key in ("unit_name", "admin_note"):
        put(page, key, text)
    page.locator("#jj-f-unit_short").fill("甲")
    page.wait_for_timeout(300)
    seen = {key: page.locator(f"#jj-f-{key}").input_value() for key in ("unit_name", "admin_note")}
    _, data = save(page, "下载 Word")
    assert data == word(library, qingshi, {**seen, "unit_short": "甲"})
    # 放进一行的框里，浏览器会把换行去掉，别的原样。
    assert seen["unit_name"] == text
    if text.startswith("<b>"):
        assert "&lt;b&gt;&amp;" in body(data)
        assert page.locator(".jj-paper b").count() == 0


def test_too_long_is_said(open_page):
    """一万零一个字：说太长了，字还在。"""
    page = opened(open_page)
    put(page, "admin_note", "长" * 10_001)
    page.locator("#jj-f-admin_note").focus()
    page.locator("#jj-f-unit_name").focus()
    page.get_by_text("太长了，最多 10000 字，现在 10001 字").wait_for()


def test_two_hundred_rows_pasted_from_excel(open_page, library):
    """从 Excel 贴进来两百行：先看再收，撤得掉；Word、Excel 都和 Python 一样，公式、长数字还是文字。"""
    page = opened(open_page, "templates/branch/jh-huiyuan-huaming")
    header = "序号\t姓名\t会员编号\t岗位\t批准入会日期\t备注\n"
    lines = [
        f"{i}\t职工{i}\t12345678901234{i:04}\t=HYPERLINK({i})\t2026/3/{i % 28 + 1}\tx\n"
        for i in range(1, 201)
    ]
    paste(page, "roster", header + "".join(lines))
    preview = page.locator("[data-key=roster] .jj-preview")
    said = preview.inner_text()
    assert "读到 200 行" in said
    assert "这张表没有的列不要：备注" in said
    preview.get_by_role("button", name="就这样贴进来").click()
    assert "200 行" in page.locator("[data-key=roster] .jj-rows").inner_text()
    page.locator("#jj-f-roster_n-result").get_by_text("0").wait_for()
    rows = [
        {
            "name": f"职工{i}",
            "member_no": f"12345678901234{i:04}",
            "post": f"=HYPERLINK({i})",
            "join_date": f"2026-03-{i % 28 + 1:02}",
        }
        for i in range(1, 201)
    ]
    huaming = library["docs/templates/branch/jh-huiyuan-huaming.md"]
    assert save(page, "下载 Word")[1] == word(library, huaming, {"roster": rows})
    name, data = save(page, "下载表格（Excel）")
    assert name == "会员花名册.xlsx"
    assert data == sheet(library, huaming, {"roster": rows})
    page.locator("[data-key=roster]").get_by_role("button", name="撤销").click()
    assert page.locator("[data-key=roster] .jj-rows-row").count() == 1


def test_rows_add_move_remove_sort(open_page):
    """加、挪、删、撤销、按姓氏笔画排。"""
    page = opened(open_page)
    table = page.locator("[data-key=prep_members]")
    for i, name in enumerate(("周既明", "林若谷", "丁禾生")):
        if i:
            page.keyboard.press("Enter")
        else:
            table.locator("input").first.focus()
        page.keyboard.type(name)

    def names():
        return table.locator(".jj-cell:first-child input").evaluate_all(
            "nodes => nodes.map(node => node.value)"
        )

    assert names() == ["周既明", "林若谷", "丁禾生"]
    table.get_by_role("button", name="按姓氏笔画排").click()
    assert names() == ["丁禾生", "林若谷", "周既明"]
    table.get_by_role("button", name="第 3 行上移").click()
    assert names() == ["丁禾生", "周既明", "林若谷"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "第 2 行上移"
    table.get_by_role("button", name="删掉第 1 行").click()
    assert names() == ["周既明", "林若谷"]
    page.keyboard.press("Enter")
    assert names() == ["丁禾生", "周既明", "林若谷"]


def test_sample_is_marked_and_leaves_ones_own_alone(open_page, library, qingshi):
    """示例另算一件，印出来带“示例”；自己填的原样在。"""
    page = opened(open_page)
    page.locator("#jj-f-unit_name").fill("甲公司")
    choice = page.locator(".jj-case select")
    choice.select_option(label="填入示例（虚构的公司）")
    status(page).get_by_text("都填了").wait_for()
    assert page.locator(".jj-fillin .jj-paper").get_attribute("data-mark") == "示例"
    name, data = save(page, "下载 Word")
    assert name == "示例 关于建立工会的请示.docx"
    specs = library.specs(qingshi)
    used = {s["key"] for s in payload.page_payload(library, qingshi)["document"]["specs"]}
    values = {
        s.key: payload.sampled(library, qingshi.slug, s)
        for s in specs.values()
        if not s.derive and s.key in used
    }
    assert data == word(library, qingshi, values, sample=True)

    choice.select_option(index=1)
    page.locator(".jj-fillin .jj-paper").get_by_text("甲公司").first.wait_for()
    assert page.locator("#jj-f-unit_name").input_value() == "甲公司"
    assert page.locator("#jj-f-legal_rep").input_value() == ""


def test_derived_text_can_be_overwritten_and_put_back(open_page, library, qingshi):
    """工会全称自动算，可以改写，印改写的；还原就还是自动算的。票数这些改不了。"""
    page = opened(open_page)
    page.locator("#jj-f-unit_name").fill("甲公司")
    result = page.locator("#jj-f-union_name-result")
    result.get_by_text("甲公司工会委员会").wait_for()
    page.get_by_role("button", name="改写工会全称").click()
    page.locator("#jj-f-union_name").fill("甲公司工会联合委员会")
    scope = "单独建立基层工会委员会"
    page.locator("#jj-f-member_scope").select_option(scope)
    values = {"unit_name": "甲公司", "union_name": "甲公司工会联合委员会", "member_scope": scope}
    assert save(page, "下载 Word")[1] == word(library, qingshi, {**values, "_own": ["union_name"]})
    page.get_by_role("button", name="还原自动算的工会全称").click()
    result.get_by_text("甲公司工会委员会").wait_for()
    assert page.get_by_role("button", name="改写筹备组人数").count() == 0


def test_a_policy_fills_and_has_notes_for_the_trainer(open_page, library):
    """制度也能填；讲解版每条旁边写着能不能改、凭什么，干净版没有。"""
    page = opened(open_page, "policies/branch/elections")
    elections = library["policies/branch/elections.md"]
    page.locator("#jj-f-unit_name").fill("甲公司")
    page.locator(".jj-fillin .jj-paper").get_by_text("甲公司").first.wait_for()
    name, data = save(page, "下载 Word")
    assert data == word(library, elections, {"unit_name": "甲公司"})
    assert "不可低于" not in body(data)
    name, data = save(page, "下载讲解版")
    assert name.startswith("讲解版 ")
    assert data == word(library, elections, {"unit_name": "甲公司"}, notes=True)


def test_the_next_document_knows_what_was_filled(open_page, server):
    """公用的几项填一次：换一份文书还在；新开的标签页没有；勾了存在设备上，新标签页也有。"""
    page = opened(open_page)
    page.locator("#jj-f-unit_name").fill("甲公司")
    page.goto(server + "templates/branch/jh-choubei-qingshi/#fill")
    page.locator(".jj-fillin").wait_for()
    assert page.locator("#jj-f-unit_name").input_value() == "甲公司"
    other = page.context.new_page()
    other.goto(server + SLUG + "/#fill")
    other.locator(".jj-fillin").wait_for()
    assert other.locator("#jj-f-unit_name").input_value() == ""
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('jianjia:'))") == []

    page.get_by_role("checkbox", name="存在这台设备上").check()
    assert "已存在这个浏览器里" in page.locator(".jj-place").inner_text()
    third = page.context.new_page()
    third.goto(server + SLUG + "/#fill")
    third.locator(".jj-fillin").wait_for()
    assert third.locator("#jj-f-unit_name").input_value() == "甲公司"
    # 这边改，那边跟着变。
    third.locator("#jj-f-unit_short").fill("甲")
    third.locator("#jj-f-unit_name").focus()
    page.wait_for_function("() => document.querySelector('#jj-f-unit_short').value === '甲'")


def test_what_was_typed_survives_closing_at_once(open_page, server):
    """刚打完字就换页，也在。"""
    page = opened(open_page)
    page.locator("#jj-f-unit_name").fill("甲公司")
    page.goto(server + SLUG + "/#fill")
    page.reload()
    page.locator(".jj-fillin").wait_for()
    assert page.locator("#jj-f-unit_name").input_value() == "甲公司"


def test_storage_blocked(open_page, server):
    """浏览器不让存：照样填、照样下载，并且说出来。"""
    page = open_page("about/format/")
    page.add_init_script(BLOCKED)
    page.goto(server + SLUG + "/#fill")
    page.locator(".jj-fillin").wait_for()
    page.locator("#jj-f-unit_name").fill("甲公司")
    page.locator(".jj-place").get_by_text("这个浏览器不让保存").wait_for()
    assert "甲公司" in body(save(page, "下载 Word")[1])


def test_only_the_paper_is_printed(open_page):
    """打印只印那张纸，A4。"""
    page = opened(open_page)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.locator("#jj-f-unit_name").fill("甲公司")
    page.locator(".jj-outputs").get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    shown = page.evaluate(
        "[...document.body.children].filter(n => getComputedStyle(n).display !== 'none').map(n => n.className)"
    )
    assert shown == ["jj-print-root md-typeset"]
    assert "甲公司" in page.locator(".jj-print-root").inner_text()
    size = page.locator(".jj-print-root [data-style=Body]").first.evaluate(
        "node => getComputedStyle(node).fontSize"
    )
    assert round(float(size[:-2]) * 72 / 96) == 16
    pdf = page.pdf(prefer_css_page_size=True)
    assert {m.split()[2:4][0] for m in re.findall(r"/MediaBox \[([^\]]+)\]", pdf.decode("latin1"))}


def test_in_wechat_copying_comes_first(open_page):
    """微信里：先给复制全文和空白件的网址，没有按了没反应的按钮。"""
    page = opened(open_page, user_agent=WECHAT, width=360)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#jj-f-unit_name").fill("甲公司")
    page.locator(".jj-fillin .jj-paper").get_by_text("甲公司").first.wait_for()
    names = page.locator(".jj-outputs button").all_inner_texts()
    assert names[0] == "复制全文"
    assert not [name for name in names if "下载" in name or "打印" in name]
    assert page.get_by_role("textbox", name="空白件的网址").input_value().endswith(SLUG + ".docx")
    page.locator(".jj-outputs").get_by_role("button", name="复制全文").click()
    assert "甲公司（以下简称" in page.evaluate("navigator.clipboard.readText()")
    assert page.locator(".jj-fillin-bar").get_by_role("button", name="下载 Word").count() == 0


def test_data_that_does_not_arrive_is_said(open_page, server):
    """数据取不到：说清楚，能再点。"""
    page = open_page("about/format/")
    page.context.route("**/assets/office/**", lambda route: route.fulfill(status=200, body=""))
    page.goto(server + SLUG + "/")
    page.get_by_role("button", name="在线填写").click()
    page.get_by_text("没有取到").wait_for()
    assert page.get_by_role("button", name="在线填写").is_enabled()


@pytest.mark.parametrize("dark", [False, True], ids=["浅色", "深色"])
def test_narrow_and_accessible(open_page, root, dark):
    """320 像素宽不用左右拖；axe 查不出毛病：空着的、有错的、贴着表的都看。"""
    page = opened(open_page, width=320, dark=dark)
    page.locator("#jj-f-staff_total").fill("100")
    page.locator("#jj-f-staff_female").fill("120")
    page.locator("#jj-f-doc_date").fill("明天")
    page.locator("#jj-f-doc_date").blur()
    paste(page, "prep_members", "甲\t男\t组长\t组长\n乙\t女\t班长\t成员\n")
    status(page).get_by_text("1 处要改").wait_for()
    page.locator(".jj-outputs").get_by_role("button", name="下载 Word").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert serious(root, page, ".jj-fill") == []


def test_without_script_the_page_is_as_before(open_page):
    """没有脚本，没有空按钮，空白件照样下载。"""
    page = open_page(SLUG + "/", java_script_enabled=False)
    assert page.locator(".jj-fill").inner_text() == ""
    assert page.get_by_role("link", name="下载空白件").is_visible()


def test_closing_and_going_on(open_page):
    """收起来再点“接着填”，填的还在。"""
    page = opened(open_page)
    page.locator("#jj-f-unit_name").fill("甲公司")
    page.get_by_role("button", name="收起", exact=True).click()
    assert page.locator(".jj-fillin").is_hidden()
    page.get_by_role("button", name="接着填").click()
    assert page.locator("#jj-f-unit_name").input_value() == "甲公司"
