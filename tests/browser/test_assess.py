"""打分：填得上、算得对、等次说得清，图后面有表，各期留得住、比得了。"""

import re
import subprocess

import pytest
from workbench import panel

from jianjia.model import Checklist, get

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def assessment(library) -> Checklist:
    """第一张至少三部分的评估清单。"""
    found = [
        page
        for page in library.of_kind("checklist")
        if page.meta.type == "assessment" and len(page.stages) >= 3 and page.meta.grades
    ]
    if not found:
        pytest.skip("还没有评估清单")
    return found[0]


@pytest.fixture(params=[False, True], ids=["网上", "U盘"])
def scored(request, open_page, assessment):
    """打开评估清单，展开“得分和等次”和“各期记录”。"""

    def open_(**options):
        return _open(open_page, assessment, local=request.param, **options)

    return open_


def _open(open_page, checklist, *, local=False, **options):
    path = checklist.path.removesuffix(".md") + (".html" if local else "/")
    page = open_page(path, local=local, **options)
    for title in ("得分和等次", "各期记录"):
        panel(page, title)
    return page


def _items(checklist, library):
    found = [library.resolved(checklist, item) for item in checklist.items]
    return [(item.id, int(get(item, "分值"))) for item in found if get(item, "分值").isdigit()]


def _score(page, ident: str, points: object) -> None:
    field = page.locator(f'[data-item="{ident}"] .jj-points-input')
    field.fill(str(points))
    field.blur()


def _close(page, name: str) -> None:
    page.get_by_label("名称", exact=True).locator("visible=true").fill(name)
    page.get_by_role("button", name=re.compile("^结束")).click()


def test_the_sum_and_the_grade(scored, assessment, library):
    """每项打九成：得分、得分率、等次都对，规则写在旁边；刷新还在。"""
    items = _items(assessment, library)
    page = scored()
    for ident, full in items:
        _score(page, ident, full * 0.9 if (full * 9) % 10 == 0 else full)
    page.reload()
    page.locator("summary", has_text="得分和等次").click()
    full = sum(points for _, points in items)
    got = sum(n * 0.9 if (n * 9) % 10 == 0 else n for _, n in items)
    grades = sorted(assessment.meta.grades.items(), key=lambda pair: -pair[1])
    grade = next(name for name, least in grades if got * 100 >= least * full - 1e-9)

    total = page.locator(".jj-score-total").inner_text()
    assert f"得 {round(got, 1):g} / {full} 分" in total
    assert f"“{grade}”" in total
    rule = page.locator(".jj-score-rule").inner_text()
    assert all(f"{least}% 及以上" in rule for _, least in grades)
    assert page.locator("[data-progress]").inner_text().count("都办完了") == 1


def test_wrong_points_are_refused_and_unrated_is_not_zero(scored, assessment, library):
    """超过满分、两位小数不存，说一声；没评的不当零分；删掉分数就是没评。"""
    (first, full), (second, _), *_ = _items(assessment, library)
    page = scored()
    for bad in (full + 1, -1, 0.25):
        _score(page, first, bad)
        assert "没有存" in page.locator(f'[data-item="{first}"] .jj-points-said').text_content()
    assert "一项还没评" in page.locator(".jj-score-total").inner_text()

    _score(page, first, full)
    assert f"得 {full} / {full} 分，得分率 100%" in page.locator(".jj-score-total").inner_text()
    assert "评完才算数" in page.locator(".jj-score-total").inner_text()
    _score(page, second, 0)
    _score(page, first, "")
    assert "得分率 0%" in page.locator(".jj-score-total").inner_text()


def test_the_charts_have_words_and_a_table(scored, assessment, library):
    """两张图都有名字，数字都在表里；行内样式一个也没有。"""
    page = scored()
    for ident, full in _items(assessment, library):
        _score(page, ident, full / 2)
    charts = page.locator("svg.jj-chart")
    assert charts.count() == 2
    for chart in charts.all():
        assert chart.get_attribute("role") == "img"
        assert "50%" in chart.get_attribute("aria-label")
    rows = page.locator(".jj-score-table tbody tr").all_inner_texts()
    assert len(rows) == len(assessment.stages) + 1
    assert all("50%" in row for row in rows)
    assert page.locator(".jj-checklist [style]").count() == 0


def test_the_first_things_to_mend(scored, assessment, library):
    """丢分最多的排第一，链接指到那一项。"""
    items = _items(assessment, library)
    page = scored()
    for ident, full in items:
        _score(page, ident, full)
    worst = max(items, key=lambda item: item[1])[0]
    _score(page, worst, 0)

    links = page.locator(".jj-mend li")
    assert links.count() == 1
    assert links.locator("a").first.get_attribute("href") == f"#{worst.lower()}"


def test_periods_are_kept_and_compared(scored, assessment, library):
    """结束这次：清单从头再用，上次的比得了、看得了；撤销、删去都行；刷新还在。"""
    items = _items(assessment, library)
    page = scored()
    for name, share in (("2025 年度", 2), ("2026 年度", 1)):
        for ident, full in items:
            _score(page, ident, full / share if full % 2 == 0 else full)
        _close(page, name)
        assert page.locator(f'[data-item="{items[0][0]}"] .jj-points-input').input_value() == ""
    assert page.locator(".jj-period").count() == 2
    page.reload()
    for title in ("得分和等次", "各期记录"):
        panel(page, title)
    assert page.locator(".jj-period summary").all_inner_texts()[0].startswith("2026 年度")

    _score(page, items[0][0], 0)
    assert "上次：2026 年度" in page.locator(".jj-panel[open]", has_text="等次怎么定").inner_text()
    assert "降 100" in page.locator(".jj-score-table").inner_text()
    page.locator(".jj-period summary").first.click()
    assert page.locator(".jj-period[open] tbody tr").count() == len(items)

    page.locator(".jj-period[open]").get_by_role("button", name="删去这一期").click()
    assert page.locator(".jj-period").count() == 1
    page.get_by_role("button", name="撤销").locator("visible=true").click()
    assert page.locator(".jj-period").count() == 2


def test_closing_can_be_undone_and_an_empty_one_is_not_kept(scored, assessment, library):
    """没有记录不用结束；结束了撤得回来，分数都在。"""
    ident, full = _items(assessment, library)[0]
    page = scored()
    _close(page, "空的")
    assert page.locator(".jj-period").count() == 0

    _score(page, ident, full)
    _close(page, "2026 年度")
    assert page.locator(".jj-period").count() == 1
    page.get_by_role("button", name="撤销").locator("visible=true").click()
    assert page.locator(".jj-period").count() == 0
    assert page.locator(f'[data-item="{ident}"] .jj-points-input').input_value() == str(full)


def test_the_score_sheet_prints_with_the_charts(open_page, assessment, library, tmp_path):
    """评分表：图、每项得分、合计、签名处都印出来，没有按钮。"""
    page = _open(open_page, assessment)
    page.evaluate("window.print = () => {}")
    for ident, full in _items(assessment, library):
        _score(page, ident, full)
    page.get_by_role("button", name="评分表").click()
    page.get_by_role("button", name="打印这张表").locator("visible=true").click()
    assert page.locator(".jj-print-root svg").count() == 2
    path = tmp_path / "score.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout

    assert text.count(f"{assessment.meta.prefix}-") == len(_items(assessment, library))
    assert "评分人（签名）" in text
    assert "得分率 100%" in text
    assert "下载" not in text


@pytest.mark.parametrize(
    "options", [{"width": 320}, {"width": 360, "dark": True}, {"forced_colors": "active"}], ids=str
)
def test_it_fits_and_is_accessible(open_page, root, assessment, library, options):
    """窄屏、深色、高对比：不用左右拖，axe 查不出毛病。"""
    page = _open(open_page, assessment, **options)
    for ident, full in _items(assessment, library)[:4]:
        _score(page, ident, full)
    _close(page, "2025 年度")
    for ident, full in _items(assessment, library)[:6]:
        _score(page, ident, full)
    page.get_by_role("button", name="评分表").click()

    assert page.evaluate("document.documentElement.scrollWidth") <= options.get("width", 1280)
    page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run('.jj-checklist', {resultTypes: ['violations']})")["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:160]) for v in found] == []


def test_a_periodic_list_remembers_each_period(open_page, library):
    """定期检查：结束这一期，勾都收进去，下一期从头来，以前的看得到。"""
    lists = [p for p in library.of_kind("checklist") if p.meta.type == "periodic"]
    if not lists:
        pytest.skip("还没有定期检查的清单")
    page = open_page(lists[0].path.removesuffix(".md") + "/")
    page.locator("summary", has_text="各期记录").click()
    first = page.locator(".jj-item-head > input").first
    first.check()
    _close(page, "第三季度")

    assert not first.is_checked()
    assert "已办 1 项" in page.locator(".jj-period summary").inner_text()
    page.reload()
    assert not first.is_checked()
    page.locator("summary", has_text="各期记录").click()
    page.locator(".jj-period").first.wait_for()
    assert page.locator(".jj-period").count() == 1
