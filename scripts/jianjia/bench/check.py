"""校验快慢：同一批语料，和同类工具轮流跑；种下四十处毛病，看各找到几处。

语料在一个子进程里生成：量内存时，子进程的峰值从父进程当时的大小算起，父进程要小。
"""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jianjia.bench import Timing, against, alternate, measure, tools
from jianjia.bench.tools import Tool

SITE_BASE, SOURCE_BASE = "lychee：查网页", "lychee：查 Markdown"


@dataclass(frozen=True, slots=True)
class Size:
    """一种大小的语料上的用时。"""

    pages: int
    megabytes: float
    timings: tuple[Timing, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """一个工具找到几处、误报几处。"""

    tool: str
    on: str
    found: tuple[bool, ...]
    alarms: int


@dataclass(frozen=True, slots=True)
class Result:
    sizes: tuple[Size, ...]
    scores: tuple[Score, ...]
    planted: dict[str, list[str]]
    help_seconds: float
    versions: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    machine: str
    runs: int


def run(root: Path, runs: int, sizes: Sequence[int], work: str = "") -> Result:
    """各种大小的语料都量一遍。*work* 给了就留着语料。"""
    known, missing = _tools(root, root / ".cache/bench")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(work or scratch)
        planted = {pages: _generate(root, folder / str(pages), pages) for pages in sizes}
        smallest = min(sizes)
        scores = _scores(known, folder / str(smallest), planted[smallest])
        timed = tuple(_time(known, folder / str(pages), pages, runs) for pages in sizes)
    starts = [measure(_help(root), root).seconds for _ in range(runs + 1)][1:]
    return Result(
        timed,
        scores,
        {on: [name for name, _ in rows] for on, rows in planted[smallest].items()},
        sorted(starts)[len(starts) // 2],
        tuple((tool.name.partition("：")[0].partition("（")[0], tool.version) for tool in known),
        missing,
        machine(),
        runs,
    )


def _help(root: Path) -> list[str]:
    return [sys.executable, str(root / "scripts/check.py"), "--help"]


def _tools(root: Path, cache: Path) -> tuple[list[Tool], tuple[str, ...]]:
    """（能跑的工具，装不上的和原因）。lychee 是基线，没有它就不量。"""
    cache.mkdir(parents=True, exist_ok=True)
    missing = []
    scripts = tools.python_tools(root, cache)
    program = {name: shutil.which(name, path=str(scripts)) or "" for name in ("lychee", "zensical")}
    known = [*tools.lychee(program["lychee"]), *tools.ours(root), *tools.floors()]
    known += [*tools.mkdocs(root), *tools.rumdl(), *tools.zensical(program["zensical"])]
    try:
        known += tools.npm(tools.node_tools(root, cache))
    except tools.NotInstalled as error:
        missing.append(f"markdownlint、linkinator（{error}）")
    return known, tuple(missing)


def _generate(root: Path, folder: Path, pages: int) -> dict[str, list[list[str]]]:
    """生成语料，再种毛病：哪一边 → （说法，文件）。"""
    print(f"· 生成 {pages} 页 …", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "jianjia.bench.faults", str(root), str(folder), str(pages)]
    path = {**os.environ, "PYTHONPATH": str(root / "scripts")}
    done = subprocess.run(command, env=path, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"语料没有生成：{done.stderr[-800:]}")
    told: dict[str, list[list[str]]] = json.loads(done.stdout)
    return told


def _scores(
    known: Sequence[Tool], corpus: Path, planted: dict[str, list[list[str]]]
) -> tuple[Score, ...]:
    """新报的那些行里，提到种了毛病的文件，就算找到。"""
    out = []
    for tool in known:
        if tool.name.startswith("只读") or not tool.judged:
            continue
        print(f"· 找毛病 {tool.name} …", file=sys.stderr, flush=True)
        clean, bad = (tool.found(corpus, bad=bad) for bad in (False, True))
        fresh = bad - clean
        found = tuple(any(path in line for line in fresh) for _, path in planted[tool.on])
        out.append(Score(tool.name, tool.on, found, len(clean)))
    return tuple(out)


def _time(known: Sequence[Tool], corpus: Path, pages: int, runs: int) -> Size:
    megabytes = sum(f.stat().st_size for f in (corpus / "site").rglob("*.html")) / 1e6
    timings: list[Timing] = []
    for slow in (False, True):
        chosen = [tool for tool in known if pages <= tool.most and tool.slow in {slow, None}]
        turns = max(1, runs // 2) if slow else runs
        if all(tool.slow is None for tool in chosen):
            continue
        timings += _alternate(chosen, corpus, turns, skip=2 if slow else 0)
    return Size(pages, megabytes, tuple(timings))


def _alternate(chosen: Sequence[Tool], corpus: Path, runs: int, skip: int) -> list[Timing]:
    """轮流跑；各与自己那一边的 lychee 比。*skip* 个基线另外量过了，不再列。"""
    timings = alternate([tool.contender(corpus) for tool in chosen], runs)
    bases = {"site": SITE_BASE, "source": SOURCE_BASE}
    sides = {on: {t.name: t for t in against(timings, base)} for on, base in bases.items()}
    return [sides[tool.on][tool.name] for tool in chosen[skip:]]


def machine() -> str:
    """这台机器：处理器、核数、系统、Python。"""
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        text = ""
    found = re.search(r"model name\s*: (.*)", text)
    processor = found[1].strip() if found else platform.processor() or platform.machine()
    system = " ".join(platform.uname()[:3:2])
    return f"{processor}，{os.cpu_count()} 核，{system}，Python {platform.python_version()}"
