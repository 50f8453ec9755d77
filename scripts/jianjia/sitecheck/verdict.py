"""一个不通的地址，毛病是哪一条，话怎么说。"""

import re
from collections.abc import Iterator

from jianjia.sitecheck import hints
from jianjia.sitecheck.address import unquote
from jianjia.sitecheck.hints import Hints
from jianjia.sitecheck.model import (
    EMPTY,
    FORM,
    LOAD,
    LOCAL,
    MAIL,
    PHONE,
    REFRESH,
    ROOT,
    SCRIPT,
    Fault,
    File,
    Ref,
    Site,
)

_DOWNLOAD = re.compile(r"\.(?:docx?|xlsx?|pptx?|wps|et|dps|pdf|ofd|zip|rar|7z|csv|ics)\Z", re.I)
"""点了是下载的。"""

_NOUNS = {"SIT101": "没有这一页", "SIT102": "没有这个文件", "SIT103": "没有这个下载文件"}
_MAIL = re.compile(r"[^@\s，；、＠]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+\Z")
_PHONE = re.compile(r"\+?[0-9][0-9 ()\-.]+[0-9](?:[,;pw*#].*)?\Z")


def unusual(file: File, ref: Ref) -> Iterator[Fault]:
    """空的、会运行脚本的、邮箱、电话。"""
    written = ref.written.strip()
    if ref.kind == EMPTY and ref.use not in {FORM, REFRESH}:
        yield Fault(file, "SIT108", "地址是空的", ref)
    elif ref.kind == SCRIPT:
        yield Fault(file, "SIT109", f"“{written[:40]}”会运行脚本", ref)
    elif ref.kind == MAIL:
        before, asked, _ = ref.path.partition("?")
        people = [part.strip() for part in before.split(",") if part.strip()]
        if not all(map(_MAIL.match, people)) or not (people or asked):
            yield Fault(file, "SIT110", f"邮箱“{before}”写得不对", ref)
    elif ref.kind == PHONE and not _PHONE.match(ref.path.partition("?")[0]):
        yield Fault(file, "SIT110", f"电话“{ref.path}”写得不对", ref)


def outside(site: Site, file: File, ref: Ref) -> Fault:
    """指到网站外面的。"""
    if ref.kind == LOCAL:
        return Fault(file, "SIT106", f"“{ref.written}”往上走出了网站的文件夹", ref)
    if ref.kind == ROOT:
        return Fault(file, "SIT107", f"“{ref.written}”不在网站所在的 {site.base} 下面", ref)
    return Fault(file, "SIT111", f"“{ref.written}”只有写稿的电脑或单位内网打得开", ref)


def missing(known: Hints, file: File, ref: Ref, path: str, near: str) -> Fault:
    """打不开：大小写不对、字形不对（*near* 是真实的路径），还是真的没有。"""
    if near and hints.composed(near) == hints.composed(path):
        what = f"“{ref.written}”和真实的文件名看着一样，字符却不同（NFC/NFD）"
        return Fault(file, "SIT105", what, ref)
    if near:
        return Fault(file, "SIT104", f"“{ref.written}”大小写不对，真实的是“{near}”", ref)
    if ref.use == REFRESH:
        what = f"要转到的“{ref.written}”不存在{known.path(path)}"
        return Fault(file, "SIT301", what, ref)
    code = _sort(ref, path)
    if ref.written.startswith("www."):
        return Fault(file, code, f"“{ref.written}”前面漏了 https://", ref)
    return Fault(file, code, f"{_NOUNS[code]}：“{ref.written}”{known.path(path)}", ref)


def _sort(ref: Ref, path: str) -> str:
    if _DOWNLOAD.search(path):
        return "SIT103"
    return "SIT102" if ref.use == LOAD else "SIT101"


def anchor(known: Hints, file: File, ref: Ref, target: File) -> Iterator[Fault]:
    """锚点在不在。浏览器先按写下的比，再解码一次比；分大小写，也分字形。"""
    name = ref.anchor.partition(":~:")[0]
    written = ref.written.partition("#")[2].strip()
    ids = target.ids
    if not name or ids is None or name in ids or written in ids or name.lower() == "top":
        return
    if not target.page and "(" in name:  # 图片的 #svgView(…)
        return
    where = "本页" if target is file else f"“{target.path}”里"
    twice, near = unquote(name), known.same_anchor(target, name)
    if twice in ids:
        yield Fault(file, "SIT202", f"锚点“#{twice}”被编码了两次", ref)
    elif near and hints.composed(near) == hints.composed(name):
        yield Fault(file, "SIT204", f"锚点“#{near}”看着一样，字符却不同（NFC/NFD）", ref)
    elif near:
        what = f"{where}没有锚点“#{name}”，大小写应当是“#{near}”"
        yield Fault(file, "SIT203", what, ref)
    else:
        what = f"{where}没有锚点“#{name}”{known.anchor(target, name)}"
        yield Fault(file, "SIT201", what, ref)
