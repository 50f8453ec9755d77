"""dev.py：不联网就能验证的部分。"""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORDS = ["serve", "build", "check", "test", "new", "bench", "package"]

posix = pytest.mark.skipif(sys.platform == "win32", reason="用到 shell 脚本")

DEBIAN_WITHOUT_VENV = """
The virtual environment was not created successfully because ensurepip is not
available.  On Debian/Ubuntu systems, you need to install the python3-venv
package using the following command.
"""


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """只有 dev.py、锁文件和一个命令的仓库。"""
    shutil.copy(ROOT / "dev.py", tmp_path)
    (tmp_path / "requirements.lock").write_text("setuptools==1 \\\n    --hash=sha256:aa\nzlib==2\n")
    (tmp_path / "requirements-node.lock").write_text("nodejs==1\n")
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "package-lock.json").write_text("{}")
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    (scripts / "check.py").write_text("import sys\nprint(*sys.argv[1:])\nsys.exit(3)\n")
    return tmp_path


@pytest.fixture
def dev(repo: Path) -> ModuleType:
    """在那个仓库里的 dev.py，当作模块读进来。"""
    spec = importlib.util.spec_from_file_location("dev_under_test", repo / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def start(repo: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """像使用者那样运行 dev.py。"""
    return subprocess.run(
        [sys.executable, str(repo / "dev.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def program(folder: Path, name: str, script: str) -> str:
    """放一个假程序。"""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def make_environment(dev: ModuleType, *, complete: bool = True) -> None:
    """一个假的 .venv，解释器就是现在这个。"""
    dev.PYTHON.parent.mkdir(parents=True)
    dev.PYTHON.symlink_to(sys.executable)
    if complete:
        dev.set_stamp(dev.VENV, dev.python_stamp())


# ── 命令 ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_every_word(repo: Path, arguments: list[str]) -> None:
    """不写命令或者加 --help，每个命令各有一行说明。"""
    done = start(repo, *arguments)
    lines = [line.split() for line in done.stdout.splitlines() if line.startswith("  ")]
    assert done.returncode == 0
    assert [line[0] for line in lines] == WORDS
    assert all(len(line) > 1 for line in lines)


def test_unknown_word_is_refused_with_a_guess(repo: Path) -> None:
    """命令写错时退出码是 2，并猜出想写的是哪个。"""
    done = start(repo, "chek")
    assert done.returncode == 2
    assert "没有“chek”这个命令" in done.stderr
    assert "您是不是想写 check？" in done.stderr


def test_help_of_a_word_needs_no_environment(repo: Path) -> None:
    """环境还没有装好时，看一个命令的帮助不会开始安装。"""
    done = start(repo, "build", "--help")
    assert done.returncode == 0
    assert "python3 dev.py build" in done.stdout
    assert not (repo / ".venv").exists()


@posix
def test_ready_environment_runs_the_word_at_once(dev: ModuleType, repo: Path) -> None:
    """环境已经装好时直接运行命令，参数和退出码原样传递，自己一声不响。"""
    make_environment(dev)
    done = start(repo, "check", "甲", "--乙")
    assert (done.returncode, done.stdout, done.stderr) == (3, "甲 --乙\n", "")


@posix
def test_missing_script_is_named(dev: ModuleType, repo: Path) -> None:
    """仓库不完整时说出缺了哪个文件。"""
    make_environment(dev)
    done = start(repo, "new")
    assert done.returncode == 2
    assert "new.py" in done.stderr


# ── Python 版本 ───────────────────────────────────────────────────────


def test_old_python_gets_one_chinese_sentence(dev: ModuleType) -> None:
    """Python 太旧时说出要什么、有什么，够新就不说话。"""
    message = dev.too_old((3, 10))
    assert "Python 3.11" in message
    assert "3.10" in message
    assert message.count("\n") == 1
    assert dev.too_old((3, 11)) == dev.too_old((3, 13)) == dev.too_old((4, 0)) == ""


def test_old_python_can_parse_the_file() -> None:
    """太旧的 Python 也读得懂 dev.py，轮得到它说版本的事。"""
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


# ── 环境的指纹 ────────────────────────────────────────────────────────


@posix
def test_changed_lock_makes_the_environment_stale(dev: ModuleType, repo: Path) -> None:
    """锁文件改了一个字，环境就要重建。"""
    make_environment(dev)
    assert dev.is_fresh(dev.VENV, dev.python_stamp())
    with (repo / "requirements.lock").open("a") as lock:
        lock.write("#\n")
    assert not dev.is_fresh(dev.VENV, dev.python_stamp())


@posix
def test_vanished_interpreter_makes_the_environment_stale(dev: ModuleType) -> None:
    """系统升级换掉了解释器，环境就要重建。"""
    make_environment(dev)
    dev.PYTHON.unlink()
    dev.PYTHON.symlink_to("gone")
    assert not dev.is_fresh(dev.VENV, dev.python_stamp())


@posix
def test_half_made_environment_is_rebuilt_from_scratch(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """上次装到一半被打断，这次删掉重来，装完才算数。"""
    make_environment(dev, complete=False)
    leftover = dev.VENV / "leftover"
    leftover.touch()
    titles = []

    def pretend(title: str, *_: object) -> None:
        assert not leftover.exists()
        assert not dev.is_fresh(dev.VENV, dev.python_stamp())
        titles.append(title)
        if len(titles) == 1:
            make_environment(dev, complete=False)

    monkeypatch.setattr(dev, "step", pretend)
    dev.prepare_python({})
    assert titles == ["建立 Python 环境", "安装构建工具", "安装 Python 依赖"]
    assert dev.is_fresh(dev.VENV, dev.python_stamp())
    dev.prepare_python({})
    assert len(titles) == 3


@posix
def test_failed_install_is_not_taken_for_done(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """安装失败以后，环境仍然算没有装好。"""

    def fail(title: str, *_: object) -> None:
        if title == "建立 Python 环境":
            make_environment(dev, complete=False)
        else:
            raise dev.Trouble("连不上网络")

    monkeypatch.setattr(dev, "step", fail)
    with pytest.raises(dev.Trouble, match="连不上网络"):
        dev.prepare_python({})
    assert not dev.is_fresh(dev.VENV, dev.python_stamp())


def test_build_tool_comes_from_the_lock(dev: ModuleType) -> None:
    """构建工具连同校验值取自锁文件，不带上别的包。"""
    assert dev.lock_entry("setuptools") == "setuptools==1 \\\n    --hash=sha256:aa\n"


def test_only_one_at_a_time(dev: ModuleType, repo: Path) -> None:
    """一个 dev.py 在装环境时，另一个拿不到锁，前一个做完才拿得到。"""
    with dev.only_one(), (repo / ".cache" / "dev.lock").open("a") as other:
        assert not dev.try_lock(other.fileno())
    with (repo / ".cache" / "dev.lock").open("a") as other:
        assert dev.try_lock(other.fileno())


# ── 出错时说什么 ──────────────────────────────────────────────────────


def test_missing_venv_module_says_what_to_install(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian 没装 python3-venv 时，说出安装它的命令。"""
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(dev, "can_use_apt", lambda: False)
    with pytest.raises(dev.Trouble, match="请先安装：sudo apt install python3-venv"):
        dev.require_venv()
    assert "sudo apt install python3-venv" in dev.mend(DEBIAN_WITHOUT_VENV)


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("OSError: [Errno 28] No space left on device", "磁盘满了"),
        ("npm error code EINTEGRITY", "校验值不一致"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "校验值不一致"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "正在安装别的软件"),
        ("[Errno 13] Permission denied: '.venv'", "没有写入权限"),
        ("error: command 'x86_64-linux-gnu-gcc' failed: No such file", "没有编译器"),
        ("reason: self-signed certificate in chain: SELF_SIGNED_CERT_IN_CHAIN", "证书不受信任"),
        ("Temporary failure in name resolution", "连不上网络"),
        ("npm error code EAI_AGAIN", "连不上网络"),
        ("cause: dns error", "连不上网络"),
        ("从没见过的错误", "原因在上面几行里"),
    ],
)
def test_every_failure_ends_with_a_mend(dev: ModuleType, output: str, advice: str) -> None:
    """认得出的原因给出办法，认不出的指向原话。"""
    assert advice in dev.mend(output)


def test_step_shows_time_and_keeps_the_last_lines(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """每一步一行，带用时；出错时留下最后二十行。"""
    dev.step("做一件事", [sys.executable, "-c", "print('不该出现')"], os.environ)
    shown = capsys.readouterr().out
    assert shown.startswith("· 做一件事 … ")
    assert shown.endswith(" 秒\n")
    assert "不该出现" not in shown
    fail = "import sys; print(*range(50), sep='\\n'); sys.exit(1)"
    with pytest.raises(dev.Trouble) as caught:
        dev.step("做坏一件事", [sys.executable, "-c", fail], os.environ)
    assert caught.value.tail == [str(number) for number in range(30, 50)]
    assert "没有做成" in capsys.readouterr().out


# ── 要备什么 ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("word", "rest", "wanted"),
    [
        ("check", [], set()),
        ("new", ["checklist"], set()),
        ("build", [], {"node"}),
        ("test", [], {"node", "browser", "office"}),
        ("test", ["--fast"], {"node"}),
        ("test", ["--only", "ruff"], set()),
        ("test", ["--only=tsc"], {"node"}),
        ("test", ["--only", "ruff", "--only", "pytest"], {"node", "browser", "office"}),
        ("test", ["--only", "pytest", "--fast"], {"node"}),
    ],
)
def test_only_what_is_needed_is_prepared(
    dev: ModuleType, word: str, rest: list[str], wanted: set[str]
) -> None:
    """每个命令只准备自己用得到的东西。"""
    assert dev.needs(word, rest) == wanted


def test_child_environment_is_clean(dev: ModuleType) -> None:
    """命令只看得到锁定的依赖，工具在 PATH 最前面，镜像也告诉 uv。"""
    base = {"PATH": "here", "PYTHONPATH": "x", "PYTHONDONTWRITEBYTECODE": "1", "PIP_INDEX_URL": "y"}
    environment = dev.child_environment(base)
    assert environment.keys().isdisjoint({"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"})
    assert environment["NO_MKDOCS_2_WARNING"] == environment["PYTHONUTF8"] == "1"
    assert environment["UV_DEFAULT_INDEX"] == "y"
    folders = [str(dev.PYTHON.parent), str(dev.ROOT / "node_modules" / ".bin"), "here"]
    assert environment["PATH"].split(os.pathsep) == folders


@posix
@pytest.mark.parametrize(("version", "usable"), [("v18.20.4", False), ("v20.9.0", True)])
def test_old_node_is_not_used(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, usable: bool
) -> None:
    """本机的 Node.js 太旧就当没有。"""
    folder = tmp_path / "bin"
    program(folder, "node", f"echo {version}")
    npm = program(folder, "npm", "exit 1")
    monkeypatch.setenv("PATH", str(folder))
    assert dev.system_npm() == ([npm] if usable else [])


# ── 找浏览器 ──────────────────────────────────────────────────────────


@posix
def test_browser_is_searched_in_order(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """先看 JIANJIA_CHROMIUM，再看 PATH，最后看系统惯用的位置。"""
    usual = program(tmp_path / "usual", "Chrome", "echo 1")
    monkeypatch.setattr(
        dev, "BROWSER_PLACES", {sys.platform: ("{JJ_PLACE}/none", "{JJ_PLACE}/Chrome")}
    )
    monkeypatch.setenv("JJ_PLACE", str(tmp_path / "usual"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("JIANJIA_CHROMIUM", raising=False)
    assert dev.find_browser() == usual
    edge = program(tmp_path / "bin", "msedge", "echo 1")
    assert dev.find_browser() == edge
    chromium = program(tmp_path / "bin", "chromium", "echo 1")
    assert dev.find_browser() == chromium
    chosen = program(tmp_path / "own", "browser", "echo 1")
    monkeypatch.setenv("JIANJIA_CHROMIUM", chosen)
    assert dev.find_browser() == chosen


@posix
def test_browser_that_does_not_start_is_passed_over(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """只会说“请安装 snap”的假浏览器不算数。"""
    program(tmp_path / "bin", "chromium-browser", "echo 请安装 snap >&2; exit 1")
    monkeypatch.setattr(dev, "BROWSER_PLACES", {})
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("JIANJIA_CHROMIUM", raising=False)
    assert dev.find_browser() is None


@posix
def test_firefox_is_searched_too(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """另一种内核：先看 JIANJIA_FIREFOX，再看 PATH；都没有就算没有。"""
    monkeypatch.setattr(dev, "FIREFOX_PLACES", {})
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("JIANJIA_FIREFOX", raising=False)
    assert dev.find_firefox() is None
    usual = program(tmp_path / "bin", "firefox", "echo 1")
    assert dev.find_firefox() == usual
    chosen = program(tmp_path / "own", "fox", "echo 1")
    monkeypatch.setenv("JIANJIA_FIREFOX", chosen)
    assert dev.find_firefox() == chosen


def test_wrong_browser_setting_is_mentioned(
    dev: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """JIANJIA_CHROMIUM 指错了地方，说一声再往下找。"""
    monkeypatch.setattr(dev, "BROWSER_PLACES", {})
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("JIANJIA_CHROMIUM", str(tmp_path / "gone"))
    assert dev.find_browser() is None
    assert "不存在" in capsys.readouterr().out


# ── 仓库里的锁文件 ────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-node.lock", "package-lock.json"]
)
def test_locks_name_no_registry(name: str) -> None:
    """锁文件里没有下载地址，换一个镜像照样能装。"""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "resolved" not in text


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-node.lock"])
def test_every_locked_package_has_a_hash(name: str) -> None:
    """每个包都写着确切版本和校验值。"""
    for entry in (ROOT / name).read_text(encoding="utf-8").split("\n"):
        if entry and not entry.startswith(" "):
            assert "==" in entry
            assert entry.endswith("\\")


def test_lock_lists_every_platform() -> None:
    """依赖在各个平台上的包都列在锁文件里，少一个 npm 11.16 以后的版本就拒绝安装。"""
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for entry in packages.values():
        for name in entry.get("optionalDependencies", {}):
            assert f"node_modules/{name}" in packages
