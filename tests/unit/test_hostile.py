"""来路不明的文件：编码不对的、故意写坏的、随机生成的，都只报问题，不出错。"""

import datetime
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_fix import DOCUMENTS, HOMES

from jianjia import cli, kinds, report, yamlio
from jianjia.library import MAX_BYTES, Disk, Library
from jianjia.rules import RULES, run

ROOT = Path(__file__).resolve().parents[2]
HEAD = (
    b"---\ntitle: \xe7\x94\xb2\nsummary: \xe4\xb9\x99\nreviewed: 2026-11-20\nprefix: ZZ-AA\n---\n\n"
)
BOMB = b"---\na: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (98 + i, 98 + i, b",".join([b"*%c" % (97 + i)] * 9)) for i in range(12)
) + b"---\n"  # fmt: skip
FILES: dict[str, tuple[bytes, str]] = {
    "BOM": (b"\xef\xbb\xbf" + HEAD, "ENC004"),
    "两种换行": (HEAD + "甲。\r\n乙。\n".encode(), "ENC005"),
    "空字符": (HEAD + b"a\0b\n", "ENC001"),
    "GBK": (HEAD + "甲乙".encode("gbk"), "ENC001"),
    "UTF-16": ("\ufeff---\ntitle: 甲\n---\n".encode("utf-16-le"), "ENC001"),
    "半个代理": (HEAD + b"\xed\xa0\x80\n", "ENC001"),
    "截断的字": (HEAD + "甲".encode()[:2], "ENC001"),
    "一兆的一行": (HEAD + "甲".encode() * 350_000, "ENC001"),
    "快到上限的一行": (HEAD + "甲".encode() * 80_000, "TXT109"),
    "空文件": (b"", "FM008"),
    "只有开头": (b"---\n", "FM006"),
    "别名炸弹": (BOMB, "FM003"),
    "别名": (b"---\ntitle: &a x\nsummary: *a\n---\n", "FM003"),
    "标签": (b"---\ntitle: !!python/object/apply:os.system [ls]\n---\n", "FM004"),
    "深嵌套": (b"---\ntitle: " + b"[" * 3000 + b"\n---\n", "FM001"),
    "控制字符": (HEAD + b"a\x01\x02\x1b[31m\n", "TXT101"),
    "改方向的字符": (HEAD + "甲\u202e乙\n".encode(), "TXT101"),
}
"""（字节，一定要报的编号）。"""
MUCH = {
    "方括号": "[" * 5000,
    "半截链接": "[a](" * 40_000,
    "链接": "[甲](b.md) " * 14_000,
    "脚注": "[^1] " * 3000,
    "引用": "> " * 600 + "甲",
    "书名号": "《" * 60_000,
    "条文": "《工会法》第十一条、" * 8000,
    "反引号": "`a" * 100_000,
    "尖括号": "<a href=" * 25_000,
    "注释": "<!--" * 50_000,
    "小标题": "## 甲\n\n" * 20_000,
    "方框": "- [ ] 甲 `ZZ-AA-01`\n" * 9000,
    "嵌套": "".join(" " * (4 * (i % 40)) + "- a\n" for i in range(2500)),
    "表格": "| 甲 | 乙 |\n| - | - |\n" + "| 一 | 二 |\n" * 9000,
    "竖线": "|" * 100_000 + "\n" + "|-" * 1000 + "\n",
    "若": "【若 a】" * 14_000,
    "数字": "1234567890" * 20_000,
    "邮箱": "a.b-" * 50_000,
    "空格": " " * 200_000,
    "制表": "\t- a\n" * 40_000,
    "等号": "甲\n" + "=" * 200_000,
    "代码": "```\n" * 50_000,
    "判断图": "```图 判断 甲\n" + "".join(" " * (4 * i) + "甲？\n" for i in range(200)) + "```\n",
}
"""老老实实的编码，写得没完没了。"""
OUTPUTS = sorted(report.FORMATS)


def repository(folder: Path, raw: bytes) -> Path:
    for home in HOMES:
        path = folder / home
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder


def check(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = cli.main(["--root", str(folder), "--format", name], about="")
    return code, capsys.readouterr().out


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_a_finding(name, tmp_path, capsys):
    """每一种都报那一条，退出码 1；全部规则、全部输出、自动改都不出错。"""
    raw, wanted = FILES[name]
    repository(tmp_path, raw)
    for output in OUTPUTS:
        code, text = check(tmp_path, output, capsys)

        assert code == 1
        assert wanted in text
    assert cli.main(["--root", str(tmp_path), "--fix", "--format", "json"], about="") in {0, 1}


def tedious() -> Iterator[object]:
    """平常每一种只在一种页里试，验收时每种页都试。"""
    for i, name in enumerate(MUCH):
        for j, home in enumerate(HOMES):
            marks = [] if i % len(HOMES) == j else [pytest.mark.slow]
            yield pytest.param(name, home, marks=marks)


@pytest.mark.parametrize(("name", "home"), list(tedious()))
def test_a_tedious_file_comes_to_an_end(name, home, library):
    """再长的也查得完；问题都指在文件里。"""
    text = HEAD.decode() + MUCH[name] + "\n"
    assert len(text.encode()) < MAX_BYTES * 3

    assert_placed(library, home, text)


def small(library: Library, home: str, text: str) -> Library:
    made = Library({home: kinds.read(home, text)}, library.registers, library.files | {home})
    made.disk = Disk(None, (home,))
    made.today = datetime.date(2026, 11, 21)
    return made


def assert_placed(library: Library, home: str, text: str) -> None:
    made = small(library, home, text)
    rows = made[home].outline.rows
    for finding in run(made, RULES):
        assert 1 <= finding.line <= len(rows), finding
        assert 1 <= finding.column <= len(rows[finding.line - 1]) + 1, finding
        assert finding.message == finding.message.strip()
        assert "\n" not in finding.message, finding


GRAMMAR = st.sampled_from(
    [*"-*+ []x`#>|：。，\n0.【】《》~<!{}&%@\"'\\_^=/\t\r\u3000\ufeff\u200b\ud800", "---\n", "    ", "- [ ] ", "](", "依据：",
     "第一条", "ZZ-AA-01", "## ", "```", "<!--", "-->", "【若 ", "【完】", "http://", "title: ", "!!", "&a", "*a", "图 判断 "]
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(HOMES), st.lists(GRAMMAR, max_size=60).map("".join) | DOCUMENTS | st.text())
def test_any_text_has_only_findings(library, home, text):
    """语法里的字、像样的文件、随便什么字：不出错，问题都指在文件里。"""
    assert_placed(library, home, text)


@settings(max_examples=200, deadline=None)
@given(st.lists(GRAMMAR, max_size=40).map("".join) | st.text())
def test_any_yaml_is_data_or_a_problem(text):
    """随便什么字当 YAML 读：读出来的只有普通的值，毛病都有行列。"""
    made = yamlio.load(text)

    json.dumps(made.data)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in made.problems)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=300))
def test_any_bytes_can_be_reported(tmp_path_factory, raw):
    """随便什么字节存成一页：读得进，查得完，五种输出都写得出。"""
    folder = repository(tmp_path_factory.mktemp("raw"), raw)
    library = Library.load(folder)
    found = run(library, RULES)
    for name in OUTPUTS:
        out = io.StringIO()
        report.FORMATS[name](found, library, out)
        out.getvalue().encode("utf-8", "surrogatepass")


# ── 用法和环境 ────────────────────────────────────────────────────────


def call(*words: str, root: Path = ROOT, **more: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "scripts/check.py"), *words, "--root", str(root)]
    env = {**os.environ, "PYTHONUTF8": "1", **more}
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--nope"], "用法不对"),
        (["--format", "xml"], "用法不对"),
        (["--select", "ZZZ"], "没有以 ZZZ 开头的规则"),
        (["--ignore", "LNK999"], "没有以 LNK999 开头的规则"),
        (["没有这个.md"], "没有这个文件"),
        (["/"], "不在仓库里"),
        (["--explain", "ABC123"], "没有编号为 ABC123 的规则"),
    ],
)
def test_a_wrong_use_is_one_line(words, said):
    """用法不对：退出码 2，一行中文，不印调用栈。"""
    done = call(*words)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr


def test_a_wrong_day_is_one_line(tmp_path):
    """JIANJIA_TODAY 写错，也是一行。"""
    done = call(root=tmp_path, JIANJIA_TODAY="明天")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "JIANJIA_TODAY" in done.stderr


def test_outside_git_changed_is_one_line(tmp_path):
    """不在 git 仓库里用 --changed。"""
    done = call("--changed", root=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "git" in done.stderr


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="管理员什么都读得了，造不出没有权限"
)
def test_what_may_not_be_read_is_one_line(tmp_path):
    """没有权限的文件夹、文件。"""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("甲", "utf-8")
    for path in (tmp_path / "docs/a.md", tmp_path / "docs"):
        path.chmod(0)
        done = call(root=tmp_path)
        path.chmod(0o755)

        assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="别的系统不让这样起名")
def test_a_name_that_is_not_utf8_can_be_reported(tmp_path):
    """文件名不是 UTF-8 的：报得出，写得出。"""
    (tmp_path / "docs").mkdir()
    os.close(os.open(bytes(tmp_path / "docs") + b"/\xff.md", os.O_CREAT))
    for name in OUTPUTS:
        done = call("--format", name, root=tmp_path)

        assert done.returncode == 1, done.stderr
        assert "PATH101" in done.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="没有管道文件的系统")
def test_a_pipe_does_not_stop_us(tmp_path):
    """内容目录里有管道文件，不会停在那里等。"""
    (tmp_path / "docs").mkdir()
    os.mkfifo(tmp_path / "docs/a.md")

    assert call(root=tmp_path).returncode == 0
