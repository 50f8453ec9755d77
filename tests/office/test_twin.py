"""Python 和浏览器同一份值做出同样的字节：每一份文书、制度，每一个文书包，空白的、填好的、乱填的。"""

import hashlib
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianjia import office
from jianjia.export import packs, payload
from jianjia.expr import Engine
from jianjia.library import Library
from jianjia.model import Policy, Template
from jianjia.office import package
from jianjia.office.values import is_missing

Twin = Callable[..., Any]
SHORT = (
    '<b>&"\'{标题}【标题】]]>\x00\x0b\ud800𠮷😀_x0041_\t=HYPERLINK("x")',
    " 　\n\t ",
    "甲\r\n\r乙\n\n丙",
    "123456789012345678",
    "【若 单位全称】甲【否则】乙【完】",
    "=1+1",
    "-0",
    "2026-02-29",
    "１，２３４．５",
    "\udc00\ufffe\u2028\u200b",
    "（附件1）：。",
)
HOSTILE = (*SHORT, "长" * 10000)
"""一万字的很慢，隔几份填一次。"""
PIECES = [
    *"甲乙【】｛｝{}<>&\"'=+-@，。：；（）《》“”、\n\r\t 　0129.年月日",
    "𠮷",
    "\x00",
    "\ud800",
    "\ufffe",
    "第一条",
    "附件",
]


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def pages(library: Library) -> list[Template | Policy]:
    found = (*library.of_kind("template"), *library.of_kind("policy"))
    return [page for page in found if isinstance(page, Template | Policy)]


def samples(library: Library, page: Template | Policy) -> dict[str, Any]:
    """档案和自有的示例，不含自动算的。"""
    specs = library.specs(page).values()
    return {s.key: payload.sampled(library, page.slug, s) for s in specs if not s.derive}


def made(library: Library, engine: Engine, page: Template | Policy, values: Any) -> dict[str, Any]:
    """Python 这一边做出来的，样子同 ``office_server.mjs`` 的回答。"""
    named = library.specs(page)
    specs = list(named.values())
    full = None if values is None else engine.derive(specs, values)
    when = None if full is None else engine.condition(specs, full)
    template = isinstance(page, Template)
    out: dict[str, Any] = {
        "docx": digest(package.docx(office.flow_of(page, named, full, when))),
        "xlsx": digest(office.workbook(page, named, full, when)) if template else False,
        "notes": not template
        and digest(package.docx(office.flow_of(page, named, full, when, notes=True))),
        "verdicts": None,
        "unfilled": None,
    }
    if full is None:
        return out
    own = payload.checks_of(library, page)
    known = {spec.key: spec for spec in specs}
    missing = [known[key] for key in payload.needs(library, page) if is_missing(full.get(key))]
    return out | {
        "verdicts": [[v.id, v.state] for v in engine.check(own, full, specs)],
        "unfilled": [spec.label for spec in missing if spec.required],
        "all": {key: full[key] for key, spec in known.items() if spec.derive},
    }


def compare(twin: Twin, library: Library, engine: Engine, page: Any, values: Any) -> None:
    mine = made(library, engine, page, values)
    data = payload.page_payload(library, page)
    theirs = twin("page", payload=data, values=values)
    derived = mine.pop("all", None)
    if derived is not None:
        used = {spec["key"] for spec in data["document"]["specs"]}
        expected = {key: value for key, value in derived.items() if key in used}
        assert {key: theirs["all"][key] for key in expected} == expected, page.path
    if theirs["docx"] != mine["docx"]:
        # 先比文字，看得出差在哪里。
        named = library.specs(page)
        specs = list(named.values())
        full = None if values is None else engine.derive(specs, values)
        when = None if full is None else engine.condition(specs, full)
        said = office.plain_text(office.flow_of(page, named, full, when))
        assert twin("look", payload=data, values=values)["text"] == said, page.path
    for key, value in mine.items():
        assert theirs[key] == value, f"{page.path} {key}"


def test_every_blank_is_the_same(twin: Twin, library: Library, engine: Engine) -> None:
    for page in pages(library):
        compare(twin, library, engine, page, None)


def test_every_page_filled_with_the_sample_is_the_same(
    twin: Twin, library: Library, engine: Engine
) -> None:
    for page in pages(library):
        compare(twin, library, engine, page, samples(library, page))


def test_nothing_filled_is_the_same(twin: Twin, library: Library, engine: Engine) -> None:
    for page in pages(library)[::4]:
        compare(twin, library, engine, page, {})


def test_hostile_values_are_the_same(twin: Twin, library: Library, engine: Engine) -> None:
    """每一份的每一项、每一格都乱填；各项填的不一样，每种怪字都轮得到。"""
    for n, page in enumerate(pages(library)):
        texts = HOSTILE if n % 12 == 0 else SHORT
        values: dict[str, Any] = {}
        for k, spec in enumerate(library.specs(page).values()):
            text = texts[(n + k) % len(texts)]
            row = {c.key: SHORT[(n + k + i) % len(SHORT)] for i, c in enumerate(spec.columns)}
            values[spec.key] = [row, row] if spec.columns else text
        compare(twin, library, engine, page, values)


def test_any_values_are_the_same(twin: Twin, library: Library, engine: Engine) -> None:
    """随便哪一份，随便填什么。"""
    every = pages(library)
    text = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    value = st.one_of(st.none(), st.booleans(), st.integers(-9999, 9999), text)

    def filled(draw: Callable[..., Any], page: Template | Policy) -> dict[str, Any]:
        values = {}
        for spec in library.specs(page).values():
            if spec.columns and draw(st.booleans()):
                keys = [column.key for column in spec.columns]
                row = st.one_of(text, st.dictionaries(st.sampled_from(keys), value))
                values[spec.key] = draw(st.lists(row, max_size=3))
            elif draw(st.booleans()):
                values[spec.key] = draw(value)
        return values

    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        page = every[data.draw(st.integers(0, len(every) - 1))]
        compare(twin, library, engine, page, filled(data.draw, page))

    run()


def test_two_hundred_rows_are_the_same(twin: Twin, library: Library, engine: Engine) -> None:
    for page in pages(library)[::25]:
        values = samples(library, page)
        for spec in library.specs(page).values():
            if spec.columns:
                row = {c.key: 7 if c.type == "整数" else "甲" for c in spec.columns}
                values[spec.key] = [row] * 200
        compare(twin, library, engine, page, values)


def test_other_branches_are_the_same(twin: Twin, library: Library, engine: Engine) -> None:
    """条件的另一边：开会员大会、换届、没有党组织、票数相等。"""
    for page in pages(library)[::3]:
        values = samples(library, page) | {
            "delegates_total": 0,
            "term_no": 2,
            "party_org": "",
            "unit_type": "事业单位",
            "chair_mode": "会员（代表）大会直接选举",
            "committee_votes": [{"name": n, "agree": 20} for n in "甲乙丙丁戊己庚辛"],
        }
        compare(twin, library, engine, page, values)


def test_the_flow_itself_is_the_same(twin: Twin, library: Library) -> None:
    """字节一样，画预览用的版面块、复制用的文字、印着“示例”的文件也要一样。"""
    for page in pages(library)[::9]:
        named = library.specs(page)
        flow = office.flow_of(page, named)
        marked = replace(flow, sheet=replace(flow.sheet, sample=True))
        theirs = twin("look", payload=payload.page_payload(library, page), values=None)
        mine = asdict(flow)

        assert theirs["text"] == office.plain_text(flow)
        assert theirs["flow"]["sheet"] == mine["sheet"]
        assert theirs["flow"]["blocks"] == _listed(mine["blocks"]), page.path
        assert theirs["sample"] == digest(package.docx(marked))
        draft = replace(flow, sheet=replace(flow.sheet, draft=True))
        assert theirs["draft"] == digest(package.docx(draft))


def _listed(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_listed(item) for item in value]
    return {k: _listed(v) for k, v in value.items()} if isinstance(value, dict) else value


def test_packs_are_the_same(
    twin: Twin, library: Library, engine: Engine, sample: dict[str, Any]
) -> None:
    for pack in payload.packs(library):
        data = payload.pack_payload(library, pack)
        forms = {
            page.slug: {
                spec.key: payload.sampled(library, page.slug, spec)
                for spec in page.specs
                if not spec.derive
            }
            for page in payload.pages_of(library, pack)
        }
        theirs = twin("pack", payload=data, profile=sample, forms=forms, options={"sample": True})
        specs = list(library.registers.profile.specs.values())
        full = engine.derive(specs, sample)
        checks = [library.registers.checks[check["id"]] for check in data["checks"]]

        assert theirs["zip"] == digest(packs.zipped(library, pack, sample, forms, sample=True))
        assert theirs["verdicts"] == [[v.id, v.state] for v in engine.check(checks, sample, specs)]
        used = {spec["key"] for spec in data["specs"]}
        assert {k: v for k, v in theirs["all"].items() if k in used} == {
            k: full[k] for k in theirs["all"] if k in used
        }
        for profile in ({}, None):
            assert twin("pack", payload=data, profile=profile, forms={})["zip"] == digest(
                packs.zipped(library, pack, profile)
            )


def test_the_site_fills_in_the_sample(twin: Twin, library: Library, sample: dict[str, Any]) -> None:
    """“填入示例”填的就是 data/sample.yml。"""
    data = payload.pack_payload(library, "founding")
    found = twin("sample", payload=data)

    assert {k: sample[k] for k in found["profile"]} == found["profile"]
    assert len(found["profile"]) > 50


def test_payload_names_are_unique(library: Library) -> None:
    names = [name for name, _ in payload.scripts(library)]

    assert len(names) == len(set(names))


def test_payload_is_a_plain_script(library: Library) -> None:
    for name, text in payload.scripts(library):
        assert text.startswith(f'jianjia.load("{name.removesuffix(".js")}",{{')
        assert text.endswith(");\n")
        assert "\u2028" not in text
