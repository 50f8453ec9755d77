"""只查链接的时候看的半页：不读键值、不切块，只认链接和锚点，快三倍。

有一点拿不准的写法就返回 ``None``，照整页来；拿得准的，结果和整页一模一样（test_light.py）。
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from jianjia import anchors, citation, kinds
from jianjia.kinds import checklist, policy
from jianjia.meta import PlainMeta
from jianjia.model import Page, Plain
from jianjia.outline import Outline
from jianjia.rules import _facts
from jianjia.yamlio import Document

_TITLE = re.compile(r"title: ([^\s\"'\[\]{}&*!|>%@#`,?:-][^:#\n]*)\Z")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_ODD_FENCE = re.compile(r"^[ \t]+(?:```|~~~)", re.M)
_HTML = re.compile(r"<[A-Za-z/!?]")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t]*#*\Z")
_TASK = re.compile(r"- \[[ xX]\] +(\S.*)\Z")
_ARTICLE = re.compile(r"\*\*第([零一二三四五六七八九十百]+)条\*\*")
_LINE = re.compile(r"[-*_]{3,}[ \t]*\Z")
_ENDED = frozenset({"", "#", ">"})
"""上一行这样开头，这一行就是新的一段。"""
_META = PlainMeta()
_NO_FRONT = Document(None, {}, ())


def look(path: str, text: str) -> tuple[Page, _facts.Row] | None:
    """（半页，别的页要知道的链接和锚点）。"""
    if "\r" in text or text[:4] != "---\n" or "放行" in text or "\ufeff" in text:
        return None
    end = text.find("\n---\n", 3)
    body = text[end + 5 :]
    if end < 0 or "\n..." in text[:end] or _ODD_FENCE.search(body):
        return None
    if "<" in body and _HTML.search(body):
        return None
    head = text[4:end].split("\n")
    title = next((m[1].strip() for row in head if (m := _TITLE.match(row))), "")
    if not title or "内容编辑" in text[:end] or any(row.startswith("---") for row in head):
        return None
    rows = text.split("\n")
    kind = kinds.kind_of(path).name
    doc = Outline(path, text, _NO_FRONT, len(head) + 3, (), (), text, tuple(rows))
    page = Plain(
        path=path, kind=kind, theme="", slug=PurePosixPath(path).stem, meta=_META, outline=doc, problems=(), strays=()
    )  # fmt: skip
    names = _anchors(kind, rows, len(head) + 2)
    if names is None:
        return None
    found, repeated = names
    links = tuple((k.line, k.column, k.target, k.path, k.anchor, k.written) for k in page.links)
    return page, (kind, (title, 1, 1), (), links, found, repeated, (), ())


def _anchors(
    kind: str, rows: list[str], first: int
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """（锚点，重名的小标题的锚点）。"""
    lines = list(_lines(rows, first))
    plain = _is_plain(lines, tasks=kind == "checklist", articles=kind == "policy")
    if kind == "training" or not plain:
        return None
    heads = [m for line, _ in lines if line[0] == "#" and (m := _HEADING.match(line))]
    if len(heads) != sum(line[0] == "#" for line, _ in lines):
        return None
    names = [anchors.heading(m[2]) for m in heads]
    found = {*anchors.unique(names), *anchors.SECTIONS.get(kind, ())}
    if kind == "checklist":
        found.update(_items(lines))
    elif kind == "policy":
        found.update(_articles(lines))
    elif kind == "template":
        found.discard("")
    repeated = (
        {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else ()
    )
    return tuple(sorted(found)), tuple(sorted(repeated))


def _lines(rows: list[str], first: int) -> Iterator[tuple[str, str]]:
    """正文里不空的各行，连同上一行；代码块里的不算。"""
    fence, before = "", ""
    for row in rows[first:]:
        if fence:
            if row.strip().startswith(fence) and not row.strip().strip(fence[0]):
                fence, before = "", ""
            continue
        if m := _FENCE.match(row):
            fence = m[1]
        elif row.strip():
            yield row, before
        before = row if row.strip() else ""


def _is_plain(lines: list[tuple[str, str]], *, tasks: bool, articles: bool) -> bool:
    """每一行归哪一块一看便知：没有粘在段落后面的列表，没有折行的列表项，没有提示框。"""
    for row, before in lines:
        first = row[0]
        item = row.startswith(("- ", "    - "))
        if tasks and first == " " and not item:
            return False
        if first in "!?=" or (first == "#" and "|" in row):
            return False
        if first in "-*_" and _LINE.match(row) and (before or articles):
            return False
        if before[:1] == "|" and first == "*":
            return False
        above = before.startswith(("- ", "    - "))
        if not before or first in "#>" or (first == "|" and not above):
            continue
        if item != above and not (item and before[0] == "#" and first == "-"):
            return False
        if not item and tasks:
            return False
    return True


def _items(lines: list[tuple[str, str]]) -> Iterator[str]:
    """清单事项的锚点；第一个小标题前面的不算。"""
    inside = not any(row.startswith("## ") for row, _ in lines)
    for row, _ in lines:
        inside = inside or row.startswith("## ")
        m = _TASK.match(row) if inside and row.startswith("- [") else None
        found = checklist.ITEM_ID.search(m[1]) if m else None
        if found and found[1].strip():
            yield anchors.item(found[1].strip())


def _articles(lines: list[tuple[str, str]]) -> Iterator[str]:
    """条文的锚点；不印进文件的几节里的不算。"""
    printed = False
    for row, before in lines:
        if row.startswith("## "):
            printed = row[3:].strip() not in policy.NOT_PRINTED
        elif printed and before[:1] in _ENDED and (m := _ARTICLE.match(row)):
            yield anchors.article(citation.number(m[1]))
