"""校验命令：挑规则、挑文件、只看改过的、五种输出、覆盖情况。"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jianjia import cli, coverage
from jianjia.library import Library
from jianjia.rules import RULES

ROOT = Path(__file__).resolve().parents[2]
PAGE = "---\ntitle: {}\n---\n\n{}\n"
BAD = PAGE.format("甲", "见[乙](no.md)，做,做。")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """一个小仓库，一页有两处问题。"""
    put(tmp_path, "docs/about/a.md", BAD)
    put(tmp_path, "docs/about/b.md", PAGE.format("乙", "见[甲](a.md)。\n\n## 怎么做\n\n先报批。"))
    return tmp_path


def put(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")


def check(root: Path, *words: str) -> tuple[int, str]:
    command = [sys.executable, str(ROOT / "scripts/check.py"), "--root", str(root), *words]
    env = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode != 2, done.stderr
    return done.returncode, done.stdout


def codes(root: Path, *words: str) -> list[str]:
    _, text = check(root, "--format", "json", *words)
    return [one["code"] for one in json.loads(text)["findings"]]


def git(root: Path, *words: str) -> None:
    name = ["-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *name, *words], capture_output=True, check=True)


# ── 挑 ────────────────────────────────────────────────────────────────


def test_rules_are_chosen_by_code_or_family(home):
    """--select 只查，--ignore 不查，可以只写开头；什么也没改，照上次的说也一样。"""
    for _ in range(2):
        assert codes(home) == ["LNK101", "TXT102"]
        assert codes(home, "--select", "LNK,PG") == ["LNK101"]
        assert codes(home, "--select=TXT102") == ["TXT102"]
        assert codes(home, "--ignore", "TXT") == ["LNK101"]
        assert codes(home, "--no-cache", "--select", "LNK", "--ignore", "LNK101") == []


def test_files_and_folders_are_chosen(home):
    """只报点到的文件、文件夹。"""
    assert codes(home, str(home / "docs/about/b.md")) == []
    assert codes(home, str(home / "docs/about/a.md")) == ["LNK101", "TXT102"]
    assert codes(home, str(home / "docs")) == codes(home, str(home)) == ["LNK101", "TXT102"]


def test_the_three_commands_differ_only_in_rules(home):
    """validate_links.py 只查链接，validate_checklists.py 只查清单。"""
    found = {}
    for name in ("check", "validate_links", "validate_checklists"):
        command = [sys.executable, str(ROOT / f"scripts/{name}.py"), "--root", str(home)]
        done = subprocess.run(
            [*command, "--format", "json"], capture_output=True, encoding="utf-8", check=False
        )
        found[name] = [one["code"] for one in json.loads(done.stdout)["findings"]]

    assert found == {
        "check": ["LNK101", "TXT102"], "validate_links": ["LNK101"], "validate_checklists": [],
    }  # fmt: skip


# ── 只看改过的 ────────────────────────────────────────────────────────


@pytest.mark.skipif(shutil.which("git") is None, reason="没有 git")
def test_changed_reports_what_a_change_can_break(home):
    """没提交的文件里的全报；没动过的文件里，只报被牵连的。"""
    put(home, "docs/about/c.md", PAGE.format("丙", "见[怎么做](b.md#怎么做)，做,做。"))
    put(home, "data/terms.yml", "roles: []\n")
    git(home, "init", "-q")
    git(home, "add", ".")
    git(home, "commit", "-q", "-m", "x")

    def changed() -> list[tuple[str, str]]:
        _, text = check(home, "--changed", "--format", "json")
        return [(Path(f["path"]).stem, f["code"]) for f in json.loads(text)["findings"]]

    assert changed() == [("a", "LNK101")]
    put(home, "docs/about/b.md", PAGE.format("乙", "见[甲](a.md)。\n\n## 做法\n\n做,做。"))
    assert changed() == [("a", "LNK101"), ("b", "TXT102"), ("c", "LNK102")]
    (home / "docs/about/b.md").unlink()
    assert changed() == [("a", "LNK101"), ("c", "LNK101")]
    git(home, "checkout", "-q", ".")
    git(home, "mv", "docs/about/c.md", "docs/about/d.md")
    assert changed() == [("a", "LNK101"), ("d", "TXT102")]
    put(home, "data/terms.yml", "roles: [甲]\n")
    assert changed() == [("a", "LNK101"), ("a", "TXT102"), ("d", "TXT102")]


# ── 输出 ──────────────────────────────────────────────────────────────


def test_full_shows_the_line_a_caret_and_the_mend(home):
    """full：原文、尖角指着、怎么改，最后一句总结。"""
    code, text = check(home, "--format", "full", "--select", "LNK101")

    assert code == 1
    assert text == (
        "docs/about/a.md:5:2: LNK101 没有文件“docs/about/no.md”\n"
        "    见[乙](no.md)，做,做。\n"
        "      ^\n"
        f"    改法：{RULES['LNK101'].mend}\n\n"
        "发现 1 处问题，在 1 个文件里。\n"
    )


def test_concise_is_one_line_each(home):
    """concise：一处一行。"""
    code, text = check(home, "--format", "concise")

    assert code == 1
    assert text.splitlines()[0] == "docs/about/a.md:5:2: LNK101 没有文件“docs/about/no.md”"
    assert len(text.splitlines()) == 3


def test_clean_is_said_plainly(home):
    """没有问题也说一句。"""
    assert check(home, "--select", "CHK") == (0, "检查了 2 页，没有发现问题。\n")


def test_sarif_points_to_rules_and_places(home):
    """sarif：每处问题指得到规则和行列。"""
    _, text = check(home, "--format", "sarif")
    run = json.loads(text)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    first = run["results"][0]

    assert rules == ["LNK101", "TXT102"]
    assert rules[first["ruleIndex"]] == first["ruleId"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/about/a.md"},
        "region": {"startLine": 5, "startColumn": 2},
    }


def test_github_writes_annotations(home):
    """github：每处一行批注。"""
    _, text = check(home, "--format", "github", "--select", "LNK101")

    assert text.startswith("::error file=docs/about/a.md,line=5,col=2,title=LNK101::没有文件")


def test_a_reader_who_leaves_early_does_not_matter(home):
    """后面接 head，读够了就关，不出错。"""
    put(home, "docs/about/z.md", PAGE.format("多", "做,做。\n\n" * 3000))
    command = f"{sys.executable} {ROOT / 'scripts/check.py'} --root {home} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert (done.stdout.count("\n"), done.stderr) == (1, "")


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_can_be_explained(code, capsys):
    """--explain：编号、一句话、为什么、改法。"""
    assert cli.main(["--explain", code], about="") == 0
    text = capsys.readouterr().out

    assert text.startswith(f"{code} {RULES[code].summary}\n")
    assert text.rstrip().endswith(RULES[code].mend)


# ── 别的 ──────────────────────────────────────────────────────────────


def test_fix_then_check(home):
    """--fix 先改好能改的，再报剩下的。"""
    assert codes(home, "--fix") == ["LNK101"]
    assert "做，做" in (home / "docs/about/a.md").read_text("utf-8")


def test_sources_are_compared(home, tmp_path_factory):
    """--sources：和材料一字不差的长句也报；平常不查。"""
    folder = tmp_path_factory.mktemp("材料")
    poem = "春眠不觉晓处处闻啼鸟夜来风雨声花落知多少白日依山尽黄河入海流"
    (folder / "诗.txt").write_text(poem, "utf-8")
    put(home, "docs/about/c.md", PAGE.format("诗", poem))

    assert "OWN101" in codes(home, "--sources", str(folder))
    assert "OWN101" not in codes(home)


def test_coverage_tells_what_is_missing(library):
    """--coverage：已有的加上缺的，就是应有的；缺的按领域列出编号和形式。"""
    made = coverage.measure(library)
    text = coverage.report(library)

    missing = sum(map(len, made.missing.values()))
    assert made.pairs[0] + missing == made.pairs[1]
    assert f"{made.ids[0]} / {made.ids[1]}" in text
    for area, pairs in made.missing.items():
        assert f"{area}：还缺 {len(pairs)} 对" in text


def test_coverage_counts_ids_and_forms(library):
    """一条指引写在一页上，就少缺一对；评估也算清单。"""
    empty = Library({}, library.registers)
    need = {(g.id, form) for g in library.registers.guidance.values() for form in g.forms}

    assert coverage.measure(empty).pairs == (0, len(need))
    assert coverage.measure(library).pairs[0] <= len(need)
