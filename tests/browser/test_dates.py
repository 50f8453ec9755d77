"""日子：填起算日，排得对、存得住、到期说得出，日历文件和日程表拿得走。"""

import datetime
import re
import subprocess

import icalendar
import pytest

from jianjia.model import Checklist

pytestmark = pytest.mark.browser

PAGE = "branch/founding"
ANCHORS = {"摸底日": "2026-08-31", "批准筹建日": "2026-09-18", "大会日": "2026-10-14"}
WEEKDAYS = "一二三四五六日"
WECHAT = (
    "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/107.0 Mobile MicroMessenger/8.0.40"
)


def _open(open_page, *, local=False, now="2026-09-30T10:00:00", **options):
    """打开清单，把今天定成 *now*，展开“日子和提醒”。"""
    path = f"checklists/{PAGE}{'.html' if local else '/'}"
    page = open_page(path, local=local, **options)
    page.clock.set_fixed_time(now)
    page.reload()
    page.locator("summary", has_text="日子和提醒").click()
    return page


def _fill(page, anchors=ANCHORS):
    for name, date in anchors.items():
        field = page.get_by_label(name, exact=True)
        field.fill(date)
        field.blur()


@pytest.fixture(params=[False, True], ids=["网上", "U盘"])
def dated(request, open_page):
    return lambda **options: _open(open_page, local=request.param, **options)


def _workday(day: datetime.date, library) -> bool:
    """照登记册数，和网页里的算法各写各的。"""
    year = next((y for y in library.registers.calendar if y.year == day.year), None)
    text = day.isoformat()
    if year and text in year.workdays:
        return True
    off = year and any(text in holiday.dates for holiday in year.holidays)
    return not off and day.weekday() < 5


def _due(deadline, library) -> datetime.date:
    day = datetime.date.fromisoformat(ANCHORS[deadline.anchor])
    if deadline.unit == "日":
        return day + datetime.timedelta(deadline.amount)
    assert deadline.unit == "工作日", "月和年另有测试"
    left, step = abs(deadline.amount), 1 if deadline.amount > 0 else -1
    while left:
        day += datetime.timedelta(step)
        left -= _workday(day, library)
    return day


def test_every_item_gets_its_day(dated, library):
    """填了起算日，算得出的每一项都写出日子；刷新还在；没填的起算日，那些项不瞎写。"""
    checklist = library[f"checklists/{PAGE}.md"]
    assert isinstance(checklist, Checklist)
    items = [i for i in (library.resolved(checklist, i) for i in checklist.items) if i.deadline]
    page = dated()
    _fill(page)
    page.reload()

    for item in items:
        badge = page.locator(f'[data-item="{item.id}"] .jj-due')
        if item.deadline.anchor not in ANCHORS:
            assert badge.is_hidden(), item.id
            continue
        day = _due(item.deadline, library)
        assert badge.locator("time").get_attribute("datetime") == day.isoformat(), item.id
        words = f"{day.year} 年 {day.month} 月 {day.day} 日（周{WEEKDAYS[day.weekday()]}）"
        assert words in badge.text_content()
    assert any(i.deadline.unit == "工作日" for i in items)


def test_the_days_do_not_move_with_the_time_zone(open_page):
    """在哪个时区、有没有夏令时，日子都一样。"""
    found = set()
    for zone in ("Asia/Shanghai", "Etc/GMT+12", "Pacific/Kiritimati", "America/New_York"):
        page = _open(open_page, timezone_id=zone)
        _fill(page)
        days = page.locator(".jj-due:visible time").evaluate_all("all => all.map(n => n.dateTime)")
        found.add(tuple(days))

    assert len(found) == 1
    assert len(found.pop()) > 10


def test_overdue_and_soon_are_said_in_words(open_page):
    """过期、今天到期、快到期都用字说；办完的不再催；过了半夜跟着变。"""
    page = _open(open_page, now="2026-09-14T23:50:00")
    _fill(page)
    first, fourth = page.locator("#br-fd-01 .jj-due"), page.locator("#br-fd-04 .jj-due")
    assert "已过期 9 天" in first.text_content()
    assert "今天到期" in fourth.text_content()
    assert "快到了，还有 4 天" in page.locator("#br-fd-07 .jj-due").text_content()
    assert "已过期" in page.locator(".jj-dates-sum").inner_text()
    assert "已过期" in page.locator(".jj-next").inner_text()

    page.locator("#br-fd-01-box").check()
    assert "过期" not in first.text_content()
    page.clock.set_fixed_time("2026-09-15T00:10:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "已过期 1 天" in fourth.text_content()


@pytest.mark.parametrize(
    ("date", "says", "chip"),
    [
        ("2026-10-14", "转引", "转引"),
        ("2031-03-12", "2031 年放假安排还没有登记，工作日只扣了周末。", "待核"),
        ("2030-01-03", "2029 年放假安排还没有登记", "待核"),
    ],
)
def test_an_unsure_calendar_is_admitted(open_page, date, says, chip):
    """放假表没有、没核过，页上说明，用到的日子旁边标出来；没用到的不标。"""
    page = _open(open_page)
    _fill(page, {"大会日": date})

    assert says in page.locator(".jj-dates-warn").inner_text()
    assert page.locator("#br-fd-31 .jj-due .jj-chip").text_content() == chip
    assert page.locator("#br-fd-30 .jj-due .jj-chip").count() == 0


def test_no_words_stick_out_of_the_printed_timetable(open_page):
    """日子后面跟着“转引”的，印出来也不压到旁边一栏。"""
    page = _open(open_page, width=600)  # A4 竖排除去页边
    _fill(page, {"大会日": "2026-10-14"})
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="日程表").click()
    page.get_by_role("button", name="打印这张表").click()
    page.emulate_media(media="print")

    cells = page.locator(".jj-print-root td")
    assert "转引" in " ".join(cells.all_inner_texts())
    assert (
        cells.evaluate_all("all => all.filter(n => n.scrollWidth > n.clientWidth + 1).length") == 0
    )


def test_a_wrong_date_changes_nothing_and_an_empty_one_clears(open_page):
    """写坏的日子不存，说一声；清空了，排的日子也收起来。"""
    page = _open(open_page)
    _fill(page, {"大会日": "2026-10-14"})
    field = page.get_by_label("大会日", exact=True)
    field.evaluate("n => { n.value = '0206-10-14'; n.dispatchEvent(new Event('change')) }")
    assert "没有存" in page.locator(".jj-dates-bad:visible").inner_text()
    assert page.locator("#br-fd-35 .jj-due time").get_attribute("datetime") == "2026-10-14"

    field.fill("")
    field.blur()
    assert page.locator("#br-fd-35 .jj-due").is_hidden()
    page.reload()
    assert page.locator("#br-fd-35 .jj-due").is_hidden()


def _events(data: bytes) -> dict[str, icalendar.Event]:
    """编号 → 事件；一行不超过 75 个字节，行尾都是回车换行。"""
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
    calendar = icalendar.Calendar.from_ical(data)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == len(calendar.walk("VEVENT"))
    return events


def _calendar(page, tmp_path) -> dict[str, icalendar.Event]:
    with page.expect_download() as download:
        page.get_by_role("button", name="下载日历").click()
    assert download.value.suggested_filename.endswith("日程.ics")
    path = tmp_path / "days.ics"
    download.value.save_as(path)
    return _events(path.read_bytes())


def test_the_calendar_file(dated, tmp_path):
    """日历文件：没了结的都在，办完的不在，前一天上午九点提醒；改了日子再下载，还是那几件事。"""
    page = dated()
    _fill(page, {"大会日": "2026-10-14"})
    before = _calendar(page, tmp_path)
    shown = page.locator(".jj-due:visible").count()
    assert len(before) == shown > 5
    uid, one = next((uid, e) for uid, e in before.items() if uid.startswith("br-fd-35."))
    assert (one.decoded("DTSTART"), one.decoded("DTEND")) == (
        _day("2026-10-14"),
        _day("2026-10-15"),
    )
    assert str(one["SUMMARY"]) == page.locator("#br-fd-35 label").first.text_content()
    assert "BR-FD-35" in str(one["DESCRIPTION"])
    (alarm,) = one.walk("VALARM")
    assert alarm.decoded("TRIGGER") == datetime.timedelta(hours=-15)

    page.locator("#br-fd-35-box").check()
    _fill(page, {"大会日": "2026-11-14"})
    after = _calendar(page, tmp_path)
    assert after.keys() == before.keys() - {uid}
    assert all(after[k].decoded("DTSTART") > before[k].decoded("DTSTART") for k in after)
    assert all(after[k]["SEQUENCE"] >= before[k]["SEQUENCE"] for k in after)


_day = datetime.date.fromisoformat


def test_wechat_gets_no_dead_buttons(open_page):
    """微信里没有下载、打印这些点了没反应的按钮；日程能复制，教人换浏览器。"""
    page = _open(open_page, user_agent=WECHAT)
    _fill(page)
    page.get_by_role("button", name="日程表", exact=True).click()
    panel = page.locator(".jj-panel", has=page.get_by_label("大会日", exact=True))

    assert panel.get_by_role("button", name=re.compile("下载|打印")).count() == 0
    assert panel.get_by_role("button", name="复制日程").is_visible()
    assert "在浏览器打开" in panel.inner_text()


def test_the_timetable_prints_alone(open_page, tmp_path):
    """日程表：按日子排，单独印成几页，没有别的东西，印完网页还原。"""
    page = _open(open_page)
    page.evaluate("window.print = () => {}")
    _fill(page)
    page.get_by_role("button", name="日程表", exact=True).click()
    page.get_by_role("button", name="打印这张表").first.click()
    path = tmp_path / "days.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = text.split("\f")[:-1]
    days = re.findall(r"2026-\d\d-\d\d(?= 周)", text)

    assert len(days) == page.locator(".jj-due:visible").count()
    assert days == sorted(days)
    assert 1 <= len(sheets) <= 3
    assert all(sheet.strip() for sheet in sheets)
    assert "怎么做" not in text
    assert "接下来做" not in text
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.wait_for_timeout(1300)
    assert page.locator(".jj-print-root").count() == 0
    assert page.locator("html[data-print]").count() == 0


@pytest.mark.parametrize("options", [{"width": 320}, {"width": 360, "dark": True}, {}], ids=str)
def test_the_open_panel_fits_and_is_accessible(open_page, root, options):
    """面板展开后：窄屏不用左右拖，axe 查不出严重毛病。"""
    page = _open(open_page, **options)
    _fill(page)
    page.get_by_role("button", name="日程表", exact=True).click()

    assert page.evaluate("document.documentElement.scrollWidth") <= options.get("width", 1280)
    page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run('.jj-panels', {resultTypes: ['violations']})")["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:160]) for v in found] == []


def test_only_lists_with_workdays_carry_the_calendar(site, library):
    """要数工作日的清单才带放假表。"""
    for page in library.of_kind("checklist"):
        items = [library.resolved(page, item) for item in page.items]
        wants = any(i.deadline and i.deadline.unit == "工作日" for i in items)
        url = page.path.removesuffix(".md") + "/index.html"
        assert ("data-calendar" in (site / url).read_text("utf-8")) == wants, page.path
