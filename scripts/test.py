"""运行全部检查和测试：python3 dev.py test。

静态检查一步接一步地做，同时 pytest 在旁边跑（几个核就几个进程）；哪一步先做完先报，一步失败不耽误别的步骤，
最后用一张表说清每一步的结果。
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import sysconfig
import threading
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sysconfig.get_path("scripts"))
MARKDOWN = (
    "README.md",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "docs",
    "policies",
    "checklists",
)

FAILED_TESTS = 1
"""pytest 的退出码：跑完了，有没过的。"""

PARALLEL = (f"--numprocesses={min(4, os.cpu_count() or 1)}", "--dist=loadgroup")
"""pytest 几个进程同时跑；一个进程开一个浏览器，最多四个，再多内存不够。"""


@dataclass(frozen=True)
class Step:
    """一步：名字、命令，或者不做它的原因。"""

    name: str
    command: Sequence[str] = ()
    skipped: str = ""


@dataclass(frozen=True)
class Result:
    """一步的结果。"""

    name: str
    state: str
    duration: float = 0.0


class Console:
    """几步同时做时，一次只让一步说话。"""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def say(self, text: str) -> None:
        """完整地说一段话。"""
        with self._lock:
            print(text, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """按选项运行各步，有一步失败就返回 1。"""
    options = parse(arguments)
    chosen = [make(options) for name, make in STEPS.items() if chosen_by(options, name)]
    console = Console()
    try:
        results = run_all(chosen, console)
    except KeyboardInterrupt:
        console.say("已停止。")
        return 130
    console.say(table(results))
    return 1 if any(result.state == "失败" for result in results) else 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """读命令行选项。"""
    parser = argparse.ArgumentParser(prog="dev.py test", description="运行全部检查和测试。")
    parser.add_argument("--fast", action="store_true", help="不跑要浏览器和 LibreOffice 的测试")
    parser.add_argument("--slow", action="store_true", help="连很慢的测试一起跑")
    parser.add_argument("-k", metavar="表达式", help="只跑名字对得上的测试（交给 pytest）")
    parser.add_argument(
        "--only",
        action="append",
        choices=list(STEPS),
        metavar="步骤",
        help=f"只做这一步，可以写多次：{'、'.join(STEPS)}",
    )
    return parser.parse_args(arguments)


def chosen_by(options: argparse.Namespace, name: str) -> bool:
    """这一步要不要做；给了 -k 就是只想跑那几个测试。"""
    if options.only:
        return name in options.only
    return name == "pytest" or not options.k


# ── 各步 ──────────────────────────────────────────────────────────────


def ruff(_: argparse.Namespace) -> Step:
    """Python 代码的毛病。"""
    return Step("ruff", [tool("ruff"), "check", "."])


def ruff_format(_: argparse.Namespace) -> Step:
    """Python 代码的排版。"""
    return Step("format", [tool("ruff"), "format", "--check", "."])


def mypy(_: argparse.Namespace) -> Step:
    """Python 代码的类型。"""
    return Step("mypy", [sys.executable, "-m", "mypy"])


def rumdl(_: argparse.Namespace) -> Step:
    """Markdown 的写法。"""
    present = [name for name in MARKDOWN if (ROOT / name).exists()]
    if not present:
        return Step("rumdl", skipped="还没有 Markdown 文件")
    return Step("rumdl", [tool("rumdl"), "check", *present])


def tsc(_: argparse.Namespace) -> Step:
    """浏览器代码里 JSDoc 写的类型。"""
    if not any((ROOT / "web").glob("**/*.js")):
        return Step("tsc", skipped="还没有 web/ 下的脚本")
    compiler = shutil.which("tsc", path=str(ROOT / "node_modules" / ".bin"))
    if not compiler or not shutil.which("node"):
        return Step("tsc", skipped="没有装好 Node.js 和前端依赖")
    return Step("tsc", [compiler, "--noEmit"])


def node(_: argparse.Namespace) -> Step:
    """浏览器代码里纯函数的测试。"""
    program = shutil.which("node")
    if not program:
        return Step("node", skipped="没有 Node.js")
    return Step("node", [program, "--test", "web/tests/all.mjs"])


def check(_: argparse.Namespace) -> Step:
    """全部内容的校验。"""
    if not (ROOT / "scripts" / "check.py").exists():
        return Step("check", skipped="还没有 scripts/check.py")
    return Step("check", [sys.executable, "scripts/check.py"])


def pytest(options: argparse.Namespace) -> Step:
    """程序和网站的测试。"""
    if not any((ROOT / "tests").glob("**/test_*.py")):
        return Step("pytest", skipped="还没有 tests/ 下的测试")
    unwanted = [] if options.slow else ["slow"]
    unwanted += ["browser", "office"] if options.fast else []
    command = [sys.executable, "-m", "pytest", f"--color={'yes' if colourful() else 'no'}"]
    if unwanted:
        command += ["-m", " and ".join(f"not {mark}" for mark in unwanted)]
    if options.k:
        command += ["-k", options.k]
    else:
        command += PARALLEL
    return Step("pytest", command)


STEPS: dict[str, Callable[[argparse.Namespace], Step]] = {
    "ruff": ruff,
    "format": ruff_format,
    "mypy": mypy,
    "rumdl": rumdl,
    "tsc": tsc,
    "node": node,
    "check": check,
    "pytest": pytest,
}


def tool(name: str) -> str:
    """虚拟环境里的一个程序。"""
    return shutil.which(name, path=str(TOOLS)) or name


def colourful() -> bool:
    """输出到终端时才上色。"""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


# ── 运行 ──────────────────────────────────────────────────────────────


def run_all(steps: Sequence[Step], console: Console) -> list[Result]:
    """静态检查在另一个线程里依次做，pytest 在这里跑。"""
    found: dict[str, Result] = {}

    def run_static() -> None:
        for step in steps:
            if step.name != "pytest":
                found[step.name] = run_held(step, console)

    # 守护线程：按了 Ctrl-C，剩下的检查不必再做。
    background = threading.Thread(target=run_static, daemon=True)
    background.start()
    for step in steps:
        if step.name == "pytest":
            found[step.name] = run_live(step, console)
    background.join()
    return [found[step.name] for step in steps]


def run_held(step: Step, console: Console) -> Result:
    """做完才说话：一行结果，失败时带上全部输出。"""
    if step.skipped:
        return skip(step, console)
    started = time.monotonic()
    try:
        done = subprocess.run(
            step.command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    except OSError as error:
        console.say(f"· {step.name} … 失败：{error}")
        return Result(step.name, "失败")
    result = Result(step.name, state_of(done.returncode), time.monotonic() - started)
    output = done.stdout.decode("utf-8", "replace").rstrip()
    shown = f"\n{output}" if result.state == "失败" else ""
    console.say(f"· {step.name} … {result.duration:.1f} 秒，{result.state}{shown}")
    return result


def run_live(step: Step, console: Console) -> Result:
    """边做边说：输出一行一行地转出来，不和别的步骤搅在一行里。"""
    if step.skipped:
        return skip(step, console)
    console.say(f"· {step.name} …")
    started = time.monotonic()
    with subprocess.Popen(
        step.command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            console.say(line.rstrip("\n"))
    state = state_of(process.returncode)
    if process.returncode == FAILED_TESTS and "--last-failed" not in step.command:
        state = run_again(step, console)
    result = Result(step.name, state, time.monotonic() - started)
    console.say(f"· {step.name} … {result.duration:.1f} 秒，{result.state}")
    return result


def run_again(step: Step, console: Console) -> str:
    """没过的单独再跑一遍：机器忙的时候浏览器会慢半拍。第二遍才过的，表里照实写。"""
    console.say("· 没过的再跑一遍 …")
    alone = [word for word in step.command if word not in PARALLEL]
    second = run_live(Step(step.name, [*alone, "--last-failed"]), console)
    return "第二遍通过" if second.state == "通过" else second.state


def skip(step: Step, console: Console) -> Result:
    """跳过一步，并说明为什么。"""
    console.say(f"· {step.name} … 跳过：{step.skipped}")
    return Result(step.name, "跳过")


def state_of(code: int) -> str:
    """退出码说的是什么。"""
    return "失败" if code else "通过"


# ── 结果表 ────────────────────────────────────────────────────────────


def table(results: Sequence[Result]) -> str:
    """每一步的用时和结果，最后一句话总结。"""
    rows = [("步骤", "秒", "结果")]
    rows += [(result.name, f"{result.duration:.1f}", result.state) for result in results]
    lines = [f"{pad(name, 10)}{pad(took, 8)}{state}" for name, took, state in rows]
    failed = [result.name for result in results if result.state == "失败"]
    verdict = f"没有通过：{'、'.join(failed)}" if failed else "全部通过"
    return "\n".join(["", *lines, "", verdict])


def pad(text: str, width: int) -> str:
    """补空格到指定的显示宽度，一个汉字算两格。"""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return text + " " * max(0, width - len(text) - wide)


if __name__ == "__main__":
    sys.exit(main())
