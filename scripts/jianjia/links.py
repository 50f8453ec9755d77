"""一页里写了哪些链接，在第几行第几列，指到哪里。代码里的、注释里的不算。"""

import functools
import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from jianjia.outline import Outline

BLANK = "\0"
"""代码、注释里的字换成它：长短不变，又不会被当成空格。"""

_INLINE = re.compile(
    r"\[(?P<text>[^\[\]\n]*+(?:\[[^\[\]\n]*\][^\[\]\n]*+)*+)\]"
    r"\(\s*+(?:<(?P<angled>[^<>\n]*)>|(?P<target>[^\s()\\]*+(?:(?:\\.|\([^\s()]*\))[^\s()\\]*+)*+))"
    r"(?:\s++(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*+\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?P<target>[^\s>]++)", re.M)
_HTML = re.compile(
    r"""<(?:a|img|source|link|script|iframe)\b[^<>]*?\b(?:href|src)\s*+=\s*+(["'])(?P<target>.*?)\1""",
    re.I,
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})(.*)\Z")
_UNSEEN = (
    ("](", re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*+\)")),
    ("<", re.compile(r"<[A-Za-z!/][^<>\n]*>")),
    ("://", re.compile(r"https?://[!-;=?-~]+")),
    ("【若", re.compile(r"【若[ ：:]*=[^【】\n]*】")),
)
"""读者看不见的字：链接的地址、HTML 标签、网址、文书里的算式；前面是一眼看得出有没有的标志。"""
SIGNS = re.compile(
    r"[\n!-/:-Z\[-`{-~\u00a0-\u00bf\u00d7\u2000-\u27bf\u3003-\u303f\uff01-\uff0b\uff0d-\uff19\uff1c-\uff5e]"
)
"""标点符号、大写字母和换行；，。、；：到处都有，不收。"""
_SHOWN = re.compile(r"(?:title|summary|document|unit): +")


class Link(NamedTuple):
    """一个链接。``target`` 是写下的样子；``path`` 是仓库路径（站外的为空），``anchor`` 已解码。"""

    line: int
    column: int
    text: str
    target: str
    image: bool
    path: str
    anchor: str
    written: str = "inline"
    """怎样写的：inline ``[字](址)``，definition ``[名]: 址``，html 标签里的 href、src。"""

    @property
    def external(self) -> bool:
        return not self.path


def find(outline: Outline, text: str | None = None) -> Iterator[Link]:
    """按先后给出一页的链接；*text* 是已经算好的 :func:`blank`。"""
    if text is None:
        text = blank(outline)
    found = [
        *(_inline(text, m) for m in _INLINE.finditer(text)),
        *((m.start("target"), "", m["target"], False, "definition") for m in _definitions(text)),
        *((m.start("target"), "", m["target"], False, "html") for m in _raw(text)),
    ]
    folder = posixpath.dirname(outline.path)
    line, start = 1, 0
    for at, label, target, image, written in sorted(found):
        line += text.count("\n", start, at)
        start = at
        column = at - text.rfind("\n", 0, at)
        path, anchor = _resolve(folder, target)
        where = outline.path if path is None else path
        yield Link(line, column, label, target, image, where, anchor, written)


def _inline(text: str, m: re.Match[str]) -> tuple[int, str, str, bool, str]:
    image = text[m.start() - 1 : m.start()] == "!"
    return m.start() - image, m["text"], m["angled"] or m["target"] or "", image, "inline"


def _definitions(text: str) -> Iterator[re.Match[str]]:
    return _DEFINITION.finditer(text) if "]:" in text else iter(())


def _raw(text: str) -> Iterator[re.Match[str]]:
    return _HTML.finditer(text) if "<" in text else iter(())


def resolve(source: str, target: str) -> tuple[str, str]:
    """写下的相对地址 → （仓库路径，锚点）。站外的路径为空。"""
    path, anchor = _resolve(posixpath.dirname(source), target)
    return (source if path is None else path), anchor


@functools.lru_cache(maxsize=1 << 16)
def _resolve(folder: str, target: str) -> tuple[str | None, str]:
    """同一个文件夹里的页，同一个写法指的是同一处；就在本页的路径是 ``None``。"""
    if _SCHEME.match(target):
        return "", ""
    address, _, anchor = target.partition("#")
    address = unquote(address.partition("?")[0])
    path = posixpath.normpath(posixpath.join(folder, address)) if address else None
    return path, unquote(anchor)


def blank(outline: Outline) -> str:
    """全文，其中开头的键值、代码、注释换成等长的空字符，行列不变。图里的字读者看得见，留着。"""
    rows = list(outline.rows)
    for i in range(min(outline.body_line - 1, len(rows))):
        rows[i] = BLANK * len(rows[i])
    if "```" in outline.text or "~~~" in outline.text:
        _blank_fences(rows, outline.body_line - 1)
    if "`" in outline.text:
        for i in range(outline.body_line - 1, len(rows)):
            if "`" in rows[i]:
                rows[i] = _blank_spans(rows[i])
    text = "\n".join(rows)
    return _blank_comments(text) if "<!--" in text else text


def words(outline: Outline, prose: str) -> str:
    """读者看见的字：*prose* 里再去掉链接的地址和 HTML 标签；标题、摘要也是给读者看的。"""
    out = prose
    for sign, pattern in _UNSEEN:
        if sign in out:
            out = pattern.sub(_erase, out)
    head = []
    readable = isinstance(outline.front.data, dict)
    for row in outline.rows[: outline.body_line - 1]:
        m = _SHOWN.match(row) if readable else None
        head.append(BLANK * m.end() + row[m.end() :].replace('"', BLANK) if m else BLANK * len(row))
    return "\n".join(head) + out[sum(map(len, head)) + max(len(head) - 1, 0) :]


def _erase(m: re.Match[str]) -> str:
    return BLANK * len(m[0])


def _blank_fences(rows: list[str], first: int) -> None:
    fence, figure = "", False
    for i in range(first, len(rows)):
        line = rows[i]
        m = _FENCE.match(line) if "`" in line or "~" in line else None
        if not fence and m:
            fence, figure = m[1], m[2].strip().startswith("图")
            rows[i] = BLANK * len(line)
        elif fence and m and m[1].startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
            rows[i] = BLANK * len(line)
        elif fence and not figure:
            rows[i] = BLANK * len(line)


def _blank_spans(line: str) -> str:
    """一行里反引号括起来的；两头的反引号要一样多。"""
    out, at = [], 0
    ticks = list(re.finditer("`+", line))
    while ticks:
        first = ticks.pop(0)
        close = next((i for i, m in enumerate(ticks) if len(m[0]) == len(first[0])), None)
        if close is None:
            continue
        end = ticks[close].end()
        out += [line[at : first.start()], BLANK * (end - first.start())]
        at = end
        del ticks[: close + 1]
    return "".join(out) + line[at:]


def _blank_comments(text: str) -> str:
    out, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        out += [text[at:start], re.sub(r"[^\n]", BLANK, text[start : end + 3])]
        at = end + 3
    return "".join(out) + text[at:]
