"""虚构的晨禾公司：全部自动算的值、十四个反例，每条校验有过的也有不过的。数据在 data/sample.yml。"""

import copy
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from jianjia.export import payload
from jianjia.expr import Engine
from jianjia.library import Library
from jianjia.model import Template
from jianjia.registers import Check

DERIVED = {
    "prep_group": "示例市晨禾精密部件有限公司工会筹备组",
    "prep_leader": "林若谷",
    "union_name": "示例市晨禾精密部件有限公司工会委员会",
    "union_short": "晨禾精密工会",
    "members_total": 156,
    "members_female": 58,
    "join_rate": "92.9%",
    "organizer": "示例市晨禾精密部件有限公司工会筹备组",
    "pre_code": "晨禾工筹",
    "meeting_form": "会员代表大会",
    "meeting_name": "示例市晨禾精密部件有限公司工会第一次会员代表大会",
    "expected": 36,
    "leave_count": 1,
    "quorum_min": 24,
    "majority_min": 19,
    "quorum_ok": "达到法定人数，可以选举",
    "committee_cand_n": 8,
    "committee_extra": 1,
    "committee_extra_rate": "14.3%",
    "audit_mode": "等额",
    "notice_end": "2026-04-14",
    "notice_workdays": 5,
    "c_valid": 34,
    "a_valid": 35,
    "elected_committee": "丁禾生、王砚秋、田小满、何知远、沈青岚、林若谷、梁晚晴",
    "elected_audit": "方听澜、郭南枝、韩叙白",
    "women_org": "女职工委员会",
    "term_start": "2026-04-28",
    "term_end": "2031-04-27",
    "wc_rate": "21.4%",
    "wc_quorum": 24,
    "wc_majority": 19,
    "wc_leave": 2,
    "wc_ok": "达到三分之二，可以开会",
}
"""算例里写明的值；职代会的几样取自职代会档案的示例。"""

Change = Callable[[dict[str, Any]], None]


def put(**changes: Any) -> Change:
    return lambda values: values.update(changes)


def put_in(key: str, row: int, **changes: Any) -> Change:
    return lambda values: values[key][row].update(changes)


def add_to(key: str, **row: Any) -> Change:
    return lambda values: values[key].append(row)


def keep(key: str, count: int) -> Change:
    return lambda values: values.update({key: values[key][:count]})


NEGATIVE = {
    "实到改为23人": (put(present=23), {"V14", "V16"}),
    "委员候选人只报7名（等额）": (keep("committee_candidates", 7), {"V12"}),
    "委员应选改为9名": (put(committee_seats=9), {"V12"}),
    "会员代表改为25名": (put(delegates_total=25), {"V06", "V14"}),
    "公示只挂3天": (put(notice_days=3), {"V10", "V11"}),
    "主席候选人只有1名（企业）": (keep("chair_candidates", 1), {"V11"}),
    "收回36张、发出35张": (put(c_returned=36), {"V16"}),
    "监票人用候选人周既明": (put_in("scrutineers", 0, name="周既明"), {"V17"}),
    "主席填成未当选委员的周既明": (put(chair="周既明"), {"V18"}),
    "法定代表人赵云舟列入委员候选人": (add_to("committee_candidates", name="赵云舟"), {"V08"}),
    "经审候选人与委员候选人重复": (add_to("audit_candidates", name="田小满"), {"V13"}),
    "任期填4年": (put(term_years="4"), {"V22"}),
    "丁禾生弃权多记1票": (put_in("committee_votes", 0, abstain=2), {"V16"}),
    "女会员比女职工多": (put_in("groups", 0, female=21), {"V04"}),
}
"""反例：改一处 → 报哪几条。"""

OTHERS = {
    "V01": put(staff_female=200),
    "V03": keep("prep_members", 2),
    "V07": put(groups=[{"group": f"第{n}组", "members": 3, "female": 1} for n in range(52)]),
    "V09": put(notice_start="2026-05-08"),
    "V19": put(c_valid=30),
    "V30": put(wc_total=20),
    "V35": put(wc_present=20),
}
"""反例里没有碰到的几条，各改一处。V15、V19、V50、V60 要改自动算的值，那时不给填写项。"""

OWN = {
    "V02": ("jh-qingshi", put(member_scope="只设主席或组织员1人")),
    "V05": ("hy-biandong", put(roster_n=150)),
    "V20": ("jh-ruhui-shenqing", put(approve_date="2026-03-01")),
    "V24": ("hj-qingshi", put(plan_date="2031-05-01")),
    "V25": ("jh-qingshi", put(intend_n=200)),
    "V31": ("zdh-qingshi", put_in("topics", 0, kind="")),
    "V32": ("congress-papers", put(doc_date="2026-06-22")),
    "V33": ("zdh-zige", put(mgr_n=10)),
    "V34": ("zdh-tian-biao", keep("seconders", 1)),
    "V36": ("zdh-pingyi-huizong", put(returned=33)),
    "V40": ("xs-huiying", put(answer_date="2026-06-10")),
    "V41": ("xs-huiying", keep("their_reps", 2)),
    "V42": ("xs-songshen", put(submit_date="2026-07-20")),
    "V51": ("jf-zhichu", put(budget_left=100)),
    "V52": ("jf-weiwen", put(amount=600)),
    "V61": ("tj-bilu", put(result="需再次调解", next_date="2026-09-23")),
    "V70": ("zr-mubiao", put_in("items", 0, w=90)),
    "V71": ("aq-xuncha", put_in("rows", 0, finder="")),
}
"""看文书自有的键的几条：校验 → 哪份文书、改哪一处。"""


def failed(library: Library, engine: Engine, values: dict[str, Any]) -> set[str]:
    specs = library.registers.profile.specs.values()
    return {v.id for v in engine.check(shared(library), values, specs) if v.state == "fail"}


def shared(library: Library) -> list[Check]:
    """全部校验；要看文书自有的键的，当作没有算式。"""
    known = {spec.key: spec for spec in library.registers.profile.specs.values()}
    return [payload.suited(check, known) for check in library.registers.checks.values()]


def test_every_derived_value(library: Library, engine: Engine, sample: dict[str, Any]) -> None:
    specs = list(library.registers.profile.specs.values())
    full = engine.derive(specs, sample)

    assert {key: full[key] for key in DERIVED} == DERIVED
    others = {s.key: str(s.example) for s in specs if s.derive and s.key not in DERIVED}
    assert {key: str(full[key]) for key in others} == others


def test_the_sample_is_the_same_as_the_examples(library: Library, sample: dict[str, Any]) -> None:
    """档案里的示例和这家公司是一回事，改一处要两处一起改。"""
    specs = [s for s in library.registers.profile.specs.values() if not s.derive]

    assert {s.key: s.example for s in specs} == sample


def test_delegates_by_group(engine: Engine, sample: dict[str, Any]) -> None:
    text = "largest_remainder(groups, 'members', delegates_total)"

    assert engine.result(text, sample) == [8, 7, 9, 4, 4, 4]


def test_votes_agree(engine: Engine, sample: dict[str, Any]) -> None:
    assert engine.result("total(committee_votes, 'agree')", sample) == 236
    assert engine.result("committee_seats * (c_returned - c_invalid)", sample) == 238
    assert engine.result("total(audit_votes, 'agree')", sample) == 102


def test_nothing_is_wrong_with_the_sample(
    library: Library, engine: Engine, sample: dict[str, Any]
) -> None:
    specs = library.registers.profile.specs.values()
    checks = [check for check in shared(library) if check.expr]

    assert {v.id for v in engine.check(checks, sample, specs) if v.state != "pass"} == set()


def verdicts(
    library: Library, engine: Engine, page: Template, change: Change | None = None
) -> dict[str, str]:
    """一份文书照示例填好（再改一处），各条校验的结果。"""
    specs = list(library.specs(page).values())
    values = {
        s.key: copy.deepcopy(payload.sampled(library, page.slug, s)) for s in specs if not s.derive
    }
    if change:
        change(values)
    return {v.id: v.state for v in engine.check(payload.checks_of(library, page), values, specs)}


def templates(library: Library) -> dict[str, Template]:
    pages = library.of_kind("template")
    return {page.slug: page for page in pages if isinstance(page, Template)}


def test_nothing_is_wrong_with_any_filled_document(library: Library, engine: Engine) -> None:
    """每一份照示例填好，有算式的校验条条通过。"""
    for slug, page in templates(library).items():
        assert set(verdicts(library, engine, page).values()) <= {"pass", "manual"}, slug


def test_the_sample_of_reelection_is_the_second_term(library: Library, engine: Engine) -> None:
    """换届的示例是同一家公司五年后：由本届工会署名，日期前后接得上，校验条条通过。"""
    specs = list(library.registers.profile.specs.values())
    given = {s.key: payload.sampled(library, "", s, "reelection") for s in specs if not s.derive}
    full = engine.derive(specs, given)
    checks = [check for check in shared(library) if check.expr]

    assert full["organizer"] == full["union_name"] == "示例市晨禾精密部件有限公司工会委员会"
    assert full["meeting_name"] == "示例市晨禾精密部件有限公司工会第二次会员代表大会"
    assert (full["pre_code"], full["term_end"]) == ("晨禾工", "2036-03-12")
    assert {v.id for v in engine.check(checks, given, specs) if v.state != "pass"} == set()


@pytest.mark.parametrize("name", OWN)
def test_checks_on_own_fields_fail(library: Library, engine: Engine, name: str) -> None:
    slug, change = OWN[name]
    page = templates(library)[slug]

    assert verdicts(library, engine, page)[name] == "pass"
    assert verdicts(library, engine, page, change)[name] == "fail"


@pytest.mark.parametrize("name", NEGATIVE)
def test_negative(library: Library, engine: Engine, sample: dict[str, Any], name: str) -> None:
    change, expected = NEGATIVE[name]
    values = copy.deepcopy(sample)
    change(values)

    assert failed(library, engine, values) == expected


def test_base_is_those_who_should_come(
    library: Library, engine: Engine, sample: dict[str, Any]
) -> None:
    """梁晚晴得 18 票：照有效票（34 张）算过半，照应到（36 人）不过半，不当选。"""
    values = copy.deepcopy(sample)
    values["committee_votes"][7].update(agree=18, disagree=14)
    full = engine.derive(library.registers.profile.specs.values(), values)

    assert "梁晚晴" not in full["elected_committee"]
    assert full["elected_committee"].count("、") == 5
    assert engine.result("18 >= 34 / 2 + 1", {}) is True


def test_every_check_fails_somewhere(
    library: Library, engine: Engine, sample: dict[str, Any]
) -> None:
    """每条有算式的校验，都有不过的例子（过的例子就是上面的算例）。"""
    seen: set[str] = set(OWN)
    for change in (*(c for c, _ in NEGATIVE.values()), *OTHERS.values()):
        values = copy.deepcopy(sample)
        change(values)
        seen |= failed(library, engine, values)
    # 自动算的值总对得上，另给一份不认填写项的。
    raw = {"majority_min": 18, "expected": 36, "committee_seats": 7, "c_valid": 30}
    raw["committee_votes"] = sample["committee_votes"]
    raw.update(begin=18000, surplus=500, end_surplus=18600)
    raw.update(month_income=5000, family_n=3, per_income=1700)
    computed = checks_of(library, "V15", "V19", "V50", "V60")
    seen |= {v.id for v in engine.check(computed, raw) if v.state == "fail"}

    assert {c.id for c in library.registers.checks.values() if c.expr} - seen == set()


def checks_of(library: Library, *ids: str) -> list[Check]:
    return [library.registers.checks[key] for key in ids]


def test_nothing_filled_is_never_wrong(library: Library, engine: Engine) -> None:
    """一个字没填，没有一条说不对；填一样，说得准的才说。"""
    specs = library.registers.profile.specs.values()

    assert failed(library, engine, {}) == set()
    verdicts = engine.check(
        checks_of(library, "V09"),
        {"notice_start": "2026-05-08", "notice_days": 3, "meeting_date": "2026-04-28"},
        specs,
    )
    assert verdicts[0].state == "fail"


def test_half_filled_documents_say_what_is_missing(
    library: Library, engine: Engine, sample: dict[str, Any]
) -> None:
    specs = library.registers.profile.specs.values()
    values = {k: v for k, v in sample.items() if k not in {"present", "delegates_total"}}
    full = engine.derive(specs, values)

    assert (full["expected"], full["quorum_min"], full["quorum_ok"]) == (None, None, None)
    states = {v.id: v.state for v in engine.check(shared(library), values, specs)}
    assert states["V14"] == "unknown"
    assert states["V12"] == "pass"
    assert states["V05"] == "manual"


def test_bands_are_registered(library: Library) -> None:
    """名额档次的依据都登记过，前后接得上，名额不倒着来。"""
    from jianjia.citation import find

    bands = library.registers.bands
    for rows in (bands.committee, bands.delegates):
        assert rows
        assert rows[-1].end is None
        for row, after in itertools.pairwise(rows):
            assert row.end is not None
            assert row.end + 1 == after.start
            assert row.low < row.high <= after.high
        for row in rows:
            cite = next(find(row.basis))
            law = library.registers.laws.find(cite.law)
            assert law
            assert law.entries(cite), row.basis
