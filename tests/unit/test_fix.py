"""自动改：改两遍等于改一遍，读者看见的字不变，不会改出新毛病。"""

import datetime
import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianjia import kinds
from jianjia.fix import fixed, write
from jianjia.library import Disk, Library
from jianjia.rules import RULES, run

HOMES = (
    "docs/about/a.md",
    "docs/guides/branch/a.md",
    "checklists/branch/a.md",
    "docs/templates/branch/a.md",
    "policies/branch/a.md",
    "docs/training/a.md",
)

WORDS = st.sampled_from(
    [
        "职工代表大会",
        "提前七天",
        "《工会法》第十一条",
        "2% 拨缴",
        "（一）说明",
        "甲",
        "15 日内",
        "“旧称”",
        "—",
        "S2-18.2",
    ]
)
MISTAKES = st.sampled_from(
    [",", ";", ":", "!", "?", "，，", "。。。", "...", "\u200b", "\u00a0", "\u3000", "\ufeff", "１５", "Ａ", "　",
     '"引号"', "[甲] (a.md)", "[甲]（a.md）", "【甲】(a.md)", "(甲)[a.md]", "[甲](a.md＃乙)", "[甲](a.md。)", "！[图](a.png)",
     "[甲](..\\b.md)", "`代码,半角`", "<!-- 注释,半角 -->", "(会员)", "*", "**", "`", "\\", "|", "｜", "[", "]", "{#a}", "｛#a｝",
     "<b>", "$", "http://x.cn", "【单位全称】", "【若 甲】", "【完】", "#", "＃", "~~", "\u2028", "\x0b", "\u202e"]
)  # fmt: skip
INLINE = st.lists(WORDS | MISTAKES, max_size=6).map("".join)
OPENERS = st.sampled_from(
    ["", "", "", "- ", "- [ ] ", "- [] ", "- 【 】 ", "-[ ] ", "- [√] ", "— [ ] ", "□ ", "[ ] ", "- [x] ", "-", "• ", "－ ",
     "* ", "1. ", "1、", "１．", "  - ", "   - ", "    - ", "     - ", "\t- ", "      * ", "## ", "##", "＃＃ ", "### ", "> ", ">",
     "| a | b |", "|---|---|", "｜ 甲 ｜ 乙 ｜", "｜－｜－｜", "！！！ note", "!!!note", "!!! note ", "---", "===", "```", "~~~", "```图 流程 三步",
     "**第一条** ", "<div>", "</div>", "    ", "--8<-- ", "<<<<<<< ", "    - 依据：", "    - 责任:", "- 幅度:", "【若 甲】", "<!--", "-->"]
)  # fmt: skip
ENDS = st.sampled_from(["", "", "", " ", "  ", "   ", "\t", "　", " `ZZ-AA-01`", "\\"])
LINES = st.builds(lambda a, b, c: a + b + c, OPENERS, INLINE, ENDS)
FRONTS = st.sampled_from(
    [
        "---\ntitle: 甲\nsummary: 乙\nreviewed: 2026-11-20\n---\n",
        "---\ntitle: 甲\nkeywords: [建会，成立工会、组建]\nprefix: ZZ-AA\nreviewed: 2026-11-20\n---\n",
        "---\ntitle：甲\n---\n", "---\ntitle:甲\nsummary： 乙,丙\n---\n", "---\ntitle: [甲，乙\n---\n", "---\n", "\n---\ntitle: 甲\n---\n", "",
    ]
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\n", "\n\n", "\n\n\n"])
BODIES = st.lists(st.tuples(LINES, BREAKS), max_size=14).map(
    lambda parts: "".join(line + gap for line, gap in parts)
)
DOCUMENTS = st.builds(
    lambda bom, front, body, crlf: bom + (front + body).replace("\n", crlf),
    st.sampled_from(["", "", "", "\ufeff"]), FRONTS, BODIES, st.sampled_from(["\n", "\n", "\n", "\r\n"]),
)  # fmt: skip


def shown(text: str) -> str:
    """读者看见的字：去掉方框里的勾、标点、空白，全角半角算一样。"""
    text = re.sub(r"[\[［【][ xX\u3000\xa0√✓✔]*[\]］】]", "", text)
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def findings(library: Library, path: str, text: str) -> Counter[str]:
    made = Library({path: kinds.read(path, text)}, library.registers, library.files | {path})
    made.disk = Disk(None, (path,))
    made.today = datetime.date(2026, 11, 21)
    return Counter(finding.code for finding in run(made, RULES))


STRUCTURE = {
    "CHK107", "FM001", "IMG103", "LNK107", "LNK108", "LNK109", "LNK110", "LNK114", "LNK122", "LST101", "LST102", "LST105",
    "LST106", "LST107", "PG107", "PG108", "PG115", "PG124", "TBL102", "TBL103", "TXT101", "TXT102", "TXT108",
}  # fmt: skip
"""改了这些，原来认不出的开头、方框、列表、小标题、表格、链接、字段才认得出来；它们自己的毛病这时才看得见，不是改出来的。"""

MENDED = {code for code, rule in RULES.items() if rule.fix}
WORDS = MENDED - STRUCTURE


def assert_sound(library: Library, path: str, text: str) -> None:
    """改两遍等于改一遍（所以能改的都改完了）；字不变；字词的毛病一处也不多；只改字词的，什么毛病也不多。"""
    once = fixed(text, RULES, path)
    before, after = findings(library, path, text), findings(library, path, once)

    assert fixed(once, RULES, path) == once
    assert shown(once) == shown(text)
    assert not {code: n for code, n in (after - before).items() if code in WORDS}, (text, once)

    light = fixed(text, WORDS, path)

    assert not findings(library, path, light) - before, (text, light)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(HOMES), DOCUMENTS)
def test_fixing_is_sound(library, path, text):
    """三百份生成的文件。"""
    assert_sound(library, path, text)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(HOMES), DOCUMENTS)
def test_fixing_is_sound_ten_thousand_times(library, path, text):
    """一万份生成的文件，验收时跑。"""
    assert_sound(library, path, text)


def test_real_content_has_nothing_to_fix(library):
    """真实内容改了等于没改。"""
    changed = [
        path
        for path, page in library.items()
        if fixed(page.outline.raw, RULES, path) != page.outline.raw
    ]

    assert changed == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("照[写作格式]（format.md）做\n", "照[写作格式](format.md)做\n"),
        ("照【写作格式】(format.md)做\n", "照[写作格式](format.md)做\n"),
        ("照[写作格式] (format.md)做\n", "照[写作格式](format.md)做\n"),
        ("照(写作格式)[format.md]做\n", "照[写作格式](format.md)做\n"),
        ("会前要做:\n- 发通知\n- 审资格\n", "会前要做：\n\n- 发通知\n- 审资格\n"),
        ("- 发通知\n  - 写明时间\n   - 写明地点\n", "- 发通知\n    - 写明时间\n    - 写明地点\n"),
        ("＃＃ 会前\n\n说明。\n", "## 会前\n\n说明。\n"),
        ("##会前\n\n说明。\n", "## 会前\n\n说明。\n"),
        ("｜ 甲 ｜ 乙 ｜\n｜－｜－｜\n｜ 1 ｜ 2 ｜\n", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"),
        ("提前１５天,发通知。 \n", "提前15天，发通知。\n"),
        ("行尾两个空格  \n是换行。\n", "行尾两个空格  \n是换行。\n"),
        ("职\u200b工\u00a0代表\n", "职工 代表\n"),
        ("`a,b` 和 <!-- 甲,乙 --> 不动\n", "`a,b` 和 <!-- 甲,乙 --> 不动\n"),
        ("```\n甲,乙\n##丙\n```\n", "```\n甲,乙\n##丙\n```\n"),
    ],
)  # fmt: skip
def test_each_mechanical_mistake(before, after):
    """每种能自动改的错，改成什么样。"""
    path = "docs/about/a.md"
    head = "---\ntitle: 甲\n---\n\n"

    assert fixed(head + before, RULES, path) == head + after


def test_windows_line_ends_stay(library):
    """全文都是 Windows 换行的，改完还是；混着的，统一成 LF。"""
    path = "docs/about/a.md"
    windows = "---\r\ntitle: 甲\r\n---\r\n\r\n甲,乙\r\n"
    mixed = windows.replace("---\r\n\r\n", "---\n\n")

    assert fixed(windows, RULES, path) == windows.replace(",", "，")
    assert fixed(mixed, RULES, path) == windows.replace(",", "，").replace("\r", "")


def test_only_what_is_asked_is_written(tmp_path, library):
    """只改点到的文件；读不出来的文件不动。"""
    names = ["docs/a.md", "docs/b.md", "docs/c.md"]
    (tmp_path / "docs").mkdir()
    for name in names:
        (tmp_path / name).write_text("---\ntitle: 甲\n---\n\n甲,乙\n", "utf-8")
    (tmp_path / "docs/c.md").write_bytes("---\ntitle: 甲,乙\n---\n甲,乙\n".encode("gbk"))
    before = (tmp_path / "docs/c.md").read_bytes()

    assert (
        write(tmp_path, Library.load(tmp_path), RULES, frozenset({"docs/a.md", "docs/c.md"})) == 1
    )
    assert (tmp_path / "docs/a.md").read_text("utf-8").endswith("甲，乙\n")
    assert (tmp_path / "docs/b.md").read_text("utf-8").endswith("甲,乙\n")
    assert (tmp_path / "docs/c.md").read_bytes() == before
