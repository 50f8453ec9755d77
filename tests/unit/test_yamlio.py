"""YAML 只有一种读法，每处毛病都指得出行列。"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianjia import yamlio


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("012", "012"),
        ("1:30", "1:30"),
        ("2026-11-20", "2026-11-20"),
        ("1_000", "1_000"),
        ("true", True),
        ("25", 25),
        ("1.5", 1.5),
        ("null", None),
        ("'25'", "25"),
    ],
)
def test_scalars_mean_what_they_look_like(text, value):
    """只有 true、false、十进制数和空值是特殊的，其余都是文字。"""
    assert yamlio.load(f"a: {text}").data == {"a": value}


def test_every_value_knows_its_place():
    """第二项的 says 在第 4 行第 5 列。"""
    doc = yamlio.load("articles:\n  - says: 甲\n  -\n    says: 乙\n")

    assert doc.place(("articles", 1, "says")) == (4, 5)


def test_a_missing_key_points_to_its_parent():
    """缺了的键指到它的上一级。"""
    doc = yamlio.load("甲:\n  乙: 1\n")

    assert doc.place(("甲", "丙")) == (1, 1)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: [1", "FM001", 1),
        ("a: 1\n\tb: 2", "FM001", 2),
        ("a: 甲: 乙", "FM001", 1),
        ("a: 1\na: 2", "FM002", 2),
        ("a: &x 1\nb: *x", "FM003", 2),
        ("a: !!python/object/apply:os.system [ls]", "FM004", 1),
        ("a: !custom 1", "FM004", 1),
    ],
)
def test_each_fault_has_its_code_and_line(text, code, line):
    """每种毛病有自己的编号和行号。"""
    problems = yamlio.load(text).problems

    assert [(p.code, p.line) for p in problems] == [(code, line)]


def test_an_alias_bomb_stays_small():
    """别名炸弹不会展开。"""
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{i}: &a{i} [" + ",".join([f"*a{i - 1}"] * 9) + "]" for i in range(1, 12)]
    doc = yamlio.load("\n".join(lines))

    assert {p.code for p in doc.problems} == {"FM003"}
    assert len(repr(doc.data)) < 1000


@pytest.mark.parametrize(
    "text", ["[" * 5000, "{" * 3000, "- " * 3000, "a: " * 100, "\x00", "\ud800"]
)
def test_hostile_input_is_a_problem_not_a_crash(text):
    """恶意的输入只会变成一处毛病。"""
    assert yamlio.load(text).problems


PIECES = st.sampled_from(
    ["a", "键", ": ", ":", "- ", "\n", "  ", "[", "]", "{", "}", '"', "'", "|", ">", "&x", "*x", "!t", "%", "@", "`", "#", "\t",
     "? ", "\\", "---", "...", ",", "甲", "<<", "0", "~", "\x07", "\ud800", "\ufffe"]
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_whatever_is_wrong_is_said_in_chinese(text):
    """随便什么都不出错；话里没有英文句子，行列在文字里面。"""
    lines = text.split("\n")
    for problem in yamlio.load(text).problems:
        assert not re.search("[a-z]{3,} [a-z]{2,}", re.sub("“[^”]*”", "", problem.message))
        assert 1 <= problem.line <= len(lines) + 1
        assert problem.column >= 1


def test_a_control_character_is_pointed_at():
    problem = yamlio.load("标题: 甲\n说明: 乙\x07丙\n").problems[0]

    assert (problem.line, problem.column) == (2, 6)
    assert "U+0007" in problem.message
