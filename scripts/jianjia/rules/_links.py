"""链接的几条规则共用：像不像地址、没写成链接的链接长什么样。"""

import re
from collections.abc import Callable, Iterator

from jianjia.links import Link
from jianjia.model import Page
from jianjia.rules import Hit, spot
from jianjia.tree import ROOTS

ADDRESS = r"(?:https?://|mailto:|\.{1,2}/|#|/|[\w.-]+\.(?:md|html|docx|pdf|png|jpg|com|cn)\b)[^\s\[\]()（）\n]*"
"""像地址的一串字。"""

_OPEN, _CLOSE = r"[\[【［]", r"[\]】］]"
LIKE = re.compile(
    rf"(?<![!！])(?P<open>{_OPEN})(?P<text>[^\[\]【】［］\n]+)(?P<close>{_CLOSE})"
    rf"(?P<gap>[ \t\u3000]*)(?P<left>[(（])[ \t]*(?P<address>{ADDRESS}|[\w./-]+\.md[^\s()（）\n]*)[ \t]*(?P<right>[)）])"
)
"""看着像链接的：方括号、空格、圆括号可能写错了一样。"""

WIDE = str.maketrans("＃／．：？＆＝－＿", "#/.:?&=-_")
"""地址里常打成全角的符号。"""
TAIL = ("。", "，", "；", "、", "！")
"""常带进地址末尾的标点。"""


def mended(address: str) -> str:
    """地址里的全角符号换成半角，末尾的标点去掉。"""
    out = address.translate(WIDE)
    while out.endswith(TAIL):
        out = out[:-1]
    return out


def like(page: Page) -> tuple[re.Match[str], ...]:
    """这一页里像链接而不是链接的地方。"""
    if "like" not in page.memo:
        text = page.prose
        inline = sum(link.written == "inline" for link in page.links)
        near = text.count("](") != inline or _near(text)
        found = LIKE.finditer(text) if near else ()
        page.memo["like"] = tuple(m for m in found if not _right(m))
    matches: tuple[re.Match[str], ...] = page.memo["like"]
    return matches


def _near(text: str) -> bool:
    """有没有括号写错了、后面又跟着地址的；比 :data:`LIKE` 快得多。"""
    for close in "]】］":
        for piece in text.split(close)[1:] if close in text else ():
            after = piece.lstrip(" \t\u3000")
            wrong = close != "]" or after[:1] == "（" or len(after) < len(piece)
            if wrong and after[:1] in {"(", "（"} and _ADDRESS.match(after, 1):
                return True
    return False


_ADDRESS = re.compile(rf"[ \t]*(?:{ADDRESS}|[\w./-]+\.md)")


def _right(m: re.Match[str]) -> bool:
    return (m["open"], m["close"], m["gap"], m["left"], m["right"]) == ("[", "]", "", "(", ")")


def written(m: re.Match[str]) -> str:
    """该写成的样子。"""
    return f"[{m['text']}]({m['address']})"


def mend(wanted: Callable[[re.Match[str]], bool]) -> Callable[[re.Match[str]], str]:
    return lambda m: written(m) if wanted(m) and not _right(m) else m[0]


def hits(page: Page, wanted: Callable[[re.Match[str]], bool], why: str) -> Iterator[Hit]:
    for m in like(page):
        if wanted(m):
            yield spot(page, m.start(), f"{why}；应当是“{written(m)}”")


def wrong_brackets(m: re.Match[str]) -> bool:
    return m["open"] != "[" or m["close"] != "]"


def wrong_parentheses(m: re.Match[str]) -> bool:
    return not wrong_brackets(m) and (m["left"] == "（" or m["right"] == "）")


def wrong_gap(m: re.Match[str]) -> bool:
    return not wrong_brackets(m) and not wrong_parentheses(m) and bool(m["gap"])


def images(page: Page) -> list[Link]:
    return _subset(page, "images", lambda link: link.image)


def external(page: Page) -> list[Link]:
    """站外的。"""
    return _subset(page, "external", lambda link: not link.path)


def _subset(page: Page, name: str, wanted: Callable[[Link], bool]) -> list[Link]:
    if name not in page.memo:
        page.memo[name] = [link for link in page.links if wanted(link)]
    found: list[Link] = page.memo[name]
    return found


def outside(path: str) -> bool:
    """不在会发布的三个内容目录里。"""
    return path.partition("/")[0] not in ROOTS
