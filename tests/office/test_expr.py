"""算式：Python、浏览器、CEL 的参考实现三家对答案；没填全不出错；仓库里的每一条都读得懂、算得对。"""

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianjia import document, expr
from jianjia.export import payload
from jianjia.expr import Engine
from jianjia.formula import functions, numbers, syntax
from jianjia.formula.numbers import Dec
from jianjia.formula.syntax import Unreadable
from jianjia.library import Library
from jianjia.model import Column, FieldSpec, Policy, Template, When
from jianjia.registers import Check

Twin = Callable[..., Any]
ROWS = [
    {"name": "甲", "agree": 30, "disagree": 3, "abstain": 1, "money": "0.1", "day": "2026-04-01"},
    {"name": "乙", "agree": 20, "disagree": 10, "abstain": 4, "money": "0.2", "day": "2026-05-01"},
    {"name": "丙", "agree": 34, "disagree": 0, "abstain": 0, "money": "1000.05"},
]
VALUES = {
    "n": 36,
    "zero": 0,
    "big": 9007199254740991,
    "neg": -7,
    "s": "甲乙",
    "empty": "",
    "d": "2026-02-28",
    "l": ["甲", "乙", "甲"],
    "k": [3, 1, 2],
    "rows": ROWS,
    "none": [],
    "yes": True,
    "m": 0.1,
}
"""没有登记的值；缺的就是没填。"""

# —— 一条一条的例子 ——

CASES = [
    ("1 + 2 * 3 - 4 / 2", 5),
    ("7 / 2", 3),
    ("neg / 2", -3),
    ("neg % 4", -3),
    ("0.1 + 0.2", "0.3"),
    ("0.1 * 3 == 0.3", True),
    ("m + 0.2", "0.3"),
    ("1234.56 * 10000 * 0.02", "246912"),
    ("100.00 / 3", "33.333333"),
    ("2 / 3.0", "0.666667"),
    ("1 == 1.0", True),
    ("1 / 0", None),
    ("5 % 0", None),
    ("big + 1", None),
    ("big * 2", None),
    ("-big - 1", None),
    ("missing", None),
    ("missing + 1", None),
    ("missing == missing", None),
    ("missing > 1 && false", False),
    ("missing > 1 && true", None),
    ("true || missing", True),
    ("missing || false", None),
    ("missing ? 1 : 2", None),
    ("yes ? missing : 2", None),
    ("yes ? 1 : missing", 1),
    ("!missing", None),
    ("n > 0 ? '会员代表大会' : '会员大会'", "会员代表大会"),
    ("'第' + cn_num(1) + '次'", "第一次"),
    ("'a' + 1", None),
    ("s < '丙'", False),
    ("'𠮷' < '\uffff'", False),
    ("size('𠮷a')", 2),
    ("size(rows)", 3),
    ("rows[0].name", "甲"),
    ("rows[3].name", None),
    ("rows[0].toString", None),
    ("rows.filter(r, r.agree >= 30)[1].name", "丙"),
    ("rows.map(r, r.name)", ["甲", "乙", "丙"]),
    ("rows.map(r, r.day)", None),
    ("rows.exists(r, r.agree == 20)", True),
    ("rows.all(r, r.agree > 20)", False),
    ("rows.exists_one(r, r.name == '甲')", True),
    ("has(rows[2].day)", False),
    ("'乙' in l", True),
    ("3 in [1, 2]", False),
    ("ceil_div(n * 2, 3)", 24),
    ("ceil_div(neg, 2)", -3),
    ("ceil_div(1, zero)", None),
    ("pct(149, 168)", "88.7%"),
    ("pct(1, 3)", "33.3%"),
    ("pct(2, 2)", "100.0%"),
    ("pct(1, 2000)", "0.1%"),
    ("pct(1, zero)", "—"),
    ("pct(49999, 100000)", "50.0%"),
    ("pct(123499999, 1000000000)", "12.3%"),
    ("total(rows, 'agree')", 84),
    ("total(none, 'agree')", 0),
    ("total(rows, 'name')", None),
    ("total(missing, 'agree')", None),
    ("col(rows, 'day')", ["2026-04-01", "2026-05-01"]),
    ("count_if(rows, 'name', '甲')", 1),
    ("count_if(rows, 'agree', 30)", 1),
    ("names(rows)", "甲、乙、丙"),
    ("names(l)", "甲、乙、甲"),
    ("names(none)", ""),
    ("overlap(l, ['甲', '丁'])", ["甲", "甲"]),
    ("plus(s, l, [1])", ["甲乙", "甲", "乙", "甲", 1]),
    ("split('甲、乙', '、')", ["甲", "乙"]),
    ("split(empty, '、')", []),
    ("join(k, '、')", "3、1、2"),
    ("join(rows, '、')", None),
    ("sum(k)", 6),
    ("sum(l)", None),
    ("min(k)", 1),
    ("max(1, 2.5, 2)", "2.5"),
    ("min(none)", None),
    ("avg(rows, 'agree')", "28"),
    ("avg(none, 'agree')", None),
    ("round(2.345, 2)", "2.35"),
    ("round(-2.345, 2)", "-2.35"),
    ("round(2.5)", "3"),
    ("round(7, 2)", 7),
    ("sum_product(rows, 'agree', 'disagree')", 290),
    ("date_add(d, 1, 'day')", "2026-03-01"),
    ("date_add('2024-02-29', 1, 'year')", "2025-02-28"),
    ("date_add('2026-01-31', 1, 'month')", "2026-02-28"),
    ("date_add('2026-01-31', -2, 'month')", "2025-11-30"),
    ("date_add(d, 1, 'week')", None),
    ("date_add('2026-02-30', 1, 'day')", None),
    ("date_add(d, 900000, 'day')", None),
    ("days_between(d, '2026-03-01')", 1),
    ("workdays('2026-04-08', '2026-04-14')", 5),
    ("workdays('2026-04-11', '2026-04-12')", 0),
    ("workdays('2026-04-14', '2026-04-08')", 0),
    ("last_day([], 'day', 'n')", None),
    ("cn_num(99)", "九十九"),
    ("cn_num(0)", None),
    ("cn_num(100)", None),
    ("cn_money(20000)", "贰万元整"),
    ("cn_money(1234.56)", "壹仟贰佰叁拾肆元伍角陆分"),
    ("cn_money(1000.05)", "壹仟元零伍分"),
    ("cn_money(0.05)", "伍分"),
    ("cn_money(zero)", "零元整"),
    ("cn_money(-3.5)", "负叁元伍角整"),
    ("cn_money(100000001)", "壹亿零壹元整"),
    ("cn_money(12345000000000)", "壹拾贰万叁仟肆佰伍拾亿元整"),
    ("cn_money(1.005)", "壹元零壹分"),
    ("names(elected(rows, 2, 19))", "甲、丙"),
    ("names(elected(rows, 3, 25))", "甲、丙"),
    ("elected([], 2, 19)", []),
    ("rows_sum_to(rows, 34)", True),
    ("rows_sum_to(rows, 33)", False),
    ("rows_sum_to(l, 33)", None),
    ("largest_remainder(rows, 'agree', 7)", [2, 2, 3]),
    ("largest_remainder(rows, 'disagree', 2)", [1, 1, 0]),
    ("largest_remainder(none, 'agree', 7)", None),
    ("seats_range(24)", "3—5人"),
    ("seats_range(200)", "3—7人"),
    ("seats_range(201)", "7—15人"),
    ("seats_range(zero)", None),
    ("delegates_range(99)", "开会员大会"),
    ("delegates_range(156)", "30—40人"),
    ("delegates_range(60000)", "180—240人"),
    ("in_seat_range(156, 7)", True),
    ("in_seat_range(156, 9)", False),
    ("in_delegate_range(156, 36)", True),
    ("in_delegate_range(156, 25)", False),
    ("in_delegate_range(99, 0)", True),
    ("int('12')", 12),
    ("int(12.9)", 12),
    ("int('12.5')", None),
    ("double(3) / 2", "1.5"),
    ("string(3) + '人'", "3人"),
    ("s.contains('乙')", True),
    ("s.startsWith('甲')", True),
    ("unknown_function(1)", None),
    ("ceil_div(1)", None),
    ("constructor", None),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_value(engine: Engine, text: str, value: Any) -> None:
    found = engine.result(text, VALUES)

    assert (found, type(found)) == (value, type(value))


def test_values_are_the_same_in_the_browser(twin: Twin, bands: dict[str, Any]) -> None:
    nodes = [syntax.parse(text) for text, _ in CASES]

    twin("keep", bands=bands, nodes=nodes)
    assert twin("formulas", values=VALUES) == [v for _, v in CASES]


def test_tie_is_said_in_words(engine: Engine) -> None:
    tied = {"rows": [{"name": "甲", "agree": 20}, {"name": "乙", "agree": 20}]}

    assert engine.result("elected(rows, 1, 19)", tied) == functions.TIE
    assert engine.result("names(elected(rows, 1, 19))", tied) == functions.TIE


def test_every_group_gets_a_delegate(engine: Engine) -> None:
    """人少的小组也有一名；小组比名额还多，凑不出来，合计就对不上（V07）。"""
    rows = [{"n": 100}, {"n": 50}, {"n": 2}]

    assert engine.result("largest_remainder(rows, 'n', 10)", {"rows": rows}) == [6, 3, 1]
    assert engine.result("sum(largest_remainder(rows, 'n', 2))", {"rows": rows}) == 3


# —— 读 ——


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("", 1, "少了一个值"),
        ("1 +", 4, "少了一个值"),
        ("(1", 3, "应当是“)”"),
        ("1 2", 3, "多出了“2”"),
        ("a ? 1", 6, "应当是“:”"),
        ("'甲", 1, "不认识“'”"),
        ("甲 + 1", 1, "不认识“甲”"),
        ("a.b(1)", 5, "不认识“.b()”"),
        ("has(a)", 7, "甲.名称"),
        ("1234567890123456", 1, "数太长"),
        ("'\\x'", 1, "不认识“"),
        ("(" * 60 + "1" + ")" * 60, 50, "套得太深"),
        ("1" * 3000, 2000, "太长"),
        ("a in", 5, "少了一个值"),
        ("a.filter(1, true)", 10, "应当是名称"),
    ],
)
def test_unreadable(text: str, column: int, said: str) -> None:
    with pytest.raises(Unreadable, match=said.replace("(", r"\(").replace(")", r"\)")) as error:
        syntax.parse(text)

    assert abs(error.value.column - column) <= 1


def test_unreadable_never_reaches_the_caller(engine: Engine) -> None:
    specs = [FieldSpec("a", "甲", derive="1 +")]

    assert engine.derive(specs, {}) == {"a": None}
    assert engine.evaluate("1 +", {}) is False
    assert (
        engine.check([Check(id="V99", level="warn", says="", expr="1 +")], {})[0].state == "unknown"
    )


def test_names_and_calls() -> None:
    node = syntax.parse("rows.filter(r, r.role == lead && x in l)[0].name + f(a.b, n[i])")

    assert sorted(set(syntax.names(node))) == ["a", "i", "l", "lead", "n", "rows", "x"]
    assert list(syntax.calls(node)) == [("f", 2)]


# —— 自动算的：次序、转圈、没填 ——


def spec(key: str, kind: str = "整数", derive: str = "", **more: Any) -> FieldSpec:
    return FieldSpec(key, key, kind, derive=derive, **more)


def test_order_does_not_matter(engine: Engine) -> None:
    specs = [spec("c", derive="b * 2"), spec("b", derive="a + 1"), spec("a")]

    assert engine.derive(specs, {"a": "3"}) == {"a": "3", "b": 4, "c": 8}
    assert engine.derive(specs, {"a": None, "b": 9}) == {"a": None, "b": None, "c": None}


def test_a_person_may_overrule_a_formula(
    engine: Engine, twin: Twin, bands: dict[str, Any], library: Library
) -> None:
    specs = [spec("a"), spec("b", derive="a + 1"), spec("c", derive="b * 2")]
    values = {"a": 3, "b": "10", "_own": ["b"]}
    twin("keep", bands=bands, specs=payload.specs_of(specs, library), nodes=["b", "c"])

    assert engine.derive(specs, values) == {"a": 3, "b": 10, "c": 20, "_own": ["b"]}
    assert engine.derive(specs, values | {"b": ""})["b"] == 4
    assert twin("formulas", values=values) == [10, 20]


def test_circles_are_missing_and_reported(engine: Engine) -> None:
    specs = [spec("a", derive="b + 1"), spec("b", derive="a + 1"), spec("c", derive="c")]

    assert engine.derive(specs, {"a": 1, "b": 2, "c": 3}) == {"a": None, "b": None, "c": None}
    assert {fault.key for fault in expr.faults(specs)} == {"a", "b", "c"}


def test_faults_are_said_in_chinese() -> None:
    specs = [
        spec("a", derive="x + 1"),
        spec("b", derive="f(1)"),
        spec("c", derive="pct(1)"),
        spec("d", derive="1 +"),
    ]

    assert [(f.key, f.message) for f in expr.faults(specs)] == [
        ("a", "没有键为“x”的填写项"),
        ("b", "没有“f”这个函数"),
        ("c", "“pct”的参数个数不对"),
        ("d", "这里少了一个值，写的是“结尾”"),
    ]


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        ("整数", "３６", 36),
        ("整数", "1,036", 1036),
        ("整数", " 36 ", 36),
        ("整数", "36.0", 36),
        ("整数", "36.5", None),
        ("整数", "36人", None),
        ("整数", True, None),
        ("整数", 10**20, None),
        ("小数", "3.50", Dec(35, 1)),
        ("小数", 3, Dec(3, 0)),
        ("金额", "1，234.50", Dec(12345, 1)),
        ("金额", "-0.00", Dec(0, 0)),
        ("日期", "2026-4-8", "2026-04-08"),
        ("日期", "2026-02-30", None),
        ("日期", "2026-04", None),
        ("文本", 5, "5"),
        ("文本", " \x00 ", None),
        ("单选", "3", "3"),
        ("明细表", [{"n": "3"}, {"n": ""}, {}, {"t": "甲"}], [{"n": 3, "t": ""}, {"t": "甲"}]),
        ("明细表", [], None),
        ("明细表", "不是表", None),
    ],
)
def test_typed(kind: str, given: Any, value: Any) -> None:
    columns = (Column("数", "n", "整数"), Column("字", "t")) if kind == "明细表" else ()

    assert expr.typed(FieldSpec("a", "甲", kind, columns=columns), given) == value


def test_optional_text_and_tables_count_as_empty(engine: Engine) -> None:
    """选填的文字、表没填，当作空；必填的、数和日期没填，说不准。"""
    table = (Column("数", "n", "整数"),)
    specs = [
        spec("t", "文本", required=False),
        spec("r", "明细表", required=False, columns=table),
        spec("n", "整数", required=False),
        spec("must", "文本"),
    ]
    for text, value in [("t == ''", True), ("total(r, 'n')", 0), ("n", None), ("must == ''", None)]:
        assert engine.result(text, {}, specs) == value


def test_results_take_the_declared_type(engine: Engine) -> None:
    specs = [
        spec("text", "文本", derive="1 + 1"),
        spec("money", "金额", derive="10.0 / 4"),
        spec("whole", "整数", derive="5.0"),
        spec("part", "整数", derive="5.5"),
        spec("day", "日期", derive="'2026-13-01'"),
    ]

    assert engine.derive(specs, {}) == {
        "text": "2",
        "money": "2.5",
        "whole": 5,
        "part": None,
        "day": None,
    }


# —— 仓库里的每一条 ——


def _formulas(library: Library) -> Iterator[tuple[str, str, Template | Policy]]:
    for page in (*library.of_kind("template"), *library.of_kind("policy")):
        assert isinstance(page, Template | Policy)
        for found in page.specs:
            if found.derive:
                yield found.key, found.derive, page
        for _, inline in document.inlines(payload.all_parts(page)):
            for item in document.walk(inline):
                if isinstance(item, When) and item.test.startswith("="):
                    yield f"若 {item.test}", item.test[1:], page


def test_every_formula_is_readable(library: Library) -> None:
    faults = []
    for page in (*library.of_kind("template"), *library.of_kind("policy")):
        assert isinstance(page, Template | Policy)
        tests = {key: text for key, text, owner in _formulas(library) if owner is page}
        faults += [
            (page.path, f.key, f.message) for f in expr.faults(library.specs(page).values(), tests)
        ]
    for check in library.registers.checks.values():
        # 算式里的键，要么是档案里的，要么用到它的文书里总有一份全都有。
        places = [list(library.registers.profile.specs.values())]
        for page in library.of_kind("template"):
            assert isinstance(page, Template)
            if check.id in page.meta.checks:
                places.append(list(library.specs(page).values()))
        found = [expr.faults(place, {check.id: check.expr}) for place in places if check.expr]
        if found and all(any(f.key == check.id for f in faulty) for faulty in found):
            faults.append(("data/checks.yml", check.id, check.expr))

    assert faults == []


def test_every_example_is_what_the_formula_gives(library: Library, engine: Engine) -> None:
    """填写项表里自动算的示例，照别的示例真的算得出来。"""
    wrong = []
    for page in (*library.of_kind("template"), *library.of_kind("policy")):
        assert isinstance(page, Template | Policy)
        specs = library.specs(page).values()
        full = engine.derive(
            specs, {s.key: payload.sampled(library, page.slug, s) for s in specs if not s.derive}
        )
        for found in page.specs:
            said = str(found.example or "")
            if found.derive and said and str(full[found.key]) != said:
                wrong.append((page.path, found.key, full[found.key], said))

    assert wrong == []


# —— 乱填 ——

_TEXTS = st.sampled_from(
    [
        "",
        "甲",
        "乙",
        "组长",
        "女",
        "2026-04-28",
        "2026-02-30",
        "36",
        "0",
        "-1",
        "3.5",
        "𠮷",
        "<&>",
        " ",
    ]
)
_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-50, 400), _TEXTS)


def _values(library: Library) -> st.SearchStrategy[dict[str, Any]]:
    """档案里每一项都可能没填、填错类型、填得离谱。"""
    fields = {}
    for found in library.registers.profile.specs.values():
        row = st.fixed_dictionaries({}, optional={c.key: _SCALARS for c in found.columns})
        fields[found.key] = (
            st.one_of(st.lists(row, max_size=4), _SCALARS) if found.columns else _SCALARS
        )
    return st.fixed_dictionaries({}, optional=fields)


_QUICK = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def everything(library: Library) -> tuple[list[FieldSpec], list[str], list[Check]]:
    """档案的全部填写项，仓库里的全部算式（去掉重复的），全部校验。"""
    specs = list(library.registers.profile.specs.values())
    texts = list(dict.fromkeys(text.strip() for _, text, _ in _formulas(library)))
    return specs, texts, list(library.registers.checks.values())


def test_random_values_are_the_same_in_the_browser(
    library: Library,
    engine: Engine,
    twin: Twin,
    bands: dict[str, Any],
    everything: Any,
    sample: dict[str, Any],
) -> None:
    specs, texts, checks = everything
    nodes = [syntax.parse(text) for text in [*texts, *(c.expr for c in checks if c.expr)]]
    expressions = [*texts, *(c.expr for c in checks if c.expr)]
    known = expr.by_key(specs)
    twin("keep", bands=bands, specs=payload.specs_of(specs, library), nodes=nodes)

    @_QUICK
    @given(_values(library), st.booleans())
    def run(changes: dict[str, Any], start_empty: bool) -> None:
        values = changes if start_empty else {**sample, **changes}
        scope = engine.full(known, values)
        mine = [expr.shown(engine.value(text, scope.get)) for text in expressions]
        assert twin("formulas", values=values) == mine
        derived = engine.derive(specs, values)
        assert {s.key: derived[s.key] for s in specs if s.derive} == {
            s.key: expr.shown(scope.get(s.key)) for s in specs if s.derive
        }
        for verdict in engine.check(checks, values, specs):
            assert verdict.state in {"pass", "fail", "unknown", "manual"}

    run()


def _expressions() -> st.SearchStrategy[str]:
    """乱写的算式：类型对不对都有。"""
    atoms = st.sampled_from(
        ["n", "zero", "neg", "big", "s", "empty", "d", "l", "k", "rows", "none", "yes", "m", "missing",
         "0", "1", "2", "7", "0.5", "2.25", "'甲'", "''", "'2026-04-28'", "'agree'", "'name'", "'day'", "true", "false"]
    )  # fmt: skip
    binary = st.sampled_from(
        ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in"]
    )

    def grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        call = st.tuples(
            st.sampled_from(sorted(functions.KINDS)), st.lists(inner, min_size=1, max_size=3)
        )
        return st.one_of(
            st.tuples(inner, binary, inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
            st.tuples(inner, inner, inner).map(lambda t: f"({t[0]} ? {t[1]} : {t[2]})"),
            inner.map(lambda x: f"!({x})"),
            inner.map(lambda x: f"-({x})"),
            call.map(lambda t: f"{t[0]}({', '.join(t[1])})"),
            st.tuples(st.sampled_from(["filter", "map", "all", "exists", "exists_one"]), inner).map(
                lambda t: f"rows.{t[0]}(r, r.agree > 20 || {t[1]})"
            ),
            st.tuples(inner, inner).map(lambda t: f"[{t[0]}, {t[1]}]"),
            st.tuples(inner, inner).map(lambda t: f"{t[0]}[{t[1]}]"),
        )

    return st.recursive(atoms, grow, max_leaves=8)


def test_random_formulas_are_the_same_in_the_browser(
    engine: Engine, twin: Twin, bands: dict[str, Any]
) -> None:
    @settings(_QUICK, max_examples=60)
    @given(st.lists(_expressions(), min_size=20, max_size=20))
    def run(texts: list[str]) -> None:
        mine = [engine.result(text, VALUES) for text in texts]
        nodes = [syntax.parse(text) for text in texts]
        twin("keep", bands=bands, nodes=nodes)
        theirs = twin("formulas", values=VALUES)
        assert dict(zip(texts, theirs, strict=True)) == dict(zip(texts, mine, strict=True))

    run()


# —— 数：和分数对 ——


@given(
    st.integers(-(10**9), 10**9),
    st.integers(0, 4),
    st.integers(-(10**6), 10**6),
    st.integers(0, 4),
    st.integers(0, 4),
)
@settings(_QUICK, max_examples=300)
def test_decimals_are_exact(a: int, s: int, b: int, t: int, places: int) -> None:
    x, y = numbers.dec(a, s), numbers.dec(b, t)
    assert x is not None
    assert y is not None
    m, n = Fraction(a, 10**s), Fraction(b, 10**t)

    def exact(value: Any) -> Fraction:
        return Fraction(value.n, 10**value.s)

    assert exact(numbers.add(x, y)) == m + n
    assert exact(numbers.add(x, y, -1)) == m - n
    product = numbers.multiply(x, y)
    assert product is None or exact(product) == m * n
    assert numbers.compare(x, y) == (m > n) - (m < n)
    assert numbers.read(numbers.plain(x)) == (x if x.s else x.n)
    found = numbers.quotient(x, y, places)
    if found is not None:
        unit = Fraction(1, 10**places)
        size = abs(m / n) / unit
        rounded = math.floor(size + Fraction(1, 2)) * unit
        assert abs(exact(found)) == rounded


# —— CEL 的参考实现 ——


def test_it_is_cel(engine: Engine) -> None:
    """整数、文字、真假、列表的算法，和 PyPI 上的 CEL 一样。"""
    cel = pytest.importorskip("cel")
    values = {"a": 7, "b": -3, "s": "甲", "t": "乙", "l": ["甲", "乙"], "yes": True, "no": False,
              "rows": [{"name": "甲", "n": 1}, {"name": "乙", "n": 2}]}  # fmt: skip
    atoms = st.sampled_from([*values, "0", "1", "5", "'甲'", "'x'", "true", "missing"])
    binary = st.sampled_from(
        ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in"]
    )

    def grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.one_of(
            st.tuples(inner, binary, inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
            st.tuples(inner, inner, inner).map(lambda t: f"({t[0]} ? {t[1]} : {t[2]})"),
            # 它把紧挨着的两个“!”抵消了，给真假取负也不报错，所以隔着括号写、只给整数取负。
            inner.map(lambda x: f"!({x})"),
            inner.map(lambda x: f"-(0 + {x})"),
            inner.map(lambda x: f"size([{x}])"),
            st.tuples(inner, inner).map(lambda t: f"[{t[0]}, {t[1]}]"),
            # 逐个看时有一个算不出来，它不照 CEL 的规矩（有一个真就是真），所以里面只写算得出来的。
            st.tuples(
                st.sampled_from(["filter", "map", "all", "exists", "exists_one"]),
                st.sampled_from(["r.n > 1", "r.name == s", "r.name in l", "r.n == a || no"]),
            ).map(lambda t: f"rows.{t[0]}(r, {t[1]})"),
            st.sampled_from(["rows[0].name", "rows[5].name", "rows[0].none", "l[1]", "l[-1]", "int('12')", "string(a)",
                             "'甲乙'.contains(s)", "'甲乙'.startsWith(t)", "has(rows[0].name)"]),
        )  # fmt: skip

    @settings(_QUICK, max_examples=500)
    @given(st.recursive(atoms, grow, max_leaves=6))
    def run(text: str) -> None:
        try:
            expected = cel.evaluate(text, values)
        except Exception:  # noqa: BLE001 —— 它的各种错误，都是“算不出来”
            expected = None
        found = engine.result(text, values)
        assert (found, type(found)) == (expected, type(expected)), text

    run()


def test_every_formula_is_cel(library: Library) -> None:
    """仓库里的每一条，CEL 的参考实现也读得懂。"""
    cel = pytest.importorskip("cel")
    texts = {text.strip() for _, text, _ in _formulas(library)}
    texts |= {check.expr for check in library.registers.checks.values() if check.expr}
    for text in texts:
        cel.compile(text)
        found = set(cel.compile(text).variables())
        assert set(syntax.names(syntax.parse(text))) <= found, text
