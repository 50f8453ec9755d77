"""放假表：写得对、对得上法、进得了网页。"""

import datetime
import json

import pytest
from pydantic import ValidationError

from jianjia import calendar
from jianjia.calendar import Year

YEAR = {
    "year": 2026,
    "holidays": [{"name": "元旦", "dates": ["2026-01-01"]}],
    "workdays": ["2026-01-04"],
    "source": "通知",
    "verified": "text",
}
STATUTORY = {"元旦": 1, "春节": 4, "清明节": 1, "劳动节": 2, "端午节": 1, "中秋节": 1, "国庆节": 3}
"""《全国年节及纪念日放假办法》第二条：全体公民放假的节日，共 13 天。"""


def test_every_file_is_named_after_its_year(root, library):
    """一年一个文件，文件名就是年份，都读得出来。"""
    names = sorted(path.stem for path in (root / "data/calendar").glob("*.yml"))

    assert names == [str(year.year) for year in library.registers.calendar]


def test_the_statutory_days_are_all_there(library):
    """只登记法定节日的年份，每个节的天数和办法一样；有调休的年份只多不少。"""
    for year in library.registers.calendar:
        days = {holiday.name: len(holiday.dates) for holiday in year.holidays}
        if year.arranged:
            assert days.keys() == STATUTORY.keys()
            assert all(days[name] >= STATUTORY[name] for name in days), year.year
        else:
            assert days == STATUTORY, year.year
        fixed = {
            f"{year.year}-{day}" for day in ("01-01", "05-01", "05-02", "10-01", "10-02", "10-03")
        }
        assert fixed <= {date for holiday in year.holidays for date in holiday.dates}


def test_a_long_holiday_is_paid_for_by_workdays(library):
    """有调休的年份：多放的工作日，和补班的天数相等。"""
    for year in library.registers.calendar:
        if not year.arranged:
            continue
        off = [datetime.date.fromisoformat(d) for h in year.holidays for d in h.dates]
        # 法定节日遇周末要在工作日补假，所以放掉的工作日 = 13 天 + 补班的天数。
        assert sum(day.weekday() < 5 for day in off) == sum(STATUTORY.values()) + len(year.workdays)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"workdays": ["2027-01-04"]}, "不是 2026 年"),
        ({"workdays": ["2026-01-05"]}, "不是周末"),
        ({"workdays": ["2026-01-04", "2026-01-04"]}, "写了两遍"),
        ({"holidays": [{"name": "元旦", "dates": ["2026-01-04"]}]}, "写了两遍"),
        ({"arranged": False}, "arranged"),
        ({"holidays": [{"name": "元旦", "dates": ["2026-02-30"]}]}, "真实日期"),
        ({"holidays": [{"name": "元旦", "dates": []}]}, ""),
        ({"source": ""}, ""),
        ({"verified": "yes"}, ""),
    ],
)
def test_a_wrong_table_is_refused(change, said):
    """日子写错年份、补班写成工作日、写重了，都指得出来。"""
    with pytest.raises(ValidationError) as caught:
        Year.model_validate({**YEAR, **change})

    assert said in str(caught.value)


def test_what_the_page_carries(library):
    """网页里带的表：放假的日子和节名、补班、全不全、核没核。"""
    table = calendar.for_browser([Year.model_validate(YEAR)])

    assert table == {
        "2026": {
            "off": {"2026-01-01": "元旦"},
            "work": ["2026-01-04"],
            "arranged": True,
            "check": "",
        }
    }
    whole = json.dumps(calendar.for_browser(library.registers.calendar), ensure_ascii=False)
    assert len(whole.encode()) < 4096
