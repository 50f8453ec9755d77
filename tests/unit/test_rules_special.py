"""例子写不进一个文件的规则，和各条规则共同的规矩：放行、次序、编码、Windows 路径。"""

import datetime
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from jianjia import checking, cli, items, kinds, registers, tree, yamlio
from jianjia.checking import Limits
from jianjia.items import Released
from jianjia.library import Disk, Library
from jianjia.own_words import Source
from jianjia.registers import Check, Entry, Law, Laws, Loaded, Terms, Word
from jianjia.rules import RULES, _all, _cache, _load, run
from jianjia.yamlio import Document

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (
    "---\ntitle: 怎样建会\nsummary: 先报批\nreviewed: 2026-11-20\n---\n\n"
    "> 结论：先报批。\n> 依据：《工会法》第十一条\n> 下一步：照[写作格式](../../about/format.md)做。\n"
)


def small(library: Library, texts: dict[str, str], **changes) -> Library:
    """只有这几页的仓库，登记册用真的。"""
    pages = {path: kinds.read(path, text) for path, text in texts.items()}
    made = Library(pages, replace(library.registers, **changes), library.files | set(texts))
    made.disk = Disk(None, tuple(texts))
    made.today = datetime.date(2026, 11, 21)
    return made


def places(library: Library, code: str):
    return [(f.path, f.line) for f in run(library, [code])]


def write(root: Path, files: dict[str, str | bytes]) -> Library:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Library.load(root)


# —— 编码、文件 ——


def test_a_gbk_file_is_reported_with_its_place(tmp_path):
    """GBK 编码的文件报一处问题，不会出错，也不会整站停摆。"""
    library = write(tmp_path, {"docs/a.md": "---\ntitle: 建会\n---\n正文\n".encode("gbk")})
    found = run(library, ["ENC001"])

    assert [(f.path, f.line) for f in found] == [("docs/a.md", 2)]
    assert "GBK" in found[0].message


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00" * 50,
        b"\xff\xfe\x00",
        b"\xed\xa0\x80",
        b"---\n" * 3,
        b"a" * 300_000,
        b"[" * 5000,
    ],
)
def test_hostile_files_are_findings_not_tracebacks(tmp_path, raw):
    """空文件、空字符、半个代理、超大的文件、五千个括号：都不出错。"""
    library = write(tmp_path, {"docs/guides/branch/a.md": raw, "checklists/branch/b.md": raw})

    assert run(library, RULES) == run(Library.load(tmp_path), RULES)


def test_a_tab_is_found_and_mended(library):
    """用 Tab 缩进的字段找得到，--fix 换成空格。"""
    text = "---\ntitle: 甲\n---\n\n- 发通知\n\t- 写明时间\n"
    page = kinds.read("docs/about/x.md", text)

    assert places(small(library, {"docs/about/x.md": text}), "LST105") == [("docs/about/x.md", 6)]
    assert RULES["LST105"].fix(page.outline.text).endswith("- 发通知\n    - 写明时间\n")


def test_attachments_are_checked(tmp_path):
    """空的、改了扩展名的、带着作者的、太大的、没人用的附件都找得到；好的不报。"""
    good = tmp_path / "docs/guides/branch/good.docx"
    good.parent.mkdir(parents=True)
    with zipfile.ZipFile(good, "w") as package:
        package.writestr("docProps/core.xml", "<dc:creator></dc:creator>")
        package.writestr("word/document.xml", "<w:p/>")
    bad = tmp_path / "docs/guides/branch/bad.docx"
    with zipfile.ZipFile(bad, "w") as package:
        package.writestr("docProps/core.xml", "<dc:creator>王五</dc:creator>")
        package.writestr("word/document.xml", "<w:ins w:id='1'>字</w:ins>")
    files = {
        "docs/guides/branch/a.md": GUIDE
        + "\n[好](good.docx)、[坏](bad.docx)、[图](big.png)、[空](no.pdf)\n",
        "docs/guides/branch/big.png": b"\x89PNG" + b"0" * 400_000,
        "docs/guides/branch/no.pdf": b"",
        "docs/guides/branch/fake.docx": b"\xd0\xcf\x11\xe0 doc",
    }
    library = write(tmp_path, files)
    found = {
        f"{f.code} {Path(f.path).name}" for f in run(library, RULES) if f.code[:3] in {"ATT", "IMG"}
    }

    assert found == {
        "ATT101 fake.docx", "ATT101 no.pdf", "ATT102 bad.docx", "ATT103 fake.docx", "IMG105 big.png",
    }  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 上建符号链接要管理员权限")
def test_symlinks_are_found_and_not_read(tmp_path):
    """符号链接报出来，里面的东西不读。"""
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: 秘密\n---\n", "utf-8")
    (tmp_path / "site/docs").mkdir(parents=True)
    (tmp_path / "site/docs/a.md").symlink_to(secret)
    (tmp_path / "site/docs/folder").symlink_to(tmp_path)
    library = Library.load(tmp_path / "site")

    assert places(library, "SEC103") == [("docs/a.md", 1), ("docs/folder", 1)]
    assert dict(library) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="别的系统不分大小写，或者会改写文件名的编码")
def test_names_that_collide_elsewhere_are_found(tmp_path):
    """只差大小写、只差编码形式的文件名。"""
    text = "---\ntitle: {}\n---\n\n说明。\n"
    names = ["docs/about/a.md", "docs/about/A.md", "docs/about/é.md", "docs/about/e\u0301.md"]
    library = write(tmp_path, {name: text.format(n) for n, name in enumerate(names)})
    found = run(library, ["PATH102"])

    assert [f.path for f in found] == ["docs/about/a.md", "docs/about/é.md"]


def test_windows_reserved_names_are_found(library):
    """con.md、aux.md 在 Windows 上打不开。"""
    texts = {"docs/guides/branch/con.md": GUIDE, "docs/guides/branch/aux-list.md": GUIDE}

    assert places(small(library, texts), "PATH101") == [("docs/guides/branch/con.md", 1)]


# —— 登记册 ——


def test_register_example_is_true():
    """REG001 的反例读不进登记册，正例读得进。"""
    bad, good = RULES["REG001"].examples

    with pytest.raises(ValueError, match="level"):
        Law.model_validate(yamlio.load(bad).data)
    assert Law.model_validate(yamlio.load(good).data).strength == "法定"


def test_an_empty_register_file_is_found(tmp_path):
    """空的法规文件不会悄悄跳过。"""
    library = write(
        tmp_path, {"docs/a.md": "---\ntitle: 甲\n---\n", "data/laws/x.yml": "# 还没写\n"}
    )

    assert places(library, "REG001") == [("data/laws/x.yml", 1)]


def law(key: str, **more) -> Loaded[Law]:
    made = Law(id=key, name=f"{key}条例", level="法律", **{"status": "现行", **more})
    return Loaded(f"data/laws/{key}.yml", Document(None, {}, ()), made, ())


def test_succession_loops_do_not_hang(library):
    """甲被乙取代、乙被甲取代：报出来，不会转个没完。"""
    ring = [
        law("a", status="已被取代", replaced_by="b"),
        law("b", status="已被取代", replaced_by="a"),
    ]
    odd = law("c", replaced_by="a")
    found = run(small(library, {}, laws=Laws([*ring, odd])), ["REG004"])

    assert [f.path for f in found] == [
        "data/laws/a.yml",
        "data/laws/b.yml",
        "data/laws/c.yml",
        "data/laws/c.yml",
    ]


def test_words_that_fight_are_found(library):
    """一处叫写、另一处叫不写的词，写了两遍的角色。"""
    words = [Word(use="台账"), Word(use="登记簿", avoid=["台账"])]
    found = run(small(library, {}, terms=Terms(roles=["主席", "主席"], words=words)), ["REG005"])

    assert len(found) == 2


def test_formulas_in_registers_are_checked(library):
    """校验里写错了键的算式报在 data/checks.yml。"""
    checks = {"V01": Check(id="V01", level="warn", says="", expr="members_totl < 100")}
    paper = {
        "docs/templates/branch/a.md": "---\ntitle: 甲\nlayout: 公文\ngenre: 通知\nchecks: [V01]\n---\n"
    }

    assert places(small(library, paper, checks=checks), "REG003") == [("data/checks.yml", 1)]


# —— 发布登记 ——


def checklist(prefix: str, number: int, **front) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in front.items())
    return (
        f"---\ntitle: {prefix}清单\nsummary: 从会前到会后\nprefix: {prefix}\nreviewed: 2026-11-20\n{more}---\n\n"
        f"## 会前\n\n- [ ] 通知全体代表 `{prefix}-{number:02}`\n    - 依据：工作经验\n"
        "    - 责任：工会主席\n    - 留存：通知\n"
    )


def test_released_ids_and_addresses_are_remembered(library, tmp_path):
    """发布过的编号消失、挪走，发布过的网址消失，都报；撤销了、转走了的不报。"""
    texts = {
        "checklists/branch/a.md": checklist("ZZ-AA", 2),
        "checklists/branch/b.md": checklist(
            "ZZ-BB", 1, retired="[ZZ-BB-02]", aliases="[checklists/branch/old]"
        ),
    }
    made = small(library, texts)
    made.released = Released(
        {
            "ZZ-AA-01": "branch/a",
            "ZZ-AA-02": "branch/a",
            "ZZ-BB-01": "branch/a",
            "ZZ-BB-02": "branch/b",
        },
        frozenset({"checklists/branch/old", "checklists/branch/gone", "checklists/branch/a"}),
    )

    assert places(made, "CHK114") == [("checklists/branch/a.md", 1), ("checklists/branch/b.md", 12)]
    assert [f.message.split()[0] for f in run(made, ["PG125"])] == ["checklists/branch/gone"]


def test_release_writes_what_it_can_read(library, tmp_path):
    """登记的内容读得回来，再登记一次不变，也没有毛病。"""
    text = items.release(library)
    (tmp_path / "data").mkdir()
    (tmp_path / items.PATH).write_text(text, "utf-8")
    again = Library(dict(library), library.registers)
    again.released = items.load(tmp_path)

    assert yamlio.load(text).problems == ()
    assert items.release(again) == text
    assert run(again, ["CHK114", "PG125"]) == []
    assert items.load(tmp_path / "nowhere") == Released()


# —— 别的 ——


def test_an_orphan_is_found(library):
    """没有链接、也没有同一件事的别的页，才算孤页。"""
    alone = GUIDE.replace("reviewed", "matter: [only]\nreviewed")
    texts = {
        "docs/guides/branch/a.md": alone,
        "docs/about/x.md": "---\ntitle: 甲\n---\n\n没有链接。\n",
    }

    assert places(small(library, texts), "PG121") == [("docs/guides/branch/a.md", 2)]
    texts["docs/about/x.md"] += "\n看[建会](../guides/branch/a.md)。\n"
    assert places(small(library, texts), "PG121") == []


def test_a_long_stage_is_found(library):
    """一个阶段最多 15 项。"""
    rows = "".join(f"- [ ] 事项{n} `ZZ-AA-{n:02}`\n" for n in range(1, 17))
    text = f"---\ntitle: 甲\nprefix: ZZ-AA\n---\n\n## 会前\n\n{rows}"

    assert places(small(library, {"checklists/branch/a.md": text}), "CHK123") == [
        ("checklists/branch/a.md", 6)
    ]


def test_copied_sentences_are_found_only_when_asked(library, tmp_path):
    """给了材料文件夹，二十五个字连着一样就报；没给就不查。"""
    poem = "春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。白日依山尽，黄河入海流。"
    (tmp_path / "source.txt").write_text("".join(filter(str.isalnum, poem)), "utf-8")
    page = kinds.read("docs/x.md", f"---\ntitle: 诗\n---\n\n{poem}\n")
    asked = Library({page.path: page}, library.registers, sources=Source.load(tmp_path))
    quiet = Library({page.path: page}, library.registers)

    assert [(f.line, f.code) for f in run(asked, ["OWN101"])] == [(5, "OWN101")]
    assert run(quiet, ["OWN101"]) == []


def test_a_waiver_with_a_reason_silences_one_finding(library):
    """写了原因的放行，管它下面一行；开头的键值用 # 写。"""
    path = "docs/about/x.md"
    bad = "---\ntitle: 甲\n{}reviewed: 2020-01-01\n---\n\n{}# 大标题\n\n正文。\n"
    plain = small(library, {path: bad.format("", "")})
    waived = small(
        library,
        {path: bad.format("# 放行 FM012：历史材料\n", "<!-- 放行 PG101：首页要大标题 -->\n")},
    )

    assert places(plain, "PG101") + places(plain, "FM012") == [(path, 6), (path, 3)]
    assert run(waived, ["PG101", "FM012", "PG104"]) == []


def test_a_waiver_cannot_waive_itself(library):
    """放行 PG104 自己是一处问题，不会绕不出来。"""
    text = "---\ntitle: 甲\n---\n\n<!-- 放行 PG104：试试 -->\n正文。\n"

    assert places(small(library, {"docs/about/x.md": text}), "PG104") == [("docs/about/x.md", 5)]


def test_today_decides_what_is_overdue(library, monkeypatch):
    """复核期看“今天”，今天可以另给。"""
    made = small(
        library, {"docs/about/x.md": "---\ntitle: 甲\nreviewed: 2026-11-20\n---\n\n正文。\n"}
    )
    assert places(made, "FM012") == []
    made.today = datetime.date(2027, 11, 21)
    assert places(made, "FM012") == [("docs/about/x.md", 3)]
    monkeypatch.setenv("JIANJIA_TODAY", "2031-02-03")
    assert Library({}, library.registers).today == datetime.date(2031, 2, 3)


def test_marks_are_those_the_site_fills():
    """PG122 认的标记就是网站会填的标记。"""
    from jianjia.rules import pg122_unknown_mark
    from jianjia.site.render import fills

    assert set(pg122_unknown_mark.MARKS) == set(fills.FILLS)


def test_a_changed_law_is_found_whatever_its_dates(library):
    """施行日期还没到的新文本不算；到了，就要重看。"""
    article = Entry(article="第一条", says="", verified="text", checked="2026-11-20")
    later = law("x", effective="2027-01-01", total=9, articles=[article])
    text = GUIDE.replace("《工会法》第十一条", "《x条例》第一条")
    texts = {"docs/guides/branch/a.md": text}
    early, late = (small(library, texts, laws=Laws([later])) for _ in range(2))
    late.today = datetime.date(2027, 1, 1)

    assert places(early, "LAW105") == []
    assert places(late, "LAW105") == [("docs/guides/branch/a.md", 8)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("见[甲](format.md#%E9%93%BE%E6%8E%A5)。", ""),
        ("见[甲](format.md#%25E9%2593%25BE%25E6%258E%25A5)。", "LNK102"),
        ("见[甲](format.md#链接_1)。", "LNK102"),
        ("见[甲](./format.html)。", "LNK101"),
        ("见[甲](format/)。", "LNK101"),
        ("见[甲](format.md。)。", "LNK114"),
        ("见[甲](/about/format/)。", "LNK105"),
        ("见[甲](../../../etc/passwd)。", "LNK106"),
        ("见[甲](<format.md>)。", ""),
        ('见[甲](format.md "提示")。', ""),
        ("见[甲](java&#115;cript:alert)。", "SEC101"),
        ("见[甲](JAVASCRIPT:alert(1))。", "SEC101"),
        ("见[甲](data:text/html,x)。", "SEC101"),
        ("<javascript:alert>", "SEC101"),
        ("见[甲](//example.com/x)。", "LNK121"),
        ("见[甲](https://localhost:8000/)。", "LNK117"),
        ('<a href="#没有">甲</a>', "LNK116"),
        ('<img src="x.png" onerror="x">', "SEC102"),
        ("<iframe></iframe>", "SEC102"),
        ("[甲] (format.md)", "LNK109"),
        ("[甲]（format.md)", "LNK107"),
        ("［甲］(format.md)", "LNK108"),
        ("（甲）[format.md]", "LNK110"),
        ("[甲](..\\about\\format.md)", "LNK122"),
        ("`代码里的 [甲] (format.md)`", ""),
        ("```\n[甲] (format.md)\n```", ""),
    ],
)
def test_links_of_every_kind(library, text, code):
    """各种写法的链接，该报的报，报一条。"""
    path = "docs/about/x.md"
    made = small(
        library,
        {
            path: f"---\ntitle: 甲\n---\n\n{text}\n",
            "docs/about/format.md": "---\ntitle: 乙\n---\n\n## 链接\n\n文字。\n",
        },
    )
    found = {f.code for f in run(made, RULES) if f.path == path}
    found -= {"IMG101", "PG119", "LNK116"} if code == "SEC102" else set()

    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    "row",
    [
        "- [] 审查资格", "- 【 】 审查资格", "- [　] 审查资格", "- [ ]审查资格", "- [√] 审查资格", "- [✓] 审查资格",
        "-[ ] 审查资格", "— [ ] 审查资格", "－ [ ] 审查资格", "· [ ] 审查资格", "• [ ] 审查资格", "[ ] 审查资格",
        "□ 审查资格", "- □ 审查资格", "☐ 审查资格", "- ［ ］ 审查资格", "- [\u00a0] 审查资格", "- [  ] 审查资格",
        "1、[ ] 审查资格", "* [] 审查资格", "－【】审查资格",
    ],
)  # fmt: skip
def test_boxes_of_every_wrong_kind(library, row):
    """方框的各种错写都报在那一行；--fix 以后就是一个事项。"""
    from jianjia.fix import fixed

    path = "checklists/branch/a.md"
    text = (
        checklist("ZZ-AA", 1)
        + f"{row} `ZZ-AA-02`\n    - 依据：工作经验\n    - 责任：工会主席\n    - 留存：报告\n"
    )
    made = small(library, {path: text})
    mended = fixed(text, RULES, path)

    assert (path, 14) in places(made, "CHK107")
    assert [item.id for item in kinds.read(path, mended).items] == ["ZZ-AA-01", "ZZ-AA-02"]
    assert run(small(library, {path: mended}), [c for c in RULES if c != "PG121"]) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("大会日前 7 天", ""), ("大会日后 7 日内", ""), ("大会日当天", ""), ("每季度一次", ""), ("每月 10 日前", ""),
        ("收到后 5 天内", ""), ("次年 1 月 15 日前", ""), ("大会前 7 天", "CHK115"), ("大会日前七天", "CHK115"),
        ("大会日前 7", "CHK115"), ("大会日前 7 天报出", "CHK115"), ("批复日后 7 天", "CHK115"), ("大会日之前 7 天", "CHK115"),
    ],
)  # fmt: skip
def test_deadlines_that_only_look_computable(library, text, code):
    """看着能算、其实算不出的时限才报；平常话不报。"""
    path = "checklists/branch/a.md"
    page = checklist("ZZ-AA", 1).replace("reviewed", "anchors:\n  大会日: 开会\nreviewed")
    page += f"    - 时限：{text}\n"
    found = {f.code for f in run(small(library, {path: page}), RULES)} - {"PG121", "CHK116"}

    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("11010519491231002X", "PRV101"), ("110105194912310021", ""), ("91000000MA00000000", ""),
        ("13912345678", "PRV102"), ("10000000000", ""), ("000-00000000", ""), ("6222021234567890128", "PRV103"),
        ("6222000000000000000", ""), ("a@b.com.cn", "PRV104"), ("name@example.com", ""), ("20261120", ""),
    ],
)  # fmt: skip
def test_private_data(library, number, code):
    """真的号码报，占位的、编错的不报。"""
    made = small(library, {"docs/about/x.md": f"---\ntitle: 甲\n---\n\n号码：{number} 。\n"})
    found = {f.code for f in run(made, RULES)}

    assert found == ({code} if code else set())


def test_every_way_of_checking_says_the_same(library, tmp_path):
    """一次全查、一条一条地查、用上次的结果、改了一页再查、不用上次的结果，说的都一样。"""
    texts = {
        "docs/guides/branch/a.md": GUIDE + "\n##怎么做\n\n照[甲] (a.md)做,再看TODO。\n",
        "checklists/branch/a.md": checklist("ZZ-AA", 1) + "- [] 审查\n",
    }
    made = write(tmp_path, texts)
    single = sorted({f for code in RULES for f in run(made, [code])})
    whole = run(made, RULES)

    assert whole == single
    assert run(_load.load(tree.read(tmp_path)), RULES) == whole
    assert (tmp_path / _cache.PAGES).exists()
    assert run(_load.load(tree.read(tmp_path)), RULES) == whole
    some = run(_load.load(tree.read(tmp_path)), RULES, frozenset({"checklists/branch/a.md"}))
    assert some == [f for f in whole if f.path == "checklists/branch/a.md"]
    mended = checklist("ZZ-AA", 1)
    (tmp_path / "checklists/branch/a.md").write_text(mended, "utf-8")
    after = run(_load.load(tree.read(tmp_path)), RULES)
    assert (
        after
        == run(_load.load(tree.read(tmp_path), cached=False), RULES)
        == run(write(tmp_path, {}), RULES)
    )
    assert after != whole


@pytest.mark.parametrize("spoil", [b"", b"x\ny\nz", b"\n\n\x00", None])
def test_a_spoilt_record_is_not_used(library, tmp_path, spoil):
    """记录坏了、被改过、是别的版本写的，就从头查，不出错。"""
    made = write(tmp_path, {"docs/guides/branch/a.md": GUIDE + "\n##怎么做\n\n做,做。\n"})
    whole = run(made, RULES)
    found = tree.read(tmp_path)
    checking.check(found, set(RULES), Limits())
    for name in (_cache.WHOLE, _cache.PAGES):
        path = tmp_path / name
        data = path.read_bytes()
        path.write_bytes(data[:-3] + b"\xff\xff\xff" if spoil is None else spoil)

    assert checking.check(tree.read(tmp_path), set(RULES), Limits()).findings == whole


def test_nothing_changed_is_answered_from_memory(tmp_path):
    """什么也没改，照上次的说；挑规则、挑文件也由它挑。"""
    write(tmp_path, BAD)
    first = checking.check(tree.read(tmp_path), set(RULES), Limits())
    again = checking.check(tree.read(tmp_path), set(RULES), Limits())
    some = Limits(frozenset({"docs/about/x.md"}))

    assert again.findings == first.findings
    assert again.pages == first.pages == len(BAD)
    assert again.lines("docs/about/x.md")[0] == "---"
    assert {f.path for f in checking.check(tree.read(tmp_path), set(RULES), some).findings} == {
        "docs/about/x.md"
    }
    picked = checking.check(tree.read(tmp_path), {"TBL101"}, Limits()).findings
    assert picked == [f for f in first.findings if f.code == "TBL101"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="没有 fork 的系统只用一个进程")
def test_many_pages_are_shared_between_processes(library, monkeypatch):
    """分给几个进程查，和一个进程查，说的一样；子进程没有做成，自己接着做。"""
    texts = {
        f"docs/guides/branch/p{n}.md": GUIDE + f"\n##怎么做{n}\n\n做,做。\n" for n in range(40)
    }
    alone = run(small(library, texts), RULES)
    monkeypatch.setattr(_all, "MANY", 1)
    monkeypatch.setattr(_all, "_processes", lambda jobs: 3 if jobs > 1 else 1)
    shared = run(small(library, texts), RULES)
    monkeypatch.setattr(_all, "_work", lambda *_: os._exit(1))

    assert alone == shared == run(small(library, texts), RULES)
    assert alone


def test_codes_are_reported_in_order(library):
    """同样的内容，报告的次序总是一样。"""
    found = run(library, RULES)

    assert found == sorted(found)
    assert registers.CHECK_LABELS.keys() == {"text", "secondary", "memory"}


BAD = {
    "docs/guides/branch/a.md": GUIDE + "\n##怎么做\n\n照[甲] (a.md)做,再看TODO，打 13912345678。\n",
    "docs/about/x.md": "---\ntitle: 甲\nkeywords: [a，b]\n---\n\n《工会法第十一条。\n\n| a | b |\n| - | - |\n| 1 |\n",
    "checklists/branch/a.md": checklist("ZZ-AA", 1) + "- [] 审查\n",
    "checklists/branch/b.md": checklist("ZZ-AA", 1),
}


def test_the_same_bytes_under_any_seed_and_locale(tmp_path):
    """哈希种子、语言环境不一样，报告一个字节也不差。"""
    write(tmp_path, BAD)
    command = [
        sys.executable,
        str(ROOT / "scripts/check.py"),
        "--root",
        str(tmp_path),
        "--format",
        "full",
    ]
    outputs = set()
    for seed in range(10):
        env = {
            **os.environ,
            "PYTHONHASHSEED": str(seed),
            "LANG": "C",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
        }
        env["PYTHONIOENCODING"] = "utf-8"
        done = subprocess.run(command, env=env, capture_output=True, check=False)
        outputs.add(done.stdout)
        assert done.returncode == 1, done.stderr.decode()

    assert len(outputs) == 1


def test_windows_paths_are_understood(tmp_path, capsys):
    """从 Windows 上抄来的反斜杠路径也认。"""
    write(tmp_path, BAD)
    slash, back = (
        cli.main(
            [
                str(tmp_path) + sep + sep.join(["docs", "about", "x.md"]),
                "--root",
                str(tmp_path),
                "--format",
                "concise",
            ],
            about="",
        )
        for sep in ("/", "\\")
    )
    first, second = capsys.readouterr().out.split("处问题")[0::1][:2]

    assert (slash, back) == (1, 1)
    assert "docs/about/x.md" in first
    assert "docs/about/x.md" in second
