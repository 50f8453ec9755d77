"""检查建好的网站：一个文件夹里的网页、样式、附件，地址和锚点都通不通。什么生成器建的都行。

``tree`` 读文件夹 → ``walk`` 把地址走一遍 → ``pages``、``content`` 看整页和文件 → ``place`` 定位。
规则的说明和例子在 ``rules``；``online`` 查站外链接，只报告。
"""

from collections.abc import Collection, Iterator
from pathlib import Path

from jianjia.sitecheck import content, pages, place, tree
from jianjia.sitecheck.model import Fault, Finding, Site, Trouble
from jianjia.sitecheck.rules import RULES
from jianjia.sitecheck.walk import walk


def check(
    root: Path, *, base: str = "", unused: bool = False, codes: Collection[str] = RULES
) -> tuple[list[Finding], Site]:
    """查一个网站文件夹：（排好序的问题，读到的网站）。"""
    try:
        site = tree.read(root, base)
        faults = [fault for fault in _faults(site, unused) if fault.code in codes]
        return place.findings(site, faults), site
    except OSError as error:
        raise Trouble(f"读不了 {error.filename}（{error.strerror}）") from error


def _faults(site: Site, unused: bool) -> Iterator[Fault]:
    done = walk(site)
    yield from done.faults
    yield from pages.doubles(site)
    yield from pages.circles(done)
    yield from pages.unreachable(done)
    yield from pages.strangers(done)
    yield from pages.sitemap(site)
    yield from content.spoiled(site)
    yield from content.twins(site)
    if unused:
        yield from content.unused(done)


__all__ = ["RULES", "Finding", "Site", "Trouble", "check"]
