"""把整个网站的地址走一遍：哪些不通，哪一页走得到哪一页，谁用了哪个文件。"""

import re
from dataclasses import dataclass, field

from jianjia.sitecheck import address, verdict
from jianjia.sitecheck.hints import Hints
from jianjia.sitecheck.model import (
    BASE,
    CANONICAL,
    FETCHED,
    FORM,
    LOCAL,
    NAME,
    PRIVATE,
    REFRESH,
    ROOT,
    WALKED,
    WEB,
    Fault,
    File,
    Ref,
    Site,
)


@dataclass(slots=True)
class Walk:
    """走一遍的结果，边走边添。"""

    site: Site
    faults: list[Fault] = field(default_factory=list)
    leads: dict[File, set[File]] = field(default_factory=dict)
    """页 → 从它走得到的文件。"""
    used: set[File] = field(default_factory=set)
    """网页和样式取用的文件。"""
    moved: dict[File, File | None] = field(default_factory=dict)
    """转向页 → 它转到哪里；转不到的为空。过一会儿重读自己的不算转向。"""
    strangers: dict[str, list[tuple[File, Ref]]] = field(default_factory=dict)
    """第三方主机 → 谁向它要东西。"""


def walk(site: Site) -> Walk:
    """逐个文件走。绝大多数地址是相对的、通的，在这个循环里就了结了。"""
    done, known, doors = Walk(site), Hints(site), site.doors
    for file in site.files.values():
        if not file.refs:
            continue
        steps, here = _start(site, file)
        depth = len(steps)
        leads: set[File] = set()
        hard: list[Ref] = []
        for ref in file.refs:
            use, _, kind, ups, path, anchor = ref
            if kind == LOCAL and ups < depth:
                target = doors.get(steps[ups] + path) if ups or path else here
                if target is not None and (
                    not anchor or target.ids is None or anchor in target.ids
                ):
                    if use in WALKED:
                        leads.add(target)
                        if use == REFRESH and target is not file:
                            done.moved[file] = target
                    else:
                        done.used.add(target)
                    continue
            hard.append(ref)
        for ref in sorted(hard):  # 排好序，每次说的话才一样
            found = _look(done, known, file, ref, steps)
            if found is not None and ref.use in WALKED:
                leads.add(found)
        done.leads[file] = leads
    return done


def _start(site: Site, file: File) -> tuple[list[str], File | None]:
    """（从这一页往上数的各层文件夹，“本页”是哪一页）；写了 ``<base>`` 就不是它自己。"""
    base = min((ref for ref in file.refs if ref.use == BASE), default=None)
    if base is None:
        return _above(file.path), file
    path = within(site, base, _above(file.path))
    return ([], None) if path is None else (_above(path), site.doors.get(path))


def _above(path: str) -> list[str]:
    """``a/b/c.html`` → ``a/b/``、``a/``、空。"""
    out = [path[: path.rfind("/") + 1]]
    while out[-1]:
        out.append(out[-1][: out[-1].rfind("/", 0, -1) + 1])
    return out


def within(site: Site, ref: Ref, steps: list[str]) -> str | None:
    """地址 → 网站里的路径；指到外面的为 ``None``。"""
    if ref.kind == LOCAL:
        return steps[ref.ups] + ref.path if ref.ups < len(steps) else None
    if ref.kind == ROOT:
        return under(site, f"/{ref.path}")
    host, path = address.split(ref.path)
    return under(site, path) if site.origin and host == site.origin else None


def under(site: Site, path: str) -> str | None:
    """网址里的路径 → 网站里的路径。"""
    if path.startswith(site.base):
        return path[len(site.base) :]
    return "" if path == site.base.rstrip("/") else None


def _look(done: Walk, known: Hints, file: File, ref: Ref, steps: list[str]) -> File | None:
    """不那么简单的地址，慢慢看；通的返回指到的文件。"""
    if ref.kind not in {LOCAL, ROOT, WEB, PRIVATE}:
        done.faults += verdict.unusual(file, ref)
        return None
    if ref.use == BASE or (ref.kind == LOCAL and not steps):  # <base> 指到别的网站去了
        return None
    path = within(done.site, ref, steps)
    if path is None or (ref.kind == PRIVATE and ref.use not in {NAME, CANONICAL}):
        _outside(done, file, ref)
        return None
    target = _open(done.site, path)
    if ref.use == REFRESH and target is not file:
        done.moved[file] = target
    if target is None:
        near = known.same_path(path)  # 只差大小写的只报一次，不连带报“走不到”
        done.faults.append(verdict.missing(known, file, ref, path, near))
        return done.site.doors.get(near) if near else None
    done.faults += verdict.anchor(known, file, ref, target)
    done.used.add(target)
    return target


def _open(site: Site, path: str) -> File | None:
    target = site.doors.get(path)
    if target is None and "//" in path:  # 服务器把连着的斜杠当一个
        target = site.doors.get(re.sub("/{2,}", "/", path))
    return target


def _outside(done: Walk, file: File, ref: Ref) -> None:
    if ref.kind != WEB:
        done.faults.append(verdict.outside(done.site, file, ref))
    elif ref.use in FETCHED or ref.use == FORM:
        done.strangers.setdefault(address.host(ref.path), []).append((file, ref))
