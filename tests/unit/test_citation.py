"""引注习惯就是语法。"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianjia.citation import chinese, find, number


def cites(text):
    return [(c.law, c.article or c.topic) for c in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见《工会法》第十一条。", [("工会法", "第十一条")]),
        ("《劳动合同法》第四条第二款", [("劳动合同法", "第四条")]),
        ("《工会法》第十一条、第十二条", [("工会法", "第十一条"), ("工会法", "第十二条")]),
        ("《民法典》第一千二百五十九条", [("民法典", "第一千二百五十九条")]),
        ("《会员代表大会条例》（代表名额）", [("会员代表大会条例", "代表名额")]),
        ("填好《入会申请书》交小组长", [("入会申请书", "")]),
        ("《女职工劳动保护特别规定》附录", [("女职工劳动保护特别规定", "附录")]),
        ("没有书名号的工会法第十一条", []),
    ],
)
def test_citations_are_read_as_people_write_them(text, expected):
    """平常怎么写依据，就怎么认。"""
    assert cites(text) == expected


def test_a_range_covers_every_article_in_between():
    """“第十条至第十三条”里的每一条都算引到了。"""
    articles = {article for _, article in cites("《工会法》第十条至第十三条")}

    assert articles == {"第十条", "第十一条", "第十二条", "第十三条"}


def test_a_citation_knows_where_it_stands():
    """位置要准，链接才加得对地方。"""
    text = "按《工会法》第十一条办"
    cite = next(find(text))

    assert text[cite.start : cite.end] == "《工会法》第十一条"


@given(st.integers(0, 9999))
def test_chinese_numerals_go_there_and_back(n):
    """一万以内的数写成中文再读回来不变。"""
    assert number(chinese(n)) == n


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (102, "一百零二"),
        (110, "一百一十"),
        (1259, "一千二百五十九"),
    ],
)
def test_chinese_numerals_as_laws_write_them(n, text):
    """条号的写法和法条里一样。"""
    assert chinese(n) == text


@given(st.text())
def test_any_text_can_be_searched(text):
    """什么样的文字都不会让它出错。"""
    for cite in find(text):
        assert 0 <= cite.start <= cite.end <= len(text)
