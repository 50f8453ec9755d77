"""落款的位置：GB/T 9704 第 7.3.5 条的算法。单位：宽度半字，缩进百分之一字。"""

import pytest

from jianjia.office import signing
from jianjia.office.blocks import width

DATE = width("2026年4月28日")
LINE = 56


def test_width_counts_han_as_two_and_ascii_as_one() -> None:
    assert width("2026年4月28日") == 13
    assert width("〔2026〕𠮷—") == 12


def test_sealed_short_name_is_centred_on_the_date() -> None:
    names, date = signing.indents([width("示例公司工会")], DATE, sealed=True, line=LINE)

    assert date == 400
    assert names == (425,)
    assert names[0] + 600 / 2 == date + 650 / 2


def test_sealed_long_name_reaches_the_margin_and_the_date_is_centred_on_it() -> None:
    """gbt9704.md 的算例：署名 18 字、日期 6.5 字 → 署名右空 0，日期右空 5.75。"""
    name = "示例市晨禾精密部件有限公司工会筹备组"

    assert signing.indents([width(name)], DATE, sealed=True, line=LINE) == ((0,), 575)


def test_sealed_name_just_fits() -> None:
    """署名比日期长八字，正好顶到版心。"""
    assert signing.indents([DATE + 16], DATE, sealed=True, line=LINE) == ((0,), 400)


def test_unsealed_long_name_puts_the_date_two_characters_to_its_right() -> None:
    names, date = signing.indents([36], DATE, sealed=False, line=LINE)

    assert names == (200,)
    assert date == 1800 - 650
    left_of_name, left_of_date = 2800 - 200 - 1800, 2800 - date - 650
    assert left_of_date - left_of_name == 200


def test_unsealed_short_name_moves_left_and_the_date_keeps_two_characters() -> None:
    names, date = signing.indents([10], DATE, sealed=False, line=LINE)

    assert date == 200
    assert names == (650 + 400 - 500,)
    left_of_name, left_of_date = 2800 - names[0] - 500, 2800 - date - 650
    assert left_of_date - left_of_name == 200


@pytest.mark.parametrize("sealed", [True, False])
def test_overlong_name_never_leaves_the_page(sealed: bool) -> None:
    names, date = signing.indents([70], DATE, sealed=sealed, line=LINE)

    assert names == (0,)
    assert 0 <= date <= 2800 - 650


def test_several_names_sealed_are_each_centred() -> None:
    names, date = signing.indents([20, 12], DATE, sealed=True, line=LINE)

    assert [n + w * 25 for n, w in zip(names, (20, 12), strict=True)] == [date + DATE * 25] * 2


def test_several_names_unsealed_share_their_left_edge() -> None:
    names, _ = signing.indents([36, 12], DATE, sealed=False, line=LINE)

    assert names[0] + 36 * 50 == names[1] + 12 * 50


def test_name_without_a_date() -> None:
    assert signing.indents([12], 0, sealed=True, line=LINE)[0] == (400,)
    assert signing.indents([12], 0, sealed=False, line=LINE)[0] == (200,)
