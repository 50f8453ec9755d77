"""单位档案：从空的填到整包 .zip；几件事、示例、导出导入、放行、存不下、微信里、窄屏。"""

import io
import re
import zipfile

import pytest
from filling import BLOCKED, WECHAT, serious, type_in

from jianjia.export import packs, payload
from jianjia.office.values import is_missing

pytestmark = pytest.mark.browser
WEB, LOCAL = "tools/profile/", "tools/profile.html"
PREFIX = "jj-founding-"


def start(open_page, matter="founding", *, local=False, **options):
    """打开单位档案，选办什么事。"""
    page = open_page(LOCAL if local else WEB, local=local, **options)
    page.locator(f"[data-matter={matter}]").click()
    overview(page).wait_for()
    return page


def overview(page):
    return page.locator(".jj-app-overview:not(:empty)")


def open_steps(page):
    """五步都摊开。"""
    for step in page.locator(".jj-app-part .jj-sections > .jj-section").all():
        if step.get_attribute("open") is None:
            step.locator("summary").first.click()


def paper(page, slug):
    """点开一份文书。"""
    item = page.locator(f".jj-paper-item[data-slug={slug}]")
    item.locator("summary").first.click()
    return item


def tools(page):
    box = page.locator(".jj-casetools")
    if not box.evaluate("node => node.open"):
        box.locator("summary").click()
    return box


def backup(page):
    box = page.locator(".jj-app-backup")
    if not box.evaluate("node => node.open"):
        box.locator("summary").click()
    return box


def zipped(page, button):
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def names(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def cases(page):
    return page.locator(".jj-case select option").all_inner_texts()


@pytest.fixture
def entered(library):
    """示例里要人填的，都写成打出来的字。"""

    def text(value):
        if isinstance(value, list):
            return [{key: str(cell) for key, cell in row.items()} for row in value]
        return str(value)

    found = library.registers.sample.profile
    return {key: text(value) for key, value in found.items()}


@pytest.mark.parametrize("local", [False, True], ids=["网上", "U盘"])
def test_founding_from_nothing_to_the_zip(open_page, library, entered, local):
    """空档案一项一项打进去，28 份打成一包，和 Python 打的一个字节不差。"""
    page = start(open_page, local=local)
    assert "档案还差" in overview(page).inner_text()
    open_steps(page)
    known = payload.pack_payload(library, "founding")["specs"]
    keys = [spec["key"] for spec in known if "derive" not in spec and spec["key"] in entered]
    specs = {spec.key: spec for spec in library.registers.profile.specs.values()}
    for key in keys:
        type_in(page, PREFIX, specs[key], entered[key])
    page.get_by_text("档案填齐了").wait_for()

    item = paper(page, "jh-qingshi")
    item.locator("#jj-jh-qingshi-intend_n").fill("149")
    item.locator("#jj-jh-qingshi-doc_date").fill("2026年3月2日")
    item.locator("#jj-jh-qingshi-doc_date").blur()
    name, data = zipped(page, "下载整包")
    assert name == "建会文书包-晨禾精密.zip"
    profile = {key: entered[key] for key in keys}
    forms = {"jh-qingshi": {"intend_n": "149", "doc_date": "2026-03-02"}}
    assert data == packs.zipped(library, "founding", profile, forms)
    assert len(names(data)) == 29


def test_sample_shows_the_whole_set(open_page, library):
    """填入示例：28 份都可以出，印出来带“示例”，和 Python 打的一样。"""
    page = open_page(WEB)
    page.get_by_role("button", name="先看示例").click()
    page.get_by_text("28 份都可以出了").wait_for()
    name, data = zipped(page, "下载整包")
    assert name.startswith("示例 ")
    every = {s.key: s for s in library.registers.profile.specs.values() if not s.derive}
    used = {spec["key"] for spec in payload.pack_payload(library, "founding")["specs"]}
    profile = {
        key: value
        for key, spec in every.items()
        if key in used and not is_missing(value := payload.sampled(library, "", spec))
    }
    forms = {
        page_.slug: {
            s.key: value
            for s in page_.specs
            if not s.derive and not is_missing(value := payload.sampled(library, page_.slug, s))
        }
        for page_ in payload.pages_of(library, "founding")
    }
    assert data == packs.zipped(library, "founding", profile, forms, sample=True)


@pytest.mark.parametrize("matter", ["reelection", "workers-congress", "bargaining"])
def test_the_other_packs(open_page, library, matter):
    """换届、职代会、集体协商的文书包也打得出来。"""
    page = start(open_page, matter)
    count = len(payload.pages_of(library, matter))
    assert page.locator(".jj-paper-item").count() == count
    unit = page.locator(f"#jj-{matter}-unit_name")
    unit.fill("甲公司")
    unit.blur()
    _, data = zipped(page, "下载整包")
    assert data == packs.zipped(library, matter, {"unit_name": "甲公司"})


def test_ready_ones_first(open_page, library):
    """还没填齐，也能先出填好的几份。"""
    page = start(open_page)
    states = page.locator(".jj-paper-state")
    assert "还差" in states.first.inner_text()
    page.locator(".jj-case select").select_option(label="填入示例（虚构的公司）")
    page.get_by_text("28 份都可以出了").wait_for()
    item = paper(page, "jh-qingshi")
    item.locator("#jj-jh-qingshi-doc_date").fill("")
    states.first.get_by_text("还差 1 项").wait_for()
    assert "可以先出 27 份（一共 28 份）" in overview(page).inner_text()
    _, data = zipped(page, "只要可出的 27 份")
    assert len(names(data)) == 28


def test_a_fault_is_found_reached_waived_or_mended(open_page):
    """没过的核对：点到那一格；许放行的写明理由放行，还能收回；不许放行的没有这个口子；没改先不出。"""
    page = open_page(WEB)
    page.get_by_role("button", name="先看示例").click()
    page.get_by_text("28 份都可以出了").wait_for()
    open_steps(page)
    page.locator(f"#{PREFIX}delegates_total").fill("25")
    fault = page.locator(".jj-checks li[data-check=V06]")
    fault.wait_for()
    fault.get_by_role("button", name="去看会员代表数").click()
    assert page.evaluate("document.activeElement.id") == f"{PREFIX}delegates_total"
    page.get_by_role("button", name="下载整包").click()
    assert "先改了再出" in page.locator(".jj-gate:visible").inner_text()

    # 实到比应到还多，由不得放行。
    unfixable = page.locator(".jj-checks li[data-check=V14]")
    assert unfixable.count() == 1
    assert unfixable.locator("details").count() == 0
    page.locator(f"#{PREFIX}present").fill("24")
    for key in ("c_issued", "c_returned", "a_issued", "a_returned"):
        page.locator(f"#{PREFIX}{key}").fill("24")
    fault.locator("summary").click()
    fault.get_by_role("button", name="写好了，放行").click()
    waived = page.locator(".jj-checks li[data-tone=waived][data-check=V06]")
    assert "上一级工会已经同意" in waived.inner_text()
    waived.get_by_role("button", name="收回放行").click()
    page.locator(".jj-checks li[data-tone=error][data-check=V06]").wait_for()


def test_manual_checks_are_ticked_off(open_page):
    """要人核的，核一条勾一条，刷新还在。"""
    page = start(open_page)
    page.locator(f"#{PREFIX}unit_name").fill("甲公司")
    page.locator(".jj-manual summary").click()
    boxes = page.locator(".jj-manual input")
    count = boxes.count()
    boxes.first.check()
    page.get_by_text(f"请人核 {count - 1} 条").wait_for()
    assert page.locator(".jj-manual").get_attribute("open") is not None
    page.reload()
    overview(page).wait_for()
    assert page.get_by_text(f"请人核 {count - 1} 条").count() == 1


def test_several_cases(open_page):
    """甲公司建会、乙公司换届：各填各的，改名、复印、删除、撤销。"""
    page = start(open_page)
    page.locator(f"#{PREFIX}unit_name").fill("甲公司")
    tools(page).get_by_label("这一件叫什么").fill("甲公司建会")
    page.locator(".jj-case select").select_option(label="另填新的一件")
    page.locator("[data-matter=reelection]").click()
    page.locator("#jj-reelection-unit_name").fill("乙公司")
    page.locator("#jj-reelection-unit_name").blur()
    assert [name.split("（")[0] for name in cases(page)][:2] == ["乙公司·换届", "甲公司建会"]

    page.locator(".jj-case select").select_option(index=1)
    page.wait_for_function(
        f"() => document.querySelector('#{PREFIX}unit_name') && document.querySelector('#{PREFIX}unit_name').value === '甲公司'"
    )
    tools(page).get_by_role("button", name="复印一份").click()
    tools(page).get_by_role("button", name="删除“甲公司建会（复印件）”").click()
    copied = page.locator(".jj-case option", has_text="复印件")
    copied.wait_for(state="detached")
    page.get_by_role("button", name="撤销").first.click()
    copied.wait_for(state="attached")
    tools(page).get_by_role("button", name="清除全部").click()
    page.locator(".jj-hello").wait_for()
    page.get_by_role("button", name="撤销").first.click()
    page.locator(".jj-case option", has_text="项").nth(2).wait_for(state="attached")


def test_next_term_keeps_what_stays(open_page):
    """照建会的档案开始换届：单位、小组还在，届次加一，候选人清空，本届任期带进换届请示。"""
    page = open_page(WEB)
    page.get_by_role("button", name="先看示例").click()
    page.get_by_text("28 份都可以出了").wait_for()
    tools(page).get_by_role("button", name="照这份开始换届").click()
    page.locator("#jj-reelection-unit_name").wait_for(state="attached")
    open_steps(page)
    page.wait_for_function("() => document.querySelector('#jj-reelection-term_no').value === '2'")
    assert "晨禾精密" in page.locator("#jj-reelection-unit_name").input_value()
    assert page.locator("[data-key=groups] .jj-rows-row").count() == 6
    candidates = page.locator("[data-key=committee_candidates] .jj-cell input")
    assert set(candidates.evaluate_all("nodes => nodes.map(n => n.value)")) == {""}
    item = paper(page, "hj-qingshi")
    assert item.locator("#jj-hj-qingshi-this_term_end").input_value() == "2031-04-27"


def test_it_stays_in_the_tab_until_the_reader_says_so(open_page):
    """平时只在这个标签页；勾了才存在设备上；去掉勾，设备上就没有了。"""
    page = start(open_page)
    page.locator(f"#{PREFIX}contact_phone").fill("000-00000000")
    page.locator(f"#{PREFIX}contact_phone").blur()

    def kept():
        return page.evaluate(
            "Object.entries(localStorage).filter(([k]) => k.startsWith('jianjia:')).map(([, v]) => v).join()"
        )

    assert kept() == ""
    assert "姓名、电话" in page.locator(".jj-place").inner_text()
    box = page.get_by_role("checkbox", name="存在这台设备上")
    box.check()
    assert "000-00000000" in kept()
    box.uncheck()
    assert kept() == ""
    page.reload()
    overview(page).wait_for()
    assert page.locator(f"#{PREFIX}contact_phone").input_value() == "000-00000000"


def test_file_goes_to_another_computer_and_back(open_page, tmp_path):
    """导出的文件，另一台先看再收，一样不少；还能撤销。"""
    page = start(open_page)
    page.locator(f"#{PREFIX}unit_name").fill("<img src=x onerror=alert(1)>甲")
    tools(page).get_by_label("这一件叫什么").fill('甲/乙:*?"<>|建会')
    with page.expect_download() as download:
        backup(page).get_by_role("button", name="导出文件").click()
    assert re.fullmatch(r"[^\\/:*?\"<>|]+-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    file = tmp_path / "a.json"
    download.value.save_as(file)

    other = open_page(WEB)
    box = backup(other)
    other.locator("input[type=file]").set_input_files(file)
    box.get_by_text("办建会，填了 1 项").wait_for()
    assert other.evaluate("Object.keys(sessionStorage).filter(k => k.includes('case:'))") == []
    box.get_by_role("button", name="收下，另算一件").click()
    other.locator(f"#{PREFIX}unit_name").wait_for()
    assert other.locator(f"#{PREFIX}unit_name").input_value() == "<img src=x onerror=alert(1)>甲"
    assert other.locator("img[src=x]").count() == 0
    box.get_by_role("button", name="撤销").click()
    other.locator(".jj-hello").wait_for()
    other.locator("input[type=file]").set_input_files(file)
    box.locator(".jj-preview").wait_for()


DAMAGED = {
    "空": "",
    "不是 JSON": "你好",
    "断了": '{"app":"jianjia","kind":"case"',
    "清单的": '{"app":"jianjia","schema":2,"list":"branch/founding","run":"1","items":{}}',
    "更新的": '{"app":"jianjia","kind":"case","schema":99,"profile":{}}',
    "别处的": '{"profile":{"unit_name":"甲"}}',
    "太大": "x" * 7_000_000,
    "嵌套太深": '{"app":"jianjia","kind":"case","schema":1,"profile":' + "[" * 20000,
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_damaged_files_change_nothing(open_page, tmp_path, text):
    """读不懂的文件：说清为什么，什么也不改。"""
    page = start(open_page)
    page.locator(f"#{PREFIX}unit_name").fill("甲公司")
    page.locator(f"#{PREFIX}unit_name").blur()
    before = page.evaluate("JSON.stringify(sessionStorage)")
    box = backup(page)
    file = tmp_path / "a.json"
    file.write_text(text, "utf-8")
    page.locator("input[type=file]").set_input_files(file)
    box.get_by_text("没有导入，什么也没有改").wait_for()
    assert page.evaluate("JSON.stringify(sessionStorage)") == before


def test_an_import_cannot_pollute(open_page, tmp_path):
    """带 __proto__ 的、GBK 的、读得懂一半的。"""
    page = open_page(WEB)
    box = backup(page)
    file = tmp_path / "a.json"
    file.write_text(
        '{"app":"jianjia","kind":"case","schema":1,"matter":"founding","__proto__":{"polluted":1},'
        '"profile":{"__proto__":{"polluted":1},"unit_name":"甲公司","bad":{"a":1}},"forms":{"__proto__":{"x":"1"}}}'
    )
    page.locator("input[type=file]").set_input_files(file)
    box.get_by_text("有 4 处读不出来").wait_for()
    box.get_by_role("button", name="收下，另算一件").click()
    page.locator(f"#{PREFIX}unit_name").wait_for()
    assert page.evaluate("({}).polluted") is None
    file.write_bytes('{"app":"jianjia","kind":"case","name":"甲公司"}'.encode("gbk"))
    page.locator("input[type=file]").set_input_files(file)
    box.get_by_text("不是 UTF-8 编码").wait_for()


def test_stored_rubbish_is_set_aside(open_page):
    """存着的坏了：另存在一边，不删，说出来，页面照用。"""
    page = open_page(WEB)
    page.evaluate("localStorage.setItem('jianjia:v1:case:abc', '{bad')")
    page.evaluate(
        "localStorage.setItem('jianjia:v1:case:new', JSON.stringify({app: 'jianjia', kind: 'case', schema: 99,"
        " id: 'new', matter: 'founding', changed: '2026-11-29T08:00:00.000Z', profile: {unit_name: '新版的'}}))"
    )
    page.reload()
    overview(page).wait_for()
    assert "只能看，不能改" in page.locator(".jj-casebar").inner_text()
    assert page.locator(f"#{PREFIX}unit_name").get_attribute("readonly") is not None
    keys = page.evaluate("Object.keys(localStorage).filter(k => k.includes('case:'))")
    assert any(key.startswith("jianjia:v1:case:abc:corrupt:") for key in keys)
    page.locator(".jj-case select").select_option(label="另填新的一件")
    page.locator(".jj-casebar").get_by_text("另存").wait_for()


def test_storage_blocked(open_page, server):
    """浏览器不让存：照样填、照样出整包，并且说出来。"""
    page = open_page("about/format/")
    page.add_init_script(BLOCKED)
    page.goto(server + WEB)
    page.locator("[data-matter=bargaining]").click()
    page.locator("#jj-bargaining-unit_name").fill("甲公司")
    page.locator(".jj-place").get_by_text("这个浏览器不让保存").wait_for()
    _, data = zipped(page, "下载整包")
    assert "甲公司".encode() in data


def test_in_wechat(open_page):
    """微信里：给空白件的网址和复制，没有按了没反应的按钮。"""
    page = start(open_page, user_agent=WECHAT, width=360)
    item = paper(page, "jh-qingshi")
    item.get_by_role("button", name="复制全文").wait_for()
    dead = page.locator(".jj-app button:visible").filter(has_text=re.compile("下载|打印|导出文件"))
    assert dead.count() == 0
    assert (
        page.get_by_role("textbox", name="一包空白件的网址").input_value().endswith("founding.zip")
    )
    assert (
        item.get_by_role("textbox", name="空白件的网址").input_value().endswith("jh-qingshi.docx")
    )


@pytest.mark.parametrize("dark", [False, True], ids=["浅色", "深色"])
def test_narrow_and_accessible(open_page, root, dark):
    """320 像素宽不用左右拖；axe 查不出毛病：五步摊开、有错、点开一份文书。"""
    page = open_page(WEB, width=320, dark=dark)
    assert serious(root, page, ".jj-app") == []
    page.get_by_role("button", name="先看示例").click()
    page.get_by_text("28 份都可以出了").wait_for()
    open_steps(page)
    page.locator(f"#{PREFIX}present").fill("20")
    page.locator(".jj-checks li[data-tone=error]").first.wait_for()
    item = paper(page, "jh-qingshi")
    item.get_by_role("button", name="看样子").click()
    tools(page)
    backup(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert serious(root, page, ".jj-app") == []


def test_without_script(open_page, library):
    """没有脚本：五步填什么、各文书包的空白件都在。"""
    page = open_page(WEB, java_script_enabled=False)
    total = sum(len(payload.pages_of(library, pack)) for pack in payload.packs(library))
    assert page.locator("[data-pack] li").count() == total
    with page.expect_download() as download:
        page.locator("[data-blank=founding]").click()
    assert download.value.suggested_filename == "建会文书包（空白）.zip"


def test_a_newcomer_walks_from_the_home_page(open_page):
    """从首页两下到单位档案；办建会，填完第一步，先出第一份。"""
    page = open_page("", width=360)
    page.get_by_role("link", name="单位档案").first.click()
    page.locator("[data-matter=founding]").click()
    overview(page).wait_for()
    first = page.locator(".jj-sections > .jj-section").first
    assert first.get_attribute("open") is not None
    assert "填完这一步能出：关于建立工会的请示" in first.inner_text()


def test_the_page_answers_while_the_zip_is_made(open_page):
    """打包的时候一份一份地做，按钮、进度都在动。"""
    page = open_page(WEB)
    page.get_by_role("button", name="先看示例").click()
    page.get_by_text("28 份都可以出了").wait_for()
    page.evaluate(
        """() => { window.steps = 0; const tick = () => { window.steps += 1; setTimeout(tick); }; tick(); }"""
    )
    before = page.evaluate("window.steps")
    zipped(page, "下载整包")
    assert page.evaluate("window.steps") > before
    assert "28 份和目录" in page.locator(".jj-outputs .jj-app-said").inner_text()
