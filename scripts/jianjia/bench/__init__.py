"""基准：和同类工具在同一次运行里轮流量，只看比值。"""

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contender:
    """参加比较的一个命令。"""

    name: str
    command: Sequence[str]
    cwd: Path


@dataclass(frozen=True, slots=True)
class Timing:
    """秒；``ratio`` 是各轮与基线之比的中位数。"""

    name: str
    median: float
    low: float
    high: float
    ratio: float


def alternate(contenders: Sequence[Contender], runs: int) -> list[Timing]:
    """第一个是基线。先各热身一次，再轮流跑 *runs* 轮。"""
    seconds: dict[str, list[float]] = {c.name: [] for c in contenders}
    for turn in range(runs + 1):
        for c in contenders:
            print(
                f"· {'热身' if turn == 0 else f'第 {turn} 轮'} {c.name} …",
                file=sys.stderr,
                flush=True,
            )
            start = time.perf_counter()
            done = subprocess.run(c.command, cwd=c.cwd, capture_output=True, text=True, check=False)
            took = time.perf_counter() - start
            if done.returncode:
                raise RuntimeError(f"{c.name} 失败：\n{done.stdout[-800:]}{done.stderr[-800:]}")
            if turn:
                seconds[c.name].append(took)
    base = seconds[contenders[0].name]
    return [
        Timing(
            name,
            statistics.median(taken),
            min(taken),
            max(taken),
            statistics.median(a / b for a, b in zip(taken, base, strict=True)),
        )
        for name, taken in seconds.items()
    ]


def table(timings: Sequence[Timing]) -> str:
    """Markdown 表格。"""
    rows = "\n".join(
        f"| {t.name} | {t.median:.2f} | {t.low:.2f}–{t.high:.2f} | {t.ratio:.2f} |" for t in timings
    )
    return f"| | 中位数（秒） | 最快–最慢 | 与基线之比 |\n| --- | --- | --- | --- |\n{rows}"
