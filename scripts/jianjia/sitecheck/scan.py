"""一页 HTML 的字节 → 里面的编号和地址。

不建树：一个正则逐个取出带属性的标签，照 HTML 标准跳过注释、脚本、样式、文本框里的字。
同一个标签（导航、页首、页尾里的，页页都有）只拆一次。
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from jianjia.sitecheck import address, css
from jianjia.sitecheck.model import BASE, CANONICAL, FORM, FRAME, LINK, LOAD, NAME, REFRESH, Ref

_VALUES = rb"""[^>=]*+=\s*+(?:"[^"]*+"|'[^']*+'|(?:[^\s"'>][^\s>]*+)?)"""
"""到下一个属性值为止。引号只有紧跟在等号后面才算引号，标准就是这样。"""


def _any_case(name: bytes) -> bytes:
    return b"".join(b"[%c%c]" % (c, c - 32) for c in name)


def _raw(name: bytes) -> bytes:
    """里面全是字、没有标签的元素，连内容一起取。"""
    n = _any_case(name)
    return n + rb"(?=[\s/>])(?:" + _VALUES + rb")*+[^>]*+>[^<]*+(?:<(?!/" + n + rb")[^<]*+)*+"


TOKEN = re.compile(
    rb"<(?:"
    + rb"|".join(map(_raw, (b"script", b"style", b"textarea", b"title")))
    + rb"|[a-zA-Z](?:"
    + _VALUES
    + rb")++[^>]*+>|!--(?:-?>|.*?(?:--!?>|\Z)))",
    re.S,
)
"""一个带属性的标签，或一整段没有标签的内容，或一条注释。"""

_NAME = re.compile(rb"<([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    rb"""(?<=[\s/"'])([^\s=>/"']++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+))"""
)
_COMMON = re.compile(
    rb'<(?:a(?: class="[^"]*+")?+ href="([^"&]++)"|(?:h[1-6]|li|p|tr|code|div|span)'
    rb'(?: class="[^"]*+")?+ id="([^"&]++)")(?: (?:class|title)="[^"]*+")*+>\Z'
)
"""十之八九的标签是这样的，一眼看得出；看的结果和 :func:`read` 一样。"""
_CANDIDATE = re.compile(r"[\s,]*+(\S++)")
_REFRESH = re.compile(
    r"\s*+[\d.]++(?:\s*+[;,]\s*+|\s++)(?:url\s*+=\s*+)?+(?:\"([^\"]++)|'([^']++)|([^\s\"']\S*+))",
    re.I,
)

_USES: dict[bytes, dict[bytes, str]] = {
    b"a": {b"href": LINK, b"xlink:href": LINK},
    b"area": {b"href": LINK},
    b"img": {b"src": LOAD},
    b"source": {b"src": LOAD},
    b"script": {b"src": LOAD},
    b"video": {b"src": LOAD, b"poster": LOAD},
    b"audio": {b"src": LOAD},
    b"track": {b"src": LOAD},
    b"embed": {b"src": LOAD},
    b"iframe": {b"src": FRAME},
    b"frame": {b"src": FRAME},
    b"object": {b"data": LOAD},
    b"input": {b"src": LOAD, b"formaction": FORM},
    b"button": {b"formaction": FORM},
    b"form": {b"action": FORM},
    b"body": {b"background": LOAD},
    b"base": {b"href": BASE},
    b"use": {b"href": LOAD, b"xlink:href": LOAD},
    b"image": {b"href": LOAD, b"xlink:href": LOAD},
    b"feimage": {b"href": LOAD, b"xlink:href": LOAD},
    b"link": {b"href": NAME},
}
_FETCHING = re.compile(
    r"(?:^|\s)(?:stylesheet|icon|apple-touch-icon|mask-icon|manifest|preload|prefetch"
    r"|modulepreload|preconnect|dns-prefetch|prerender)(?:\s|$)",
    re.I,
)
"""``<link rel>`` 是这几种的，浏览器自己会去取。"""


class Mark(NamedTuple):
    """标签里的一样东西：编号（``id``）、旧式锚点（``name``）或地址，和它在标签里的位置。"""

    what: str
    value: str
    ref: Ref | None
    offset: int


class Found(NamedTuple):
    """一个标签里有用的：编号、旧式锚点、地址。"""

    id: str
    names: tuple[str, ...]
    refs: tuple[Ref, ...]


def scan(data: bytes, memo: dict[bytes, Found | None]) -> tuple[list[str], set[str], set[Ref]]:
    """（编号，可能有重的；旧式锚点；地址）。*memo* 记着拆过的标签。"""
    tokens = TOKEN.findall(data, 0, _last(data))
    for token in tokens:
        if token not in memo:
            memo[token] = _found(token)
    ids: list[str] = []
    names: set[str] = set()
    refs: set[Ref] = set()
    for found in filter(None, map(memo.__getitem__, tokens)):
        name, old, new = found
        if name:
            ids.append(name)
        if old:
            names.update(old)
        if new:
            refs.update(new)
    return ids, names, refs


def tokens(data: bytes) -> Iterator[re.Match[bytes]]:
    """逐个取出标签，连同位置。"""
    return TOKEN.finditer(data, 0, _last(data))


def _last(data: bytes) -> int:
    """最后一个“>”之后。没有结束的标签不是标签，也免得从每个“<”都找到底。"""
    return data.rfind(b">") + 1


def _found(token: bytes) -> Found | None:
    if m := _COMMON.match(token):
        if m.lastindex == 1:
            return Found("", (), (address.parse(LINK, m[1].decode("utf-8", "replace")),))
        return Found(m[2].decode("utf-8", "replace"), (), ())
    marks = list(read(token))
    if not marks:
        return None
    return Found(
        next((mark.value for mark in marks if mark.what == "id"), ""),
        tuple(mark.value for mark in marks if mark.what == "name"),
        tuple(mark.ref for mark in marks if mark.ref is not None),
    )


def read(token: bytes) -> Iterator[Mark]:
    """拆开一个标签。"""
    m = _NAME.match(token)
    if m is None:
        return
    tag = m[1].lower()
    uses = _USES.get(tag, {})
    found = list(_ATTRIBUTE.finditer(token, m.end(), _end(token, tag)))
    for a in found:
        name, group = a[1].lower(), a.lastindex or 2
        value, at = a[group], a.start(group)
        if name == b"id" and value:
            yield Mark("id", _text(value), None, at)
        elif name in uses:
            use = _link_use(found) if tag == b"link" else uses[name]
            yield _address(use, _text(value), at)
        elif name == b"name" and tag == b"a":
            yield Mark("name", _text(value), None, at)
        elif name in {b"srcset", b"imagesrcset"}:
            text = _text(value)
            for written, start in _candidates(text):
                yield _address(LOAD, written, at + _bytes(text[:start]))
        elif name == b"style" and b"url" in value:
            yield from _css(_text(value), at)
        elif name == b"content" and tag == b"meta":
            yield from _refresh(found, _text(value), at)
    if tag == b"style":
        at = _end(token, tag)
        yield from _css(token[at:].decode("utf-8", "replace"), at)


def _end(token: bytes, tag: bytes) -> int:
    """开始标签到哪里为止。"""
    if tag not in {b"script", b"style", b"textarea", b"title"}:
        return len(token)
    m = _OPENING.match(token)
    return m.end() if m else len(token)


_OPENING = re.compile(rb"<[a-zA-Z](?:" + _VALUES + rb")*+[^>]*+>")


def _text(value: bytes) -> str:
    text = value.decode("utf-8", "replace")
    return html.unescape(text) if "&" in text else text


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _address(use: str, written: str, offset: int) -> Mark:
    return Mark("ref", written, address.parse(use, written), offset)


def _candidates(text: str) -> Iterator[tuple[str, int]]:
    """``srcset`` 里的各个地址：（地址，在第几个字符）。"""
    at = 0
    while m := _CANDIDATE.match(text, at):
        yield m[1].rstrip(","), m.start(1)
        comma = m.end() - 1 if m[1].endswith(",") else text.find(",", m.end())
        if comma < 0:
            return
        at = comma + 1


def _link_use(found: list[re.Match[bytes]]) -> str:
    for a in found:
        if a[1].lower() == b"rel":
            words = _text(a[a.lastindex or 2])
            if _FETCHING.search(words):
                return LOAD
            return CANONICAL if "canonical" in words.lower() else NAME
    return NAME


def _css(text: str, offset: int) -> Iterator[Mark]:
    for written, at in css.addresses(text):
        yield Mark("ref", written, css.ref(written), offset + _bytes(text[:at]))


def _refresh(found: list[re.Match[bytes]], content: str, offset: int) -> Iterator[Mark]:
    """``<meta http-equiv="refresh" content="0; url=…">``。"""
    kinds = [_text(a[a.lastindex or 2]).lower() for a in found if a[1].lower() == b"http-equiv"]
    m = _REFRESH.match(content)
    if kinds == ["refresh"] and m:
        group = m.lastindex or 3
        yield _address(REFRESH, m[group], offset + _bytes(content[: m.start(group)]))
