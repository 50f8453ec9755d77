"""``<!-- jianjia:名称 -->`` 处填进由登记册和全库生成的内容：主题、法规、过时对照、指引。"""

import re
from collections.abc import Callable, Iterable

from jianjia import sitecheck
from jianjia.kinds import KINDS
from jianjia.library import Library
from jianjia.meta import THEMES
from jianjia.model import Page
from jianjia.outline import Block, Comment
from jianjia.registers import CHECK_LABELS, Law
from jianjia.report import RuleText
from jianjia.rules import FAMILIES, RULES
from jianjia.site.cite import Citer, law_path, relative
from jianjia.site.render import parts, profile

MARK = "jianjia:"
Fill = Callable[[Page, Library, Citer, str], str]


def blocks(items: Iterable[Block], page: Page, library: Library, citer: Citer) -> str:
    """正文各块；标记处填进生成的内容。"""
    out = []
    for block in items:
        fill, argument = _fill_of(block)
        out.append(fill(page, library, citer, argument) if fill else parts.blocks([block], citer))
    return "\n\n".join(part for part in out if part)


def only(items: Iterable[Block], page: Page, library: Library, citer: Citer) -> str:
    """只填标记处，别的一字不动。"""
    out = []
    for block in items:
        fill, argument = _fill_of(block)
        out.append(fill(page, library, citer, argument) if fill else block.source)
    return "\n\n".join(out)


def _fill_of(block: Block) -> tuple["Fill | None", str]:
    if not isinstance(block, Comment) or not block.text.startswith(MARK):
        return None, ""
    word, _, argument = block.text.removeprefix(MARK).partition(" ")
    return FILLS.get(word), argument


def _kind(page: Page, library: Library, citer: Citer, kind: str) -> str:
    return parts.by_theme(library, kind, page.path)


def _theme(page: Page, library: Library, citer: Citer, theme: str) -> str:
    """一个主题的各种页并排。"""
    out = []
    for name, kind in KINDS.items():
        if pages := library.of_kind(name, theme or page.theme):
            out += [f"## {kind.label}", parts.cards(pages, page.path)]
    return "\n\n".join(out)


def _themes(page: Page, library: Library, citer: Citer, _: str) -> str:
    """八个主题的入口，写出各有多少页；还没有页的不列。"""
    rows = []
    for theme, name in THEMES.items():
        counts = [
            f"{len(found)} 份{kind.label}"
            for key, kind in KINDS.items()
            if (found := library.of_kind(key, theme))
        ]
        target = f"docs/guides/{theme}/README.md"
        if target in library:
            line = "、".join(counts) or "正在编写"
            address = relative(page.path, target)
            rows.append(f'<li markdown="span">[{name}]({address}) <span>{line}</span></li>')
    return '<ul class="jj-themes" markdown="1">\n' + "\n".join(rows) + "\n</ul>"


def _laws(page: Page, library: Library, citer: Citer, _: str) -> str:
    """全部法规，按层级分组。"""
    laws = library.registers.laws
    groups: dict[str, list[Law]] = {}
    for law in laws.values():
        groups.setdefault(law.level, []).append(law)
    out = []
    for level in Law.model_fields["level"].annotation.__args__:  # type: ignore[union-attr]
        found = groups.get(level)
        if not found:
            continue
        used = {law.id: _citing(library, law) for law in found}
        ranked = sorted(found, key=lambda law: -used[law.id])
        rows = "\n".join(_law_row(page, law, used[law.id]) for law in ranked)
        out.append(f'## {level}\n\n<ul class="jj-cards" markdown="1">\n{rows}\n</ul>')
    return "\n\n".join(out)


def _citing(library: Library, law: Law) -> int:
    """引用这部法的页数。"""
    found = (pages for (key, _), pages in library.citing.items() if key == law.id)
    return len({page.path for pages in found for page in pages})


def _law_row(page: Page, law: Law, used: int) -> str:
    marks = [entry.verified for entry in law.articles]
    facts = [
        f"{law.region}" if law.region else "",
        f"{law.effective} 施行" if law.effective else "施行日期未核",
        law.status,
        *(f"{label} {marks.count(mark)}" for mark, label in CHECK_LABELS.items() if mark in marks),
        f"{used} 页引用" if used else "",
    ]
    address = relative(page.path, law_path(law.id))
    return f'<li markdown="span">[{law.title}]({address}) <span>{" · ".join(filter(None, facts))}</span></li>'


def _outdated(page: Page, library: Library, citer: Citer, _: str) -> str:
    """来源材料里过时、存疑的说法和今天的口径。"""
    found = [g for g in library.registers.guidance.values() if g.outdated]
    areas: dict[str, list[str]] = {}
    for g in found:
        pages = library.taking_up.get(g.id, [])
        where = "、".join(f"[{p.title}]({relative(page.path, p.path)})" for p in pages)
        row = f"| {g.name}<br>{g.id} | {citer.text(g.outdated)} | {where or '—'} |"
        areas.setdefault(g.area, []).append(row.replace("\n", " "))
    tables = "\n\n".join(
        f"## {area}\n\n| 说法 | 今天怎么看 | 写在哪里 |\n| --- | --- | --- |\n" + "\n".join(rows)
        for area, rows in areas.items()
    )
    return f"共 {len(found)} 条。\n\n{tables}"


def _guidance(page: Page, library: Library, citer: Citer, _: str) -> str:
    """全部指引编号，和吸收了它的页。"""
    areas: dict[str, list[str]] = {}
    for g in library.registers.guidance.values():
        pages = library.taking_up.get(g.id, [])
        where = "、".join(f"[{p.title}]({relative(page.path, p.path)})" for p in pages) or "待编写"
        row = f'| <span id="{g.id.lower()}">{g.id}</span> | {g.name} | {where} |'
        areas.setdefault(g.area, []).append(row)
    return "\n\n".join(
        f"## {area}\n\n| 编号 | 内容 | 写在哪里 |\n| --- | --- | --- |\n" + "\n".join(rows)
        for area, rows in areas.items()
    )


_CODE = re.compile(r"^(`{3,})[^`\n]*$.*?^\1$|`[^`\n]*`", re.S | re.M)
_LITERAL = str.maketrans({"<": "&lt;", "[": "&#91;", "]": "&#93;"})


def _shown(text: str) -> str:
    """代码以外的尖括号、方括号照印，不当 HTML、不当链接。"""
    out, at = [], 0
    for m in _CODE.finditer(text):
        out += [text[at : m.start()].translate(_LITERAL), m[0]]
        at = m.end()
    return "".join(out) + text[at:].translate(_LITERAL)


def _rules(page: Page, library: Library, citer: Citer, _: str) -> str:
    """规则手册：一条规则一个锚点，正文就是规则自己的说明；查内容的、查网站的都在。"""
    every: dict[str, RuleText] = {**RULES, **sitecheck.RULES}
    out: list[str] = []
    family = ""
    for code, rule in sorted(every.items()):
        name = code.rstrip("0123456789")
        if name != family:
            family = name
            out.append(f"## {FAMILIES.get(name, name)}")
        out += [
            f"### {code} {_shown(rule.summary)} {{ #{code.lower()} }}",
            _shown(rule.manual),
            f"**改法：**{_shown(rule.mend)}",
        ]
    return "\n\n".join(out)


FILLS: dict[str, Fill] = {
    "profile": lambda *_: profile.app(),
    "profile-steps": lambda _page, library, *_: profile.steps(library),
    "packs": lambda page, library, *_: profile.packs(page, library),
    "rules": _rules,
    "kind": _kind,
    "theme": _theme,
    "themes": _themes,
    "laws": _laws,
    "outdated": _outdated,
    "guidance": _guidance,
}
"""标记的名称 → 填什么。"""
