"""清单工作台：几种状态、几次办理、交接、几张清单共用的事项、存得牢、微信里、无障碍。"""

import json
import re

import pytest
from workbench import (
    AT,
    FIRST,
    KEY,
    LIST,
    SECOND,
    THIRD,
    WEB,
    box,
    choose,
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
WECHAT = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/107.0 MicroMessenger/8.0.40(0x28002837)"
QQ = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/107.0 V1_AND_SQ_8.9.80 QQ/8.9.80"


# —— 状态、备注、进度、筛选 ——


def test_a_tick_moves_nothing_on_a_phone(bench):
    """打勾、去掉勾，这一项不变高变矮，下面的不挪。"""
    page = bench(width=360)
    height = "item => document.querySelector(item).getBoundingClientRect().height"
    box(page, FIRST).scroll_into_view_if_needed()
    before = page.evaluate(height, FIRST)
    for act in (box(page, FIRST).check, box(page, FIRST).uncheck):
        act()
        assert abs(page.evaluate(height, FIRST) - before) < 0.5


def test_four_states_survive_a_reload(bench):
    """已办带日子，等待带等谁和从哪天起，不适用带理由；刷新后都在，进度说得对。"""
    page = bench(width=360)
    must = int(re.search(r"/ (\d+)", progress(page))[1])
    box(page, FIRST).check()
    more(page, SECOND)
    choose(page, SECOND, "等待")
    page.get_by_label("等谁").fill("街道总工会")
    page.locator(f"{SECOND} textarea").fill("周三回话")
    more(page, "#br-fd-04")
    choose(page, "#br-fd-04", "不适用")
    page.locator("#br-fd-04").get_by_label("为什么不适用").fill("只有一个班组")
    page.locator("#br-fd-04 textarea").focus()
    page.reload()

    said = [
        page.locator(f"{item} .jj-item-said").text_content()
        for item in (FIRST, SECOND, "#br-fd-04")
    ]
    assert said[0].startswith("已办，")
    assert "等街道总工会" in said[1]
    assert "备注：周三回话" in said[1]
    assert said[2] == "不适用：只有一个班组"
    assert progress(page).startswith(f"必办 1 / {must - 1}，还差 {must - 2} 项必办（1 项在等）")
    assert items(page)["BR-FD-02"]["since"] == page.evaluate("new Date().toLocaleDateString('sv')")


def test_not_applicable_needs_a_reason(open_page):
    """不写理由，就不算不适用；理由删空了，也不再算。"""
    page = open_page(WEB)
    before = progress(page)
    more(page, FIRST)
    choose(page, FIRST, "不适用")
    reason = page.locator(FIRST).get_by_label("为什么不适用")
    assert reason.evaluate("node => node === document.activeElement")
    page.locator(f"{FIRST} textarea").focus()
    assert progress(page) == before

    reason.fill("没有")
    page.locator(f"{FIRST} textarea").focus()
    assert items(page)["BR-FD-01"]["state"] == "na"
    reason.fill("")
    page.locator(f"{FIRST} textarea").focus()
    assert items(page)["BR-FD-01"]["state"] == "todo"


def test_a_note_is_kept_when_the_tab_closes_at_once(bench):
    """刚打完字、刚打完勾就关掉，也存下了；备注最多两千字。"""
    page = bench()
    more(page, FIRST)
    page.locator(f"{FIRST} textarea").fill("字" * 2100)
    page.evaluate("document.querySelector('#br-fd-02-box').click()")
    context, address = page.context, page.url
    page.close(run_before_unload=True)
    again = context.new_page()
    again.goto(address)

    assert len(items(again)["BR-FD-01"]["note"]) in (2000, 2100)
    assert box(again, SECOND).is_checked()


def test_next_three_are_on_the_first_screen(bench):
    """打开就看见接下来做哪三件；办了一件，换下一件；点一下到那一项。"""
    page = bench(width=360)
    links = page.locator(".jj-next a")
    assert links.count() == 3
    assert page.locator(".jj-next").bounding_box()["y"] + 60 < 800
    first = links.first.inner_text()
    box(page, FIRST).check()
    assert links.first.inner_text() != first

    links.first.click()
    assert page.evaluate("location.hash") == "#br-fd-02"


def test_filters(bench):
    """未办、等待、我负责、本周到期；刚打勾的不会马上消失；打印不受影响。"""
    page = bench()
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    marks = {"BR-FD-01": done(), "BR-FD-02": {"state": "waiting", "at": AT}}
    seed(page, **{KEY: run_of(marks, anchors={"摸底日": today})})
    visible = page.locator("[data-item]:visible")
    total = visible.count()

    def only(name):
        page.locator(".jj-filters").get_by_role("radio", name=name).check()
        return visible.evaluate_all("nodes => nodes.map(node => node.dataset.item)")

    assert only("等待") == ["BR-FD-02"]
    assert len(only("未办")) == total - 2
    box(page, THIRD).check()
    assert page.locator(THIRD).is_visible()
    week = only("本周到期")
    assert "BR-FD-01" not in week
    assert only("我负责") == []
    page.get_by_role("checkbox", name="筹备组组长", exact=True).check()
    mine = visible.evaluate_all("nodes => nodes.map(node => node.dataset.role)")
    assert mine
    assert all("筹备组组长" in role for role in mine)
    page.emulate_media(media="print")
    assert visible.count() == total
    page.emulate_media(media="screen")
    page.reload()
    assert stored(page)["roles"] == ["筹备组组长"]


# —— 几次办理 ——


def test_two_runs_are_kept_apart_and_the_home_page_lists_them(bench):
    """甲分厂、乙分厂各记各的；刷新还在原来那次；首页列得出来，点了接着办。"""
    page = bench()
    box(page, FIRST).check()
    runs = panel(page, "本次办理")
    runs.get_by_label("这一次的名称").fill("甲分厂")
    runs.get_by_role("button", name="另开一次办理").click()
    runs.get_by_label("这一次的名称").fill("乙分厂")
    assert not box(page, FIRST).is_checked()
    box(page, SECOND).check()
    page.reload()
    assert page.locator(".jj-progress-name").inner_text().strip() == "乙分厂"

    panel(page, "本次办理").get_by_role("button", name="打开 甲分厂").click()
    assert box(page, FIRST).is_checked()
    assert not box(page, SECOND).is_checked()
    page.reload()
    assert box(page, FIRST).is_checked()

    go_home(page)
    resume = page.locator(".jj-resume")
    assert "乙分厂" in resume.inner_text()
    assert "必办 1 /" in resume.inner_text()
    resume.get_by_role("link", name="甲分厂").click()
    page.locator(".jj-next").wait_for()
    assert box(page, FIRST).is_checked()
    assert "#" not in page.url


def go_home(page):
    base = page.url.split("checklists/")[0]
    page.goto(base + ("index.html" if base.startswith("file:") else ""))


def test_home_says_nothing_when_nothing_is_kept(open_page):
    """什么也没存过，首页没有“继续上次”。"""
    page = open_page(WEB)
    go_home(page)

    assert page.locator(".jj-resume").is_hidden()


def test_deleting_a_run_can_be_undone(open_page):
    """删掉的一次，撤销就放回来。"""
    page = open_page(WEB)
    box(page, FIRST).check()
    before = stored(page)
    runs = panel(page, "本次办理")
    runs.get_by_role("button", name="删除这一次").click()
    assert stored(page) is None
    assert not box(page, FIRST).is_checked()

    runs.get_by_role("button", name="撤销").click()
    assert box(page, FIRST).is_checked()
    assert stored(page) == before


# —— 交接 ——


def test_file_goes_from_one_phone_to_the_other(bench, open_page, tmp_path):
    """导出的文件，另一台手机先看后收，一样不少；撤销就跟没收过一样。"""
    page = bench(width=360)
    box(page, FIRST).check()
    more(page, SECOND)
    choose(page, SECOND, "等待")
    page.locator(f"{SECOND} textarea").fill("<img src=x onerror=alert(1)>周三回话")
    page.locator(f"{SECOND} textarea").blur()
    panel(page, "本次办理").get_by_label("这一次的名称").fill("甲分厂")
    with page.expect_download() as download:
        panel(page, "交接和备份").get_by_role("button", name="下载文件").click()
    assert re.fullmatch(
        r"筹建工会清单-甲分厂-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename
    )
    file = tmp_path / "a.json"
    download.value.save_as(file)

    other = open_page(WEB, width=360)
    panel(other, "交接和备份")
    other.locator("input[type=file]").set_input_files(file)
    shown = preview(other).inner_text()
    assert "会改 2 项" in shown
    assert "<img src=x onerror=alert(1)>周三回话" in shown
    assert stored(other) is None
    preview(other).get_by_role("button", name="并进").click()
    assert {k: v["state"] for k, v in items(other).items()} == {
        "BR-FD-01": "done",
        "BR-FD-02": "waiting",
    }
    assert stored(other)["name"] == "甲分厂"
    assert stored(other)["created"] == stored(page)["created"]
    assert items(other)["BR-FD-02"]["note"] == items(page)["BR-FD-02"]["note"]

    other.locator(".jj-panel[open]").get_by_role("button", name="撤销").click()
    assert not box(other, FIRST).is_checked()
    # 同一个文件再选一次，还会再看。
    other.locator("input[type=file]").set_input_files(file)
    preview(other).wait_for()


def test_another_run_is_not_mixed_in(open_page):
    """文件是另一次办理的，先问放哪里；另开一次，现在的一个字节不动。"""
    page = open_page(WEB)
    box(page, FIRST).check()
    before = stored(page)
    text = run_of({"BR-FD-05": done()}, run="zz", name="乙分厂", created="2026-10-01T00:00:00.000Z")
    shown = paste(page, text)
    assert "不是同一次" in shown
    preview(page).get_by_role("button", name="另开一次").click()

    assert stored(page) == before
    assert box(page, "#br-fd-05").is_checked()
    assert not box(page, FIRST).is_checked()
    page.locator(".jj-panel[open]").get_by_role("button", name="撤销").click()
    assert box(page, FIRST).is_checked()
    assert (
        page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('jianjia:')).length")
        == 1
    )


def test_code_goes_through_a_chat(bench, open_page):
    """短码连着聊天的话一起粘贴也认；先看后收；只往前推，撤得掉。"""
    page = bench()
    for item in (FIRST, THIRD):
        box(page, item).check()
    code = panel(page, "交接和备份").locator(".jj-code").inner_text()
    assert len(code) <= 60

    other = open_page(WEB, width=360)
    box(other, SECOND).check()
    shown = paste(other, f"【筹建工会清单】办理进度 2026-11-20：{code.lower()}\n打开清单粘贴")
    assert "会改 2 项" in shown
    preview(other).get_by_role("button", name="并进").click()
    assert all(box(other, item).is_checked() for item in (FIRST, SECOND, THIRD))
    assert "date" not in items(other)["BR-FD-01"]
    other.locator(".jj-panel[open]").get_by_role("button", name="撤销").click()
    assert [box(other, item).is_checked() for item in (FIRST, SECOND, THIRD)] == [
        False,
        True,
        False,
    ]


def test_scanned_code_is_shown_first_and_leaves_the_address(bench):
    """扫二维码打开：先看会改什么，网址里不留进度；二维码画得出来。"""
    page = bench()
    box(page, FIRST).check()
    handing = panel(page, "交接和备份")
    code = handing.locator(".jj-code").inner_text()
    handing.get_by_role("button", name="显示二维码").click()
    assert handing.locator("svg.jj-qr path").get_attribute("d").count("M") > 200
    box(page, FIRST).uncheck()
    page.goto(page.url.split("#")[0] + f"#jj={code}")
    page.reload()

    page.evaluate(f"location.hash = 'jj={code}'")
    preview(page).wait_for()
    assert "会改 1 项" in preview(page).inner_text()
    assert "#" not in page.url
    assert not box(page, FIRST).is_checked()


@pytest.mark.parametrize(
    "raw",
    [run_of({"BR-FD-01": done(note="记")}).encode("gbk"), b"\xff\xfe\x00", b" " * 4_000_000],
    ids=["GBK", "乱码", "太大"],
)
def test_files_of_another_encoding_or_size_are_refused(open_page, tmp_path, raw):
    page = open_page(WEB)
    file = tmp_path / "x.json"
    file.write_bytes(raw)
    panel(page, "交接和备份")
    page.locator("input[type=file]").set_input_files(file)
    preview(page).wait_for()

    assert "没有导入" in preview(page).inner_text()
    assert stored(page) is None


def test_bom_old_schema_and_unknown_items_are_taken_with_a_word(open_page):
    """带 BOM 的收；旧格式的说明是旧的；这一版没有的事项也收，列在“已移除的事项”。"""
    page = open_page(WEB)
    old = json.dumps(
        {
            "app": "jianjia",
            "schema": 1,
            "list": LIST,
            "run": "1",
            "items": {"BR-FD-01": {"done": True, "at": AT}, "ZZ-ZZ-99": {"done": True, "at": AT}},
        }
    )
    shown = paste(page, "\ufeff" + old)
    assert "旧格式" in shown
    assert "这一版清单里没有" in shown
    preview(page).get_by_role("button", name="并进").click()

    assert box(page, FIRST).is_checked()
    assert "ZZ-ZZ-99" in page.locator(".jj-removed").inner_text()


# —— 一件事，几张清单 ——


def shared_item(page):
    """筹建和换届两张清单里都有的一项。"""
    found = page.locator("[data-same='1']")
    if not found.count():
        pytest.skip("现在没有几张清单共用的事项")
    return found.first.get_attribute("data-item")


def test_a_shared_item_is_offered_never_ticked_silently(bench):
    """别的清单里办过的，这里问一声；答应才记，说另办就不再问。"""
    page = bench()
    id_ = shared_item(page)
    item = f"#{id_.lower()}"
    other = json.dumps(
        {
            "app": "jianjia",
            "schema": 2,
            "list": "branch/elections",
            "run": "1",
            "title": "换届清单",
            "items": {id_: done(date="2026-11-18")},
        }
    )
    seed(page, **{"jianjia:v1:run:branch/elections:1": other})
    offers = page.locator(".jj-offers")
    assert "换届清单" in offers.inner_text()
    assert not box(page, item).is_checked()
    assert stored(page) is None

    offers.get_by_role("button", name=f"也记已办：{id_}").click()
    assert box(page, item).is_checked()
    assert items(page)[id_]["date"] == "2026-11-18"
    assert offers.is_hidden()
    box(page, item).uncheck()
    page.reload()
    assert offers.is_hidden()
    assert (
        page.evaluate("key => localStorage.getItem(key)", "jianjia:v1:run:branch/elections:1")
        == other
    )


def test_declining_an_offer_is_remembered(open_page):
    page = open_page(WEB)
    id_ = shared_item(page)
    seed(
        page,
        **{
            "jianjia:v1:run:branch/elections:1": json.dumps(
                {
                    "app": "jianjia",
                    "schema": 2,
                    "list": "branch/elections",
                    "run": "1",
                    "items": {id_: done()},
                }
            )
        },
    )
    page.locator(".jj-offers").get_by_role("button", name="都不记").click()
    page.reload()

    assert page.locator(".jj-offers").is_hidden()
    assert not box(page, f"#{id_.lower()}").is_checked()


# —— 存得牢 ——


def test_a_partly_damaged_run_keeps_the_good_part(open_page):
    text = run_of(
        {"BR-FD-01": done(), "BR-FD-02": {"state": "什么"}, "BR-FD-03": done(colour="红")}
    )
    page = seed(open_page(WEB), **{KEY: text})

    assert box(page, FIRST).is_checked()
    assert box(page, THIRD).is_checked()
    aside = page.evaluate("Object.keys(localStorage).find(key => key.includes(':corrupt:'))")
    assert page.evaluate("key => localStorage.getItem(key)", aside) == text


@pytest.mark.parametrize(
    ("schema", "marks"), [(0, {"BR-FD-01": True}), (1, {"BR-FD-01": {"done": True, "at": AT}})]
)
def test_older_schemas_are_read_and_a_copy_is_kept(bench, schema, marks):
    """旧格式读得懂；只看不写；第一次改写前原样留一份。"""
    text = json.dumps(
        {
            "app": "jianjia",
            "schema": schema,
            "list": LIST,
            **({"run": "1"} if schema else {}),
            "items": marks,
        }
    )
    page = seed(bench(), **{KEY: text})
    assert box(page, FIRST).is_checked()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == text
    box(page, SECOND).check()

    assert stored(page)["schema"] == 2
    assert len(items(page)) == 2
    assert page.evaluate("key => localStorage.getItem(key)", f"{KEY}:old:{schema}") == text


def test_a_newer_schema_is_read_only(bench):
    """更新版本写的只能看：一个字节也不改，控件都停用，说得明白。"""
    text = run_of({"BR-FD-01": done(mood="好")}, schema=99)
    page = seed(bench(), **{KEY: text})

    assert "更新版本" in page.locator(".jj-notes").inner_text()
    assert box(page, FIRST).is_checked()
    assert box(page, SECOND).is_disabled()
    assert panel(page, "本次办理").get_by_role("button", name="清空重来").is_disabled()
    assert "只能看" in paste(page, run_of({"BR-FD-02": done()}))
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == text


def test_two_tabs_on_different_and_same_items(bench):
    """两个标签页：各勾各的都在；同一项后写的为准；一边写另一边跟着变，正在打的字不被盖掉。"""
    one = bench()
    two = one.context.new_page()
    two.goto(one.url)
    more(two, THIRD)
    two.locator(f"{THIRD} textarea").type("正在打")
    box(one, FIRST).check()
    box(two, SECOND).check()
    assert box(two, FIRST).is_checked()
    assert two.locator(f"{THIRD} textarea").input_value() == "正在打"
    one.wait_for_function("document.querySelector('#br-fd-02-box').checked")
    box(two, FIRST).uncheck()
    one.wait_for_function("!document.querySelector('#br-fd-01-box').checked")
    one.reload()

    assert [box(one, item).is_checked() for item in (FIRST, SECOND)] == [False, True]
    assert items(one)["BR-FD-03"]["note"] == "正在打"


def test_coming_back_shows_what_is_stored(open_page):
    """后退回来、切回标签页：以存档为准。"""
    page = open_page(WEB)
    box(page, FIRST).check()
    page.evaluate(
        "([key, text]) => { localStorage.setItem(key, text); window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})) }",
        [KEY, run_of({"BR-FD-02": done()})],
    )
    assert [box(page, item).is_checked() for item in (FIRST, SECOND)] == [False, True]
    page.goto(page.url.replace(WEB, "cases/"))
    page.go_back()
    assert [box(page, item).is_checked() for item in (FIRST, SECOND)] == [False, True]


def test_wiping_this_device(bench):
    """清除本机数据：先问一声；清了什么也不剩，别的网站和配色不动。"""
    page = bench()
    box(page, FIRST).check()
    page.evaluate("localStorage.setItem('别人的', '1')")
    local = panel(page, "本机记录")
    local.get_by_role("button", name="清除本机数据").click()
    local.get_by_role("button", name="不清除").click()
    assert stored(page)
    local.get_by_role("button", name="清除本机数据").click()
    local.get_by_role("button", name="确定清除").click()

    assert (
        page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('jianjia:'))") == []
    )
    assert page.evaluate("localStorage.getItem('别人的')") == "1"
    assert not box(page, FIRST).is_checked()
    page.reload()
    assert not box(page, FIRST).is_checked()


def test_wiping_in_one_tab_clears_the_other(open_page):
    one = open_page(WEB)
    box(one, FIRST).check()
    two = one.context.new_page()
    two.goto(one.url)
    two.locator(".jj-panel > summary", has_text="本机记录").click()
    two.get_by_role("button", name="清除本机数据").click()
    two.get_by_role("button", name="确定清除").click()
    one.wait_for_function("!document.querySelector('#br-fd-01-box').checked")
    box(one, SECOND).check()

    assert list(items(one)) == ["BR-FD-02"]


# —— 微信、QQ 里 ——


@pytest.mark.parametrize("agent", [WECHAT, QQ], ids=["微信", "QQ"])
def test_no_dead_buttons_inside_chat_apps(open_page, agent):
    """微信、QQ 里不给点了没反应的下载；给复制、真实网址、换浏览器的办法。"""
    page = open_page(WEB, width=360, user_agent=agent, has_touch=True)
    box(page, FIRST).check()
    handing = panel(page, "交接和备份")

    assert page.get_by_role("button", name=re.compile("下载")).filter(visible=True).count() == 0
    assert handing.get_by_role("button", name="复制全文").is_visible()
    assert "在浏览器打开" in page.locator(".jj-notes").inner_text()
    assert page.locator(".jj-notes input").input_value() == page.url


@pytest.mark.parametrize(
    "script",
    [
        "delete Navigator.prototype.clipboard",
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }",
    ],
)
def test_copying_falls_back(open_page, script):
    """没有剪贴板、不许用剪贴板：换老办法；老办法也不行，把文字摆出来。"""
    page = open_page(WEB)
    page.evaluate(script)
    handing = panel(page, "交接和备份")
    handing.get_by_role("button", name="复制全文").click()
    assert "已复制" in handing.inner_text()
    page.evaluate("document.execCommand = () => false")
    handing.get_by_role("button", name="复制全文").click()
    handing.locator("textarea[readonly]:visible").wait_for()

    assert '"app": "jianjia"' in handing.locator("textarea[readonly]:visible").input_value()


# —— 无障碍 ——


def test_keyboard_alone_is_enough(bench):
    """只用键盘：勾选、打开“更多”、换状态、写理由、筛选、交接。"""
    page = bench()
    box(page, FIRST).focus()
    page.keyboard.press("Space")
    assert box(page, FIRST).is_checked()
    page.locator(f"{SECOND} .jj-more > summary").focus()
    page.keyboard.press("Enter")
    page.locator(f"{SECOND} .jj-states").wait_for()
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "不适用"
    page.keyboard.press("Enter")
    page.keyboard.type("没有")
    page.keyboard.press("Tab")
    assert items(page)["BR-FD-02"]["reason"] == "没有"
    page.locator(".jj-filters input[value=all]").focus()
    page.keyboard.press("ArrowRight")
    assert not page.locator(FIRST).is_visible()
    focused = page.evaluate(
        "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    )
    assert focused != "none"


def test_the_live_region_says_the_progress(open_page):
    """勾一项，读屏软件听得到还差几项。"""
    page = open_page(WEB)
    live = page.locator(".jj-progress [aria-live=polite]")
    before = live.inner_text()
    box(page, FIRST).check()

    assert live.get_attribute("role") == "status"
    assert live.inner_text() != before
    assert "还差" in live.inner_text()
    assert (
        "已办"
        in page.locator(f"#{box(page, FIRST).get_attribute('aria-describedby')}").text_content()
    )


@pytest.mark.parametrize("dark", [False, True], ids=["浅色", "深色"])
def test_no_accessibility_fault_with_everything_open(open_page, root, dark):
    """面板、“更多”、预览、已移除的事项都摊开，axe 查不出毛病，320 像素宽（也就是放大到 400%）不用左右拖。"""
    marks = {
        "BR-FD-01": done(date="2026-11-20", note="记"),
        "BR-FD-02": {"state": "waiting", "at": AT, "for": "街道", "since": "2026-11-01"},
        "BR-FD-03": {"state": "na", "at": AT, "reason": "没有"},
        "ZZ-ZZ-99": done(text="没有了的一项", note="记" * 300),
    }
    page = seed(
        open_page(WEB, width=320, dark=dark, reduced_motion="reduce"),
        **{KEY: run_of(marks, name="甲分厂", created=AT)},
    )
    for item in (FIRST, SECOND, THIRD, "#br-fd-04"):
        more(page, item)
    paste(page, run_of({"BR-FD-05": done(note="长" * 200)}, created=AT))
    page.get_by_role("button", name="显示二维码").click()
    page.evaluate("document.querySelectorAll('.jj-panel').forEach(node => { node.open = true })")
    page.get_by_role("button", name="清除本机数据").click()
    page.get_by_role("radio", name="我负责").check()
    page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run('.jj-checklist', {resultTypes: ['violations']})")["violations"]

    assert [(v["id"], v["impact"], v["nodes"][0]["html"][:160]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_targets_are_big_enough_for_a_thumb(open_page):
    """要点的东西不小于 44 像素高。"""
    page = open_page(WEB, width=360)
    more(page, FIRST)
    small = page.evaluate("""() => [...document.querySelectorAll(
      '.jj-bench button, .jj-bench summary, .jj-filters label, .jj-item-head > input, .jj-more > summary, .jj-next li')]
      .filter(node => node.offsetParent && node.getBoundingClientRect().height < 43.5).map(node => node.textContent)""")

    assert small == []


def test_forced_colours_keep_state_visible(open_page):
    """高对比模式：选中的看得出来，二维码还是白底黑块。"""
    page = open_page(WEB, forced_colors="active")
    box(page, FIRST).check()
    more(page, FIRST)
    outline = page.locator(f"{FIRST} .jj-states [aria-pressed=true]").evaluate(
        "node => getComputedStyle(node).outlineStyle"
    )
    panel(page, "交接和备份").get_by_role("button", name="显示二维码").click()

    assert outline == "solid"
    assert (
        page.locator(".jj-qr").evaluate("node => getComputedStyle(node).backgroundColor")
        == "rgb(255, 255, 255)"
    )


def test_print_says_state_and_blank_does_not(open_page):
    """带进度打印有状态、备注和这次办理的名称；空白表没有；工作台的控件都不印。"""
    page = seed(
        open_page(WEB),
        **{KEY: run_of({"BR-FD-01": done(date="2026-11-20", note="问过了")}, name="甲分厂")},
    )
    page.emulate_media(media="print")
    said = page.locator(f"{FIRST} .jj-item-said")
    assert said.is_visible()
    assert page.locator(".jj-progress-name").is_visible()
    assert page.locator(".jj-bench").is_hidden()
    assert page.locator(".jj-next").is_hidden()
    page.evaluate("document.documentElement.dataset.print = 'blank'")

    assert said.is_hidden()
    assert page.locator(".jj-progress").is_hidden()


def test_marks_written_by_the_page_are_understood_by_the_page(open_page):
    """存出来的每一份，都是 restore() 一处也不丢的样子。"""
    page = open_page(WEB)
    box(page, FIRST).check()
    more(page, SECOND)
    for state in ("等待", "已办", "未办", "等待"):
        choose(page, SECOND, state)
    page.get_by_label("等谁").fill("街道")
    page.get_by_label("等谁").blur()
    page.reload()

    assert "另存" not in page.locator(".jj-notes").inner_text()
    assert box(page, FIRST).is_checked()
