"""清单用起来快不快：真的点、真的打字，从手按下去到画面变出来要多少毫秒，CPU 放慢四倍（像一台旧手机）。

浏览器自己排版、画图就要花时间，快慢又跟机器有关，所以打勾、换筛选各有一个对照：同一页、同样的变化，不用我们的脚本。
"""

import functools
import http.server
import statistics
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jianjia.library import Library
from jianjia.model import Checklist

PAGE = "docs/about/benchmarks.md"
TITLE = "## 清单：点一下到看见变化"
SLOWER = 4
ITEMS = 40
"""目标说的是多少项的清单。"""
GOAL = 50
"""毫秒。"""

_WATCH = """
window.taken = [];
for (const type of ["click", "input"]) addEventListener(type, (event) => {
  if (!event.isTrusted) return;
  const start = event.timeStamp;
  // 画之前叫 requestAnimationFrame，画完才轮到消息。
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.taken.push(performance.now() - start);
    port2.postMessage(0);
  });
}, true);
"""


_TICK, _FILTER = "打勾", "换筛选"
_FILTERS = ("todo", "waiting", "week", "all")
_TICKED = 20
"""勾几项。"""
_CONTROL = """
([ticked, names]) => {
  const rows = [...document.querySelectorAll("[data-item]")];
  for (const box of document.querySelectorAll(".jj-item-head > input")) {
    box.disabled = false;
    const line = document.createElement("p");
    line.className = "jj-item-said";
    line.textContent = "已办，3 月 1 日";
    const more = document.createElement("details");
    more.className = "jj-more";
    more.innerHTML = "<summary>更多</summary>";
    box.parentNode.append(more);
    box.addEventListener("change", () => more.before(line));
  }
  const group = document.createElement("div");
  group.className = "jj-filters";
  for (const name of names) {
    group.innerHTML += `<label><input type="radio" name="c" value="${name}"><span>${name}</span></label>`;
  }
  rows[0].closest("[data-checklist]").prepend(group);
  group.addEventListener("change", ({ target }) => rows.forEach((row, i) => {
    const off = target.value === "todo" ? i < ticked : target.value !== "all";
    if (off) row.dataset.off = "";
    else delete row.dataset.off;
  }));
}
"""
"""对照：勾一下，多出那句现状；换筛选，一样多的事项藏起来、放出来。"""


@dataclass(frozen=True, slots=True)
class Action:
    """一种动作：毫秒，一次一个数；``control`` 是对照，没有的为空。"""

    name: str
    taken: tuple[float, ...]
    control: tuple[float, ...] = ()

    @property
    def ratio(self) -> float | None:
        """中位数是对照的几倍。"""
        return self.median / statistics.median(self.control) if self.control else None

    @property
    def median(self) -> float:
        return statistics.median(self.taken)

    @property
    def slow(self) -> float:
        """二十次里最慢的那一次也不超过的。"""
        return sorted(self.taken)[max(0, round(len(self.taken) * 0.95) - 1)]


@dataclass(frozen=True, slots=True)
class Result:
    """一张清单上量的。"""

    title: str
    items: int
    browser: str
    actions: tuple[Action, ...]


def run(root: Path, runs: int, browser: str) -> tuple[Result, ...]:
    """建一遍网站，在最接近四十项的清单和最长的清单上各量 *runs* 轮。"""
    from playwright.sync_api import sync_playwright

    from jianjia.site.build import build

    pages = _lists(Library.load(root))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        if problem := build(root, site, strict=False):
            raise RuntimeError(problem)
        chrome = playwright.chromium.launch(
            executable_path=browser or None, args=["--no-sandbox", "--disable-gpu"]
        )
        with _serve(site) as address:
            results = tuple(_measure(chrome, address, page, runs) for page in pages)
        chrome.close()
    return results


def _lists(library: Library) -> list[Checklist]:
    """最接近四十项的和最长的；一样的，日子多的那张，每打一个勾要算的多。"""
    lists = [page for page in library.values() if isinstance(page, Checklist)]

    def dates(page: Checklist) -> int:
        return sum(bool(item.deadline) for item in page.items)

    near = min(lists, key=lambda page: (abs(len(page.items) - ITEMS), -dates(page)))
    longest = max(lists, key=lambda page: (len(page.items), dates(page)))
    return [near, longest]


def _measure(chrome: Any, address: str, page: Checklist, runs: int) -> Result:
    taken: dict[str, list[float]] = {}
    control: dict[str, list[float]] = {}
    for _ in range(runs):  # 轮着量，机器一时快一时慢，两边都碰上
        for once, numbers in ((_once, taken), (_controlled, control)):
            tab = chrome.new_page(viewport={"width": 360, "height": 800})
            tab.add_init_script(_WATCH)
            if once is _controlled:
                tab.route("**/checklist.js", lambda route: route.abort())
            tab.goto(address + page.path.removesuffix(".md") + "/")
            once(tab, numbers)
            tab.context.close()
    actions = tuple(
        Action(name, tuple(numbers), tuple(control.get(name, ())))
        for name, numbers in taken.items()
    )
    return Result(page.title, len(page.items), f"Chromium {chrome.version}", actions)


@contextmanager
def _serve(site: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def _once(tab: Any, taken: dict[str, list[float]]) -> None:
    """一轮：先填好起算日，再勾、展开、打字、筛选。"""
    tab.locator("summary", has_text="日子和提醒").click()
    tab.locator(".jj-anchor input").first.wait_for()  # 面板点开才取
    for field in tab.locator(".jj-anchor input").all():
        field.fill("2027-03-01")
    tab.locator("summary", has_text="日子和提醒").click()
    act = _watched(tab, taken)
    items = tab.locator("[data-item]").all()
    for item in items[:_TICKED]:
        box = item.locator(".jj-item-head > input")
        act(_TICK, box.click, box)
    for item in items[_TICKED : _TICKED + 10]:
        more = item.locator(".jj-more > summary")
        act("展开“更多”", more.click, more)
    note = items[_TICKED].locator("textarea")
    note.click()
    for letter in "周三再打电话问一声":
        act("备注里打一个字", lambda letter=letter: note.press_sequentially(letter))
    _filter(tab, act)


def _controlled(tab: Any, taken: dict[str, list[float]]) -> None:
    tab.evaluate(_CONTROL, [_TICKED, _FILTERS])
    act = _watched(tab, taken)
    for box in tab.locator(".jj-item-head > input").all()[:_TICKED]:
        act(_TICK, box.click, box)
    _filter(tab, act)


def _filter(tab: Any, act: Callable[..., None]) -> None:
    for name in _FILTERS * 3:
        radio = tab.locator(f".jj-filters input[value={name}]")
        act(_FILTER, radio.click, radio)


def _watched(tab: Any, taken: dict[str, list[float]]) -> Callable[..., None]:
    """放慢 CPU，返回做一个动作、记下多少毫秒的函数。"""
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def act(name: str, do: Any, at: Any = None) -> None:
        if at:  # 人是先划到、停住，再点；滚动那一帧不算在点的头上
            at.scroll_into_view_if_needed()
            tab.wait_for_timeout(150)
        before = tab.evaluate("taken.length")
        do()
        tab.wait_for_function("before => taken.length > before", arg=before)
        tab.wait_for_timeout(50)
        # 一次点击可能带出两个事件，算慢的那个。
        taken.setdefault(name, []).append(max(tab.evaluate("b => taken.slice(b)", before)))

    return act


def section(results: Sequence[Result], date: str) -> str:
    """写进基准页的一节。"""
    tables = "\n\n".join(map(_table, results))
    return (
        f"{TITLE}\n\n量的日子：{date}。{results[0].browser}，CPU 放慢 {SLOWER} 倍，360 像素宽，起算日都填好。"
        "从按下去到画完那一帧，毫秒。对照是同一页、同样的变化，不用清单的脚本：浏览器自己就要花这么久，"
        "快慢跟机器有关，看倍数。自己量：`python3 dev.py bench interaction`。\n\n"
        f"{tables}\n"
    )


def _table(result: Result) -> str:
    rows = "\n".join(
        f"| {a.name} | {a.median:.0f} | {a.slow:.0f} | {max(a.taken):.0f} | {len(a.taken)} "
        f"| {'达到' if a.slow <= GOAL else '没有达到'} | {_against(a)} |"
        for a in result.actions
    )
    return (
        f"“{result.title}”{result.items} 项：\n\n"
        f"| 动作 | 中位数 | 95% 不超过 | 最慢 | 次数 | 95% 不超过 {GOAL} 毫秒 | 对照的中位数，几倍 |\n"
        f"| --- | --- | --- | --- | --- | --- | --- |\n{rows}"
    )


def _against(action: Action) -> str:
    ratio = action.ratio
    return f"{statistics.median(action.control):.0f}，{ratio:.1f} 倍" if ratio else "—"


def kept(text: str) -> str:
    """基准页里原有的这一节；没有为空。别的基准重写那一页时，把它带上。"""
    start = text.find(TITLE)
    if start < 0:
        return ""
    end = text.find("\n## ", start)
    return text[start:] if end < 0 else text[start : end + 1]


def write(root: Path, results: Sequence[Result], date: str) -> None:
    """换掉基准页里的这一节；原来没有的，加在最后。"""
    path = root / PAGE
    text = path.read_text("utf-8")
    old = kept(text)
    fresh = section(results, date)
    path.write_text(text.replace(old, fresh) if old else f"{text.rstrip()}\n\n{fresh}", "utf-8")
