"""基准：和同类工具在同一次运行里轮流量，只看比值。"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contender:
    """参加比较的一个命令；``ok`` 是算它跑成了的退出码（找到毛病不算没跑成）。"""

    name: str
    command: Sequence[str]
    cwd: Path
    ok: tuple[int, ...] = (0,)
    before: Callable[[], None] | None = None
    """每次跑之前做的事，不算在时间里。"""


@dataclass(frozen=True, slots=True)
class Run:
    """跑一次：秒、内存峰值（MB，量不出为 0）、退出码、输出。"""

    seconds: float
    memory: float
    code: int
    output: str
    errors: str


@dataclass(frozen=True, slots=True)
class Timing:
    """秒；``ratio`` 是各轮与基线之比的中位数，``memory`` 是内存峰值（MB）。"""

    name: str
    median: float
    low: float
    high: float
    ratio: float
    memory: float = 0.0
    seconds: tuple[float, ...] = ()


def measure(command: Sequence[str], cwd: Path) -> Run:
    """跑一个命令，量它用的时间和内存。"""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=cwd, stdout=out, stderr=err)
        memory, code = _wait(child)
        took = time.perf_counter() - start
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    return Run(took, memory, code, *texts)


def _wait(child: "subprocess.Popen[bytes]") -> tuple[float, int]:
    """等它结束：（内存峰值，退出码）。只算它自己，不算别的子进程。"""
    if sys.platform == "win32":
        return 0.0, child.wait()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return usage.ru_maxrss / unit, child.returncode


def alternate(contenders: Sequence[Contender], runs: int) -> list[Timing]:
    """第一个是基线。先各热身一次，再轮流跑 *runs* 轮。"""
    taken: dict[str, list[Run]] = {c.name: [] for c in contenders}
    for turn in range(runs + 1):
        for c in contenders:
            print(
                f"· {'热身' if turn == 0 else f'第 {turn} 轮'} {c.name} …",
                file=sys.stderr,
                flush=True,
            )
            if c.before:
                c.before()
            done = measure(c.command, c.cwd)
            if done.code not in c.ok:
                raise RuntimeError(f"{c.name} 失败：\n{done.output[-800:]}{done.errors[-800:]}")
            if turn:
                taken[c.name].append(done)
    timings = [_timing(name, done) for name, done in taken.items()]
    return against(timings, timings[0].name)


def _timing(name: str, taken: Sequence[Run]) -> Timing:
    seconds = tuple(run.seconds for run in taken)
    memory = max((run.memory for run in taken), default=0.0)
    median = statistics.median(seconds)
    return Timing(name, median, min(seconds), max(seconds), 1.0, memory, seconds)


def against(timings: Sequence[Timing], name: str) -> list[Timing]:
    """改用 *name* 作基线。"""
    base = next(t.seconds for t in timings if t.name == name)
    return [
        replace(t, ratio=statistics.median(a / b for a, b in zip(t.seconds, base, strict=True)))
        for t in timings
    ]


def table(timings: Sequence[Timing]) -> str:
    """Markdown 表格。"""
    rows = "\n".join(
        f"| {t.name} | {t.median:.2f} | {t.low:.2f}–{t.high:.2f} | {t.ratio:.2f} |" for t in timings
    )
    return f"| | 中位数（秒） | 最快–最慢 | 与基线之比 |\n| --- | --- | --- | --- |\n{rows}"
