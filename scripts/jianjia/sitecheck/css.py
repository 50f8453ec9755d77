"""样式里写了哪些地址：``url()`` 和 ``@import``。注释和普通字符串里的不算。"""

import re
from collections.abc import Iterator

from jianjia.sitecheck import address
from jianjia.sitecheck.model import LOAD, Ref

_QUOTED = r'"((?:[^"\\\n]|\\.)*+)"|\'((?:[^\'\\\n]|\\.)*+)\''
_BARE = r"((?:[^\s\"'()\\]|\\[0-9a-f]{1,6}\s?|\\.)*+)"
_SKIPPED = r'/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*+"?|\'(?:[^\'\\\n]|\\.)*+\'?'
_ADDRESS = re.compile(
    rf"url\(\s*+(?:{_QUOTED}|{_BARE})\s*+\)|@import\s*+(?:{_QUOTED})|{_SKIPPED}", re.S | re.I
)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6}\s?|.)", re.S)


def addresses(text: str) -> Iterator[tuple[str, int]]:
    """（地址，在文中第几个字符）。只指本页编号的（``url(#渐变)``）不算。"""
    for m in _ADDRESS.finditer(text):
        for group in range(1, 6):
            if m[group] is not None:
                written = _ESCAPE.sub(_unescape, m[group])
                if written and not written.startswith("#"):
                    yield written, m.start(group)


def ref(written: str) -> Ref:
    return address.parse(LOAD, written)


def _unescape(m: re.Match[str]) -> str:
    code = m[1].strip()
    if re.fullmatch(r"[0-9a-fA-F]+", code):
        number = int(code, 16)
        real = 0 < number < 0xD800 or 0xDFFF < number < 0x110000
        return chr(number) if real else "\ufffd"
    return m[1]
