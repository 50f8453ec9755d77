"""写下的地址 → 拆开的各段。同样的写法只拆一次。"""

import functools
import re
from urllib.parse import unquote as _unquote

from jianjia.sitecheck.model import (
    EMPTY,
    LOCAL,
    MAIL,
    OTHER,
    PHONE,
    PRIVATE,
    ROOT,
    SCRIPT,
    WEB,
    Ref,
)

_PLAIN = re.compile(r"((?:\.\./)*+)((?:[\w\-][\w\-.]*+/)*+(?:[\w\-][\w\-.]*+)?)(?:#(\S*+))?\Z")
"""最常见的写法，不必多想。"""

_ALL_CODED = re.compile(r"(?:%[0-9a-fA-F]{2})++\Z")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_NEAR = re.compile(
    r"(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+"
    r"|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|\[::1?\]|[^./]+\.local)\Z",
    re.I,
)
_HOST = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.\-]*:)?//(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)")
_KINDS = {"http": WEB, "https": WEB, "javascript": SCRIPT, "vbscript": SCRIPT, "file": PRIVATE}


def unquote(text: str) -> str:
    """解码一次；整段都是百分号的（汉字）走近路。"""
    if "%" not in text:
        return text
    if _ALL_CODED.match(text):
        return bytes.fromhex(text.replace("%", "")).decode("utf-8", "replace")
    return _unquote(text)


@functools.lru_cache(maxsize=1 << 16)
def parse(use: str, written: str) -> Ref:
    """拆开一个地址；*written* 已经去掉实体。"""
    if m := _PLAIN.match(written):
        up, path, anchor = m[1], m[2], m[3]
        if written:
            return Ref(use, written, LOCAL, len(up) // 3, path, unquote(anchor or ""))
    text = re.sub(r"[\t\n\r]", "", written.strip("\0 \t\n\r\f")).replace("\\", "/")
    if not text:
        return Ref(use, written, EMPTY, 0, "", "")
    if text.startswith("//"):
        return _web(use, written, text)
    if m := _SCHEME.match(text):
        return _with_scheme(use, written, text, m[1].lower())
    before, _, anchor = text.partition("#")
    path, kind = unquote(before.partition("?")[0]), LOCAL
    if path.startswith("/"):
        path, kind = path[1:], ROOT
    ups, path = _normal(path, kind)
    return Ref(use, written, kind, ups, path, unquote(anchor))


def host(text: str) -> str:
    """``https://甲/乙`` → ``甲``（小写）。"""
    m = _HOST.match(text)
    return m[1].lower() if m else ""


def split(text: str) -> tuple[str, str]:
    """``https://甲:1/乙?丙#丁`` → （``甲:1``，``/乙``），路径已解码。"""
    rest = text.partition("//")[2].partition("#")[0].partition("?")[0]
    where, slash, path = rest.partition("/")
    return where.lower(), unquote(slash + path) or "/"


def _with_scheme(use: str, written: str, text: str, scheme: str) -> Ref:
    if scheme in {"http", "https"}:
        return _web(use, written, text)
    if scheme in {"mailto", "tel", "sms"}:
        kind = MAIL if scheme == "mailto" else PHONE
        return Ref(use, written, kind, 0, unquote(text[len(scheme) + 1 :]), "")
    if scheme == "data" and text[5:].lstrip().lower().startswith("text/html"):
        return Ref(use, written, SCRIPT, 0, text, "")
    if len(scheme) == 1:  # C:\文件，是写稿人自己电脑上的地址
        return Ref(use, written, PRIVATE, 0, text, "")
    return Ref(use, written, _KINDS.get(scheme, OTHER), 0, text, "")


def _web(use: str, written: str, text: str) -> Ref:
    kind = PRIVATE if _NEAR.match(host(text)) else WEB
    return Ref(use, written, kind, 0, text, unquote(text.partition("#")[2]))


def _normal(path: str, kind: int) -> tuple[int, str]:
    """去掉“.”和“..”：（开头要上几层，其余部分）。末尾的斜杠留着。"""
    if "." not in path:
        return 0, path
    parts = path.split("/")
    last = parts[-1]
    ups, kept = 0, list[str]()
    for part in parts[:-1] if last not in {".", ".."} else parts:
        if part == "..":
            if kept:
                kept.pop()
            else:
                ups += 1
        elif part != ".":
            kept.append(part)
    head = "".join(f"{part}/" for part in kept)
    if kind == ROOT:
        ups = 0
    return ups, head + (last if last not in {".", ".."} else "")
