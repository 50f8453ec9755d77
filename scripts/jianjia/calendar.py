"""放假表：``data/calendar/<年>.yml``，一年一个文件。数工作日用。"""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from jianjia.meta import Date

FIRST_YEAR = 1950
"""放假办法 1949 年底才有，更早的年份是写错了。"""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Holiday(_Record):
    """一个节：名称和放假的每一天（周末也写上）。"""

    name: str = Field(min_length=1, description="节名")
    dates: list[Date] = Field(min_length=1, description="放假的每一天")


class Year(_Record):
    """一年的放假安排。"""

    year: int = Field(ge=FIRST_YEAR, le=2199, description="年份，和文件名一样")
    arranged: bool = Field(True, description="false 是只登记了法定节日，没有调休、补班")
    holidays: list[Holiday] = Field(description="放假的节")
    workdays: list[Date] = Field([], description="补班：放在周末的上班日")
    source: str = Field(min_length=1, description="从哪里来的")
    verified: Literal["text", "secondary", "memory"] = Field(
        description="text 读过原文；secondary 转引；memory 凭记忆"
    )
    note: str = Field("", description="说明")

    @model_validator(mode="after")
    def _consistent(self) -> "Year":
        for problem in self._problems():
            raise ValueError(problem)
        return self

    def _problems(self) -> Iterator[str]:
        off = [date for holiday in self.holidays for date in holiday.dates]
        for date in (*off, *self.workdays):
            if not date.startswith(f"{self.year}-"):
                yield f"{date} 不是 {self.year} 年的日子"
            if (*off, *self.workdays).count(date) > 1:
                yield f"{date} 写了两遍"
        for date in self.workdays:
            if datetime.date.fromisoformat(date).weekday() < 5:
                yield f"{date} 不是周末，本来就上班，不用写进 workdays"
        if self.workdays and not self.arranged:
            yield "写了补班（workdays）的，arranged 不能是 false"


CHECKS = {"text": "", "secondary": "转引", "memory": "待核"}
"""用到这张表的日子旁边标什么字。"""


def for_browser(years: Iterable[Year]) -> dict[str, Any]:
    """网页里带的放假表；键名和 ``web/lib/calendar.js`` 里读的一样。"""
    return {
        str(year.year): {
            "off": {date: h.name for h in year.holidays for date in h.dates},
            "work": year.workdays,
            "arranged": year.arranged,
            "check": CHECKS[year.verified],
        }
        for year in sorted(years, key=lambda year: year.year)
    }
