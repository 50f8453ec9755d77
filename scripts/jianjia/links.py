"""一页里写了哪些链接，在第几行第几列，指到哪里。代码里的、注释里的不算。"""

import bisect
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from jianjia.outline import Outline

_CODE = re.compile(r"(`+)(?:.*?[^`])\1(?!`)|<!--.*?-->", re.S)
_INLINE = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]"
    r"\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<target>(?:[^\s()\\]|\\.|\([^\s()]*\))*))"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?(?P<target>\S+?)>?(?:\s|$)", re.M)
_HTML = re.compile(
    r"""<(?:a|img|source|link|script|iframe)\b[^>]*?\b(?:href|src)\s*=\s*(["'])(?P<target>.*?)\1""",
    re.I,
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Link:
    """一个链接。``target`` 是写下的样子；``path`` 是仓库路径（站外的为空），``anchor`` 已解码。"""

    line: int
    column: int
    text: str
    target: str
    image: bool
    path: str
    anchor: str

    @property
    def external(self) -> bool:
        return bool(_SCHEME.match(self.target))


def find(outline: Outline) -> Iterator[Link]:
    """按先后给出一页的链接。"""
    text = _blank_code(outline)
    starts = [0]
    for line in outline.lines:
        starts.append(starts[-1] + len(line) + 1)
    found = [
        *(
            (m.start(), m["text"], m["angled"] or m["target"] or "", bool(m["image"]))
            for m in _INLINE.finditer(text)
        ),
        *((m.start("target"), "", m["target"], False) for m in _DEFINITION.finditer(text)),
        *((m.start("target"), "", m["target"], False) for m in _HTML.finditer(text)),
    ]
    for at, label, target, image in sorted(found):
        number = bisect.bisect_right(starts, at)
        path, anchor = resolve(outline.path, target)
        yield Link(number, at - starts[number - 1] + 1, label, target, image, path, anchor)


def resolve(source: str, target: str) -> tuple[str, str]:
    """写下的相对地址 → （仓库路径，锚点）。站外的路径为空。"""
    if _SCHEME.match(target):
        return "", ""
    address, _, anchor = target.partition("#")
    address = unquote(address.partition("?")[0])
    if not address:
        return source, unquote(anchor)
    folder = posixpath.dirname(source)
    return posixpath.normpath(posixpath.join(folder, address)), unquote(anchor)


def _blank_code(outline: Outline) -> str:
    """代码和注释换成等长的空白，行列不变。"""
    lines = outline.lines
    for i in range(outline.body_line - 1):
        lines[i] = " " * len(lines[i])
    fence = ""
    for i, line in enumerate(lines):
        m = re.match(r"\s*(`{3,}|~{3,})", line)
        if fence:
            if m and m[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            lines[i] = " " * len(line)
        elif m:
            fence = m[1]
            lines[i] = " " * len(line)
    text = "\n".join(lines)
    return _CODE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
