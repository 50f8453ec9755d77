"""标题折行。``@`` 开头的是填写项的内容。"""

import pytest

from jianjia.office import titles
from jianjia.office.blocks import Run, text_of, width
from jianjia.office.fill import Piece

UNIT = "示例市晨禾精密部件有限公司"


def fold(*texts: str, capacity: int = 40) -> list[str]:
    pieces = [Piece(Run(text.removeprefix("@")), text.startswith("@")) for text in texts]
    return text_of(titles.fold(pieces, capacity)).split("\n")


def test_short_title_stays_on_one_line() -> None:
    assert fold("关于建立工会的请示") == ["关于建立工会的请示"]


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        (
            ["@示例市样板区总工会", "关于同意", f"@{UNIT}", "筹建工会的批复"],
            ["示例市样板区总工会关于同意", f"{UNIT}筹建工会的批复"],
        ),
        (
            ["@示例市样板区总工会", "关于同意成立", f"@{UNIT}工会委员会", "及选举结果的批复"],
            ["示例市样板区总工会关于同意成立", f"{UNIT}工会委员会", "及选举结果的批复"],
        ),
        (
            ["关于工会委员会、经费审查委员会候选人建议人选的请示"],
            ["关于工会委员会、", "经费审查委员会候选人建议人选的请示"],
        ),
        (
            [f"@{UNIT}", "工会", "@第一届", "委员会委员选票"],
            [f"{UNIT}工会", "第一届委员会委员选票"],
        ),
        (
            ["关于表彰2026年度先进工会小组和优秀工会积极分子的决定"],
            ["关于表彰2026年度先进工会小组", "和优秀工会积极分子的决定"],
        ),
    ],
)
def test_lines_keep_their_sense(pieces: list[str], lines: list[str]) -> None:
    assert fold(*pieces) == lines


def test_book_titles_placeholders_and_numbers_are_not_split() -> None:
    lines = fold("关于印发《职工代表大会实施细则》的通知和【单位全称】2026年12月的补充说明事项")

    assert all(
        any(whole in line for line in lines)
        for whole in ("《职工代表大会实施细则》", "【单位全称】", "2026年12月")
    )


def test_nothing_is_lost_however_long() -> None:
    for text in ("长" * 200, f"关于《{UNIT * 3}》的通知", "x" * 90):
        lines = fold(text)

        assert "".join(lines) == text
        assert all(width(line) <= 40 for line in lines)


def test_styles_survive_folding() -> None:
    pieces = [
        Piece(Run("【上一级工会】", "Field"), True),
        Piece(Run("关于同意成立某某某某某某某某某工会的批复")),
    ]
    runs = titles.fold(pieces, 40)

    assert [run.style for run in runs] == ["Field", ""]
    assert "\n" in text_of(runs)


def test_newlines_in_a_value_do_not_break_the_title() -> None:
    assert fold("@甲\n乙", "的通知") == ["甲乙的通知"]
