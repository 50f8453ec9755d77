"""整页的毛病：编号重复、转向绕圈、走不到、第三方、网站地图。"""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from jianjia.sitecheck import address, tree
from jianjia.sitecheck.hints import Hints
from jianjia.sitecheck.model import FORM, REFRESH, Fault, File, Ref, Site
from jianjia.sitecheck.walk import Walk, under

_LOC = re.compile(rb"<loc>\s*+(?:<!\[CDATA\[)?+([^<\]]*+)(?:\]\]>)?+\s*+</loc>", re.I)
_ERROR_PAGE = re.compile(r"[45]\d\d\Z")


def doubles(site: Site) -> Iterator[Fault]:
    """同一页有两个一样的编号。"""
    for file in site.files.values():
        for name in file.doubles if file.page else ():
            yield Fault(file, "SIT205", f"编号“{name}”在这一页前面已经用过", name=name)


def circles(walk: Walk) -> Iterator[Fault]:
    """转向绕圈，或者转了几次落到不存在的页。"""
    for file, target in walk.moved.items():
        path = [file]
        while target is not None and target in walk.moved and target not in path:
            path.append(target)
            target = walk.moved[target]
        names = " → ".join(step.path for step in path)
        if target is None and len(path) > 1:
            what = f"转了 {len(path)} 次，最后的页不存在：{names}"
            yield Fault(file, "SIT301", what, _turn(file))
        elif target is file:
            yield Fault(file, "SIT302", f"转来转去回到原处：{names} → {file.path}", _turn(file))
        elif target is not None and target in path:
            yield Fault(file, "SIT302", f"转进了绕圈的页：{names} → {target.path}", _turn(file))


def _turn(file: File) -> Ref | None:
    return min((ref for ref in file.refs if ref.use == REFRESH), default=None)


def unreachable(walk: Walk) -> Iterator[Fault]:
    """从首页点不到的页。"""
    start = walk.site.start
    if start is None:
        if any(file.page for file in walk.site.files.values()):
            first = min(walk.site.files.values(), key=lambda file: (not file.page, file.path))
            yield Fault(first, "SIT303", "网站没有首页 index.html")
        return
    seen, waiting = {start}, [start]
    while waiting:
        for target in walk.leads.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    for file in walk.site.files.values():
        if file.page and file not in seen and not _unlinked(file):
            yield Fault(file, "SIT303", "从首页一步步点，到不了这一页")


def _unlinked(file: File) -> bool:
    """本来就不会有人链到的：转向页、出错页。"""
    return _turn(file) is not None or bool(_ERROR_PAGE.match(PurePosixPath(file.path).stem))


def strangers(walk: Walk) -> Iterator[Fault]:
    """向第三方要东西：一个主机说一次。"""
    for host, places in walk.strangers.items():
        file, ref = min(places, key=lambda place: (place[0].path, place[1]))
        does = "把填的内容交给" if ref.use == FORM else "一打开就向"
        count = len({place[0].path for place in places})
        more = f"，共 {count} 个文件" if count > 1 else ""
        what = f"{does}第三方 {host}" + ("" if ref.use == FORM else " 要东西") + more
        yield Fault(file, "SIT112", what, ref)


def sitemap(site: Site) -> Iterator[Fault]:
    """网站地图里的每个地址都有对应的页。"""
    known = Hints(site)
    for path, file in site.files.items():
        if not re.fullmatch(r"sitemap[^/]*\.xml", path):
            continue
        names = [
            m[1].decode("utf-8", "replace").strip()
            for m in _LOC.finditer(tree.load(site.root, path))
        ]
        place = replace(site, base=_common(names)) if not site.origin else site
        for name in names:
            text = html.unescape(name)
            host, where = address.split(text)
            inside = under(place, where) if host == site.origin or not site.origin else None
            if inside is None:
                what = f"“{text}”不在这个网站里"
                yield Fault(file, "SIT304", what, name=name)
            elif inside not in site.doors:
                what = f"“{text}”没有对应的页{known.path(inside)}"
                yield Fault(file, "SIT304", what, name=name)


def _common(names: list[str]) -> str:
    """不知道网站挂在哪里时，网站地图里最短的那个地址就是首页。"""
    paths = [address.split(name)[1] for name in names]
    return min(paths, key=len, default="/").rpartition("/")[0] + "/"
