"""把校验基准的结果写成 docs/about/benchmarks.md 和旁边的图。"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jianjia.bench import Timing, chart, interaction, tools
from jianjia.bench.check import Result, Score, Size

PAGE = "docs/about/benchmarks.md"
FIGURE = "docs/assets/bench-check.svg"
_OURS = "建家"
_GOALS = (
    ("查网站不超过 lychee（查锚点）的 0.35 倍", tools.SITE, 0.35),
    ("查源文件的链接不超过 lychee 查 Markdown 的 1 倍，从头查", tools.LINKS, 1.0),
    ("查源文件的链接不超过 lychee 查 Markdown 的 1 倍，改了一页再查", tools.LINKS_AGAIN, 1.0),
)


def write(root: Path, result: Result, date: str) -> None:
    path = root / PAGE
    # 同一页里还有清单的一节，不是这里量的，原样带上。
    more = interaction.kept(path.read_text("utf-8")) if path.exists() else ""
    path.write_text(f"{page(result, date).rstrip()}\n\n{more}".rstrip() + "\n", "utf-8")
    largest = result.sizes[-1]
    rows = [(t.name, t.median, t.name.startswith(_OURS)) for t in _shown(largest)]
    title = f"{largest.pages} 页，各用多少秒"
    (root / FIGURE).write_text(chart.draw(title, rows), "utf-8")


def _shown(size: Size) -> list[Timing]:
    return sorted(size.timings, key=lambda timing: timing.median)


_HEAD = """\
---
title: 基准
summary: 校验有多快、找得多全：同一批语料，和同类工具轮流跑，多少秒、多少内存、找到几处、误报几处。
audience: [内容编辑]
order: 9
---
"""
_HOW = """\
语料由仓库自己的正文重新拼成，各种页的比例也照仓库；源文件每页至少 6 个链接，网页 62 个，三分之一带中文锚点。\
每种工具各热身一次，再轮流跑 {runs} 轮（很慢的少跑几轮），取中位数；比值是各轮比值的中位数。\
我们的检查记着上次的结果，所以量两种：“从头查”不用它，“改了一页”是编辑平常的样子——改一页，再查全部。\
秒数随机器变，看比值。从头查的时间里约有 0.15 秒是 Python 启动和装载模块，页少的时候占大头。自己量：`python3 dev.py bench check`，\
要比的工具照锁文件装进 `.cache/bench`，不进平常的环境。"""
_FAIR = """\
源文件和网页里各种下二十处毛病，一处一页。“误报”是没有种毛病的语料上报出来的处数。别的工具查源文件时不认得\
清单事项和条文的锚点（建站时才写上去），所以误报多；查网页就没有这个问题。"""


def page(result: Result, date: str) -> str:
    versions = "、".join(dict.fromkeys(f"{n} {v}" for n, v in result.versions if v))
    largest = result.sizes[-1].pages
    parts = [
        _HEAD.rstrip(),
        f"量的日子：{date}。机器：{result.machine}。版本：{versions}。",
        _HOW.format(runs=result.runs),
        *(f"没有装上、没有量的：{name}。" for name in result.missing),
        "## 快慢",
        f"![各种工具查完 {largest} 页用的秒数，建家的是红色](../assets/bench-check.svg)",
        *map(_size, result.sizes),
        "### 目标",
        "\n".join(_goals(result)),
        "## 找得全不全",
        _FAIR,
        _scores(result.scores),
        f"### 种在源文件里的二十处\n\n{_planted(result, 'source')}",
        f"### 种在网页里的二十处\n\n{_planted(result, 'site')}",
    ]
    return "\n\n".join(parts) + "\n"


def _size(size: Size) -> str:
    rows = "\n".join(
        f"| {t.name} | {t.median:.2f} | {t.low:.2f}–{t.high:.2f} | {t.ratio:.2f} | {t.memory:.0f} |"
        for t in size.timings
    )
    return (
        f"### {size.pages} 页\n\n网页共 {size.megabytes:.0f} MB。\n\n"
        "| 工具 | 中位数（秒） | 最快–最慢 | 与 lychee 之比 | 内存峰值（MB） |\n"
        f"| --- | --- | --- | --- | --- |\n{rows}"
    )


def _goals(result: Result) -> Iterator[str]:
    """目标达到没有，直说。"""
    for text, name, goal in _GOALS:
        said = "；".join(_against(size, name, goal) for size in result.sizes)
        yield f"- {text}：{said}。"
    yield from _growth(result)
    yield f"- 启动（`check.py --help`）不超过 0.15 秒：{result.help_seconds:.2f} 秒。"


def _named(size: Size, name: str) -> Timing:
    return next(t for t in size.timings if t.name == name)


def _against(size: Size, name: str, goal: float) -> str:
    ratio = _named(size, name).ratio
    return f"{size.pages} 页 {ratio:.2f}（{'达到' if ratio <= goal else '没有达到'}）"


def _growth(result: Result) -> Iterator[str]:
    sizes = {size.pages: size for size in result.sizes}
    if 1000 in sizes:
        fresh, again = (
            _named(sizes[1000], name).median for name in (tools.WHOLE, tools.WHOLE_AGAIN)
        )
        yield f"- 全部规则查 1000 页不超过 1.5 秒：从头查 {fresh:.2f} 秒，改了一页再查 {again:.2f} 秒。"
    if {1000, 3000} <= sizes.keys():
        for name in (tools.SITE, tools.WHOLE, tools.WHOLE_AGAIN):
            one, three = (_named(sizes[pages], name) for pages in (1000, 3000))
            times = three.median / one.median
            yield (
                f"- {name}：3000 页不超过 1000 页的 3.2 倍：{times:.2f} 倍；"
                f"内存不超过 250 MB：{three.memory:.0f} MB。"
            )


def _scores(scores: Sequence[Score]) -> str:
    rows = "\n".join(f"| {s.tool} | {sum(s.found)} / {len(s.found)} | {s.alarms} |" for s in scores)
    return f"| 工具 | 找到 | 误报 |\n| --- | --- | --- |\n{rows}"


def _planted(result: Result, on: str) -> str:
    """每处毛病谁找到了。"""
    names = result.planted[on]
    chosen = [score for score in result.scores if score.on == on]
    head = " | ".join(score.tool for score in chosen)
    rows = "\n".join(
        f"| {name} | {' | '.join('有' if score.found[i] else '—' for score in chosen)} |"
        for i, name in enumerate(names)
    )
    return f"| 毛病 | {head} |\n| --- {'| --- ' * len(chosen)}|\n{rows}"
