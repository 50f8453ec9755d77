"""新建：用中文问清楚，建出来的东西一出来就通过检查。"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jianjia import kinds, scaffold

ROOT = Path(__file__).resolve().parents[2]
PLACES = {
    **{name: "branch/brand-new" if kind.themed else "brand-new" for name, kind in kinds.KINDS.items()},
    "law": "brand-new",
    "region": "brand-new",
}  # fmt: skip
"""各建在哪里；规则另试。"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """一个小仓库：登记册是真的，内容只有一页写作格式。"""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "docs/about").mkdir(parents=True)
    shutil.copy(ROOT / "docs/about/format.md", tmp_path / "docs/about")
    (tmp_path / "data/items.yml").unlink(missing_ok=True)
    return tmp_path


def new(home: Path, *words: str, answers: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/new.py"), *words, "--root", str(home)]
    return run(command, answers)


def run(command: list[str], answers: str = "") -> subprocess.CompletedProcess[str]:
    """*answers* 不为空就从一个假的键盘上打进去。"""
    env = {**os.environ, "PYTHONUTF8": "1"}
    if not answers:
        return subprocess.run(
            command, env=env, capture_output=True, encoding="utf-8", check=False, stdin=-3
        )
    master, keyboard = os.openpty()
    os.write(master, answers.encode())
    done = subprocess.run(
        command, env=env, stdin=keyboard, capture_output=True, encoding="utf-8", check=False
    )
    os.close(keyboard)
    os.close(master)
    return done


def check(home: Path) -> list[str]:
    """全部规则查这个小仓库；链接到“写作格式”里那些例子的不算。"""
    command = [str(ROOT / "scripts/check.py"), "--root", str(home), "--format", "concise"]
    done = run([sys.executable, *command])
    assert done.returncode in {0, 1}, done.stderr
    return [row for row in done.stdout.splitlines()[:-1] if not row.startswith("docs/about/")]


@pytest.mark.parametrize("what", sorted(PLACES))
def test_a_new_thing_passes(what, home):
    """六种页、一部法、一个地方：建好就是零处问题。"""
    done = new(home, what, PLACES[what], "--title", "新建的一样", "--prefix", "ZZ-ZZ")

    assert done.returncode == 0, done.stderr
    assert "建好了：" in done.stdout
    assert check(home) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有这种假键盘")
@pytest.mark.parametrize(
    ("answers", "path", "asked"),
    [
        (
            "checklist\nbranch/year-start\n年度启动清单\nBR-YS\n",
            "checklists/branch/year-start.md",
            ("建什么", "放在哪里", "标题", "事项编号的开头"),
        ),
        ("case\nflood\n防汛值守\n", "docs/cases/flood.md", ("建什么", "放在哪里", "标题")),
    ],
)
def test_it_asks_in_chinese(home, answers, path, asked):
    """什么也没写，就一样一样地问；答完就建好。"""
    done = new(home, answers=answers)

    assert done.returncode == 0, done.stderr
    assert all(question in done.stdout for question in asked)
    assert (home / path).is_file()
    assert check(home) == []


def test_a_new_rule_passes_its_own_test(tmp_path):
    """规则的草稿放进去就生效，它的反例、正例通过规则的测试。"""
    for name in ("scripts", "data", "docs/about"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/conftest.py", "tests/unit/test_rules.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    done = new(tmp_path, "rule", "CHK990/item_too_long", "--title", "事项写得太长了")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "scripts/jianjia/rules/chk990_item_too_long.py").is_file()

    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "CHK990", str(tmp_path)]
    tested = run([sys.executable, *command])

    assert tested.returncode == 0, tested.stdout
    assert "2 passed" in tested.stdout


def test_nothing_is_overwritten(home):
    """已经有的不会盖掉；退出码 2，一句中文。"""
    new(home, "guide", "branch/brand-new", "--title", "甲")
    path = home / "docs/guides/branch/brand-new.md"
    path.write_text("写了一半", "utf-8")
    done = new(home, "guide", "branch/brand-new", "--title", "乙")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert path.read_text("utf-8") == "写了一半"


@pytest.mark.parametrize(
    ("what", "place", "said"),
    [
        ("poster", "branch/x", "能新建的有"),
        ("guide", "nowhere/x", "主题只能是"),
        ("guide", "x", "主题/名称"),
        ("guide", "branch/大字", "小写英文字母"),
        ("rule", "chk1", "编号/英文名"),
        ("law", "../x", "小写英文字母"),
        ("checklist", "branch/x", "编号的开头"),
    ],
)
def test_a_wrong_order_is_refused_in_chinese(what, place, said):
    """写错了说得清怎么写。"""
    with pytest.raises(scaffold.Refused, match=said):
        scaffold.order(what, place, "")
