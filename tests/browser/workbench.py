"""清单工作台的测试共用的：存档怎么写、怎么打开一项、怎么打开一个面板。"""

import json

LIST = "branch/founding"
WEB, LOCAL = f"checklists/{LIST}/", f"checklists/{LIST}.html"
KEY = f"jianjia:v1:run:{LIST}:1"
AT = "2026-11-20T08:30:00.000Z"
FIRST, SECOND, THIRD = "#br-fd-01", "#br-fd-02", "#br-fd-03"


def stored(page, key=KEY):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", key) or "null")


def items(page, key=KEY):
    return stored(page, key)["items"]


def run_of(marks, **more):
    """一份第 2 版的存档。"""
    data = {
        "app": "jianjia",
        "schema": 2,
        "list": LIST,
        "run": "1",
        "title": "筹建工会清单",
        "items": marks,
    }
    return json.dumps({**data, **more}, ensure_ascii=False)


def done(at=AT, **more):
    return {"state": "done", "at": at, **more}


def seed(page, **entries):
    """存好，再重新打开。"""
    page.evaluate(
        "all => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))",
        entries,
    )
    page.reload()
    return page


def box(page, item):
    return page.locator(f"{item}-box")


def more(page, item):
    """打开一项的“更多”。"""
    page.locator(f"{item} .jj-more > summary").click()
    return page.locator(f"{item} .jj-more")


def choose(page, item, state):
    page.locator(f"{item} .jj-states").get_by_role("button", name=state, exact=True).click()


def panel(page, name):
    page.locator(".jj-panel > summary", has_text=name).click()
    found = page.locator(".jj-panel[open]", has=page.locator("summary", has_text=name))
    # 里面的东西点开才取。
    found.locator("> div").last.locator("> *:not([role=status])").first.wait_for(state="attached")
    return found


def progress(page):
    return page.locator(".jj-progress [role=status]").inner_text()


def preview(page):
    return page.locator(".jj-panels .jj-preview:not([hidden])")


def paste(page, text):
    if not page.locator(".jj-panel[open]", has_text="交接和备份").count():
        panel(page, "交接和备份")
    page.get_by_label("把短码").fill(text)
    page.get_by_role("button", name="看看会改什么").click()
    return preview(page).inner_text()


BAD = {
    "不是 JSON": ("你好", "没有进度"),
    "空的": ("", "空的"),
    "半个": (run_of({"BR-FD-01": done()})[:60], "不完整"),
    "别的程序的": ('{"app":"别的","schema":1,"items":{}}', "不是建家手册"),
    "别的清单的": (run_of({}, list="finance/audit", title="经审清单"), "“经审清单”的进度"),
    "更新版本的": (run_of({}, schema=99), "更新版本"),
    "三千项": (run_of({f"AA-BB-{n}": done() for n in range(3000)}), "2000 个"),
    "重复的键": ('{"items":{},' + run_of({"BR-FD-01": done()})[1:], "重复"),
    "事项不成样子": (run_of([]), "没有事项"),
}

BLOCKS = {
    "取就抛错": "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})",
    "取到空": "Object.defineProperty(window, 'localStorage', {get() { return null }})",
    "写就抛错": "Storage.prototype.setItem = () => { throw new Error('no') }",
    "读就抛错": "Storage.prototype.getItem = () => { throw new Error('no') }",
}
