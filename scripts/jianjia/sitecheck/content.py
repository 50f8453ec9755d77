"""文件本身的毛病：空的、内容和扩展名不符、名字只差大小写、没有人用。"""

import re
from collections.abc import Iterator

from jianjia.sitecheck import tree
from jianjia.sitecheck.hints import fold
from jianjia.sitecheck.model import Fault, File, Site
from jianjia.sitecheck.walk import Walk

_HEADS: dict[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "webp": (b"RIFF",),
    "ico": (b"\0\0\1\0", b"\x89PNG"),
    "pdf": (b"%PDF-",),
    "zip": (b"PK\3\4", b"PK\5\6"),
    "docx": (b"PK\3\4",),
    "xlsx": (b"PK\3\4",),
    "pptx": (b"PK\3\4",),
    "doc": (b"\xd0\xcf\x11\xe0", b"{\\rtf"),
    "xls": (b"\xd0\xcf\x11\xe0",),
    "ppt": (b"\xd0\xcf\x11\xe0",),
    "gz": (b"\x1f\x8b",),
    "woff": (b"wOFF",),
    "woff2": (b"wOF2",),
}
"""扩展名 → 文件开头的字节。"""

_OFFICE = {"docx": b"word/", "xlsx": b"xl/", "pptx": b"ppt/"}
_NOT_HTML = frozenset(["css", "js", "mjs", "json", "csv", "xml", "webmanifest"])
_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.I)
_TAIL = 66_000
"""压缩包的目录在最后；说明最长 65535 字节。"""
_ALWAYS_USED = re.compile(
    r"(?:robots\.txt|sitemap[^/]*\.xml(?:\.gz)?|favicon\.(?:ico|svg|png)|CNAME|_headers|_redirects"
    r"|LICENSE[^/]*|(?:.*/)?[^/]+\.map|\.well-known/.*)\Z"
)
_SPEAKING = (".js", ".mjs", ".json", ".webmanifest", ".html", ".htm", ".css", ".xml")


def spoiled(site: Site) -> Iterator[Fault]:
    """空的，或者打开来不是那种文件。"""
    for path, file in site.files.items():
        kind = path.rpartition(".")[2].lower()
        if file.size == 0:
            yield Fault(file, "SIT401", "文件是空的")
        elif (kind in _HEADS or kind in _NOT_HTML) and (what := _unlike(site, file, kind)):
            yield Fault(file, "SIT402", what)


def _unlike(site: Site, file: File, kind: str) -> str:
    with (site.root / file.path).open("rb") as stream:
        head = stream.read(64)
        if _HTML.match(head):
            return f"名字是 .{kind}，内容却是网页（常常是“找不到”的那一页）"
        if (heads := _HEADS.get(kind)) and not head.startswith(heads):
            return f"名字是 .{kind}，内容却不是"
        if kind in {"zip", *_OFFICE}:
            stream.seek(max(0, file.size - _TAIL))
            tail = stream.read()
            if b"PK\5\6" not in tail:
                return f"这个 .{kind} 不完整，打不开"
            if kind in _OFFICE and _OFFICE[kind] not in tail:
                return f"名字是 .{kind}，内容却是别的压缩包"
    return ""


def twins(site: Site) -> Iterator[Fault]:
    """名字只差大小写或字形：在 Windows、macOS 上后一个盖掉前一个。"""
    first: dict[str, File] = {}
    for path in sorted(site.files):
        other = first.setdefault(fold(path), site.files[path])
        if other.path != path:
            what = f"和“{other.path}”只差大小写或字形"
            yield Fault(site.files[path], "SIT403", what)


def unused(walk: Walk) -> Iterator[Fault]:
    """没有人用的文件。脚本和数据里提到名字的也算有人用。"""
    reached = walk.used.union(*walk.leads.values())
    idle = {
        file.path: file.path.rpartition("/")[2].encode()
        for file in walk.site.files.values()
        if not file.page and file not in reached and not _ALWAYS_USED.match(file.path)
    }
    for path in sorted(walk.site.files):
        if idle and path.lower().endswith(_SPEAKING):
            data = tree.load(walk.site.root, path)
            for known in [known for known, name in idle.items() if known != path and name in data]:
                del idle[known]
    for path in sorted(idle):
        yield Fault(walk.site.files[path], "SIT404", "没有哪一页用到这个文件")
