"""规则登记处。一条规则一个文件，文件名以编号开头，放进来就生效。

规则的文档字符串写三样：为什么、反例、正例。它同时是手册、``--explain`` 的输出和测试。
编号不重用：退役的规则删文件，编号记进 ``RETIRED``。
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:  # 只看说明、只用上次的结果时，不装载内容库就快得多
    from types import UnionType

    from jianjia.library import Library
    from jianjia.model import Page

RETIRED: frozenset[str] = frozenset()
"""退役的编号，永不再用。"""


FAMILIES = {
    "ATT": "附件",
    "CAS": "案例",
    "CHK": "清单",
    "ENC": "编码和文件",
    "FM": "开头的键值",
    "GDE": "指南",
    "IMG": "图片和附件",
    "LAW": "法律依据",
    "LNK": "链接和锚点",
    "LST": "列表",
    "OWN": "用自己的话",
    "PATH": "文件名和地址",
    "PG": "各种页",
    "POL": "制度",
    "PRV": "个人信息",
    "REG": "登记册",
    "SEC": "安全",
    "SIT": "建好的网站",
    "TBL": "表格",
    "TERM": "用词",
    "TPL": "文书",
    "TRN": "培训",
    "TXT": "文字和标点",
}
"""编号的开头 → 管哪一类。"""


class Hit(NamedTuple):
    """规则找到的一处；``path`` 只有查全库的规则才写。"""

    line: int
    message: str
    column: int = 1
    path: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """一处问题。次序就是报告的次序。"""

    path: str
    line: int
    column: int
    code: str
    message: str


Fix = Callable[[str], str]
"""文件全文 → 改好的全文；没有可改的原样返回。只用在这条规则检查的那种页上。"""


@dataclass(frozen=True, slots=True)
class Rule:
    """一条规则。``on`` 是它检查的对象：某种页（也可以是几种），或者整个 :class:`Library`。"""

    code: str
    summary: str
    mend: str
    on: type | UnionType
    check: Callable[..., Iterable[Hit]]
    fix: Fix | None = None

    @property
    def manual(self) -> str:
        from inspect import cleandoc

        return cleandoc(self.check.__doc__ or "")

    @property
    def examples(self) -> list[str]:
        """文档字符串里的各段例子，先反后正。"""
        return re.findall(r"^```\w+\n(.*?)^```$", self.manual, re.S | re.M)

    @property
    def whole(self) -> bool:
        """查的是全库，不是一页一页地查。"""
        return getattr(self.on, "__name__", "") == "Library"

    @property
    def alone(self) -> bool:
        """只看一页（和登记册、今天几号）就有结果，不看别的页。"""
        return not self.whole and "Library" not in self._needs

    @property
    def _needs(self) -> list[str]:
        """除了页，检查还要看的：登记册 Registers、今天 date、全库 Library，或者什么也不用。"""
        kinds = [kind for name, kind in self.check.__annotations__.items() if name != "return"]
        return [kind.__name__ for kind in kinds[1:]]

    def fits(self, page: Page) -> bool:
        """这一页归不归它查、归不归它改。"""
        return self.whole or isinstance(page, self.on)

    def all_hits(self, library: Library) -> Iterator[Hit]:
        """全库里的每一处，都带着路径。"""
        if self.whole:
            yield from self._whole(library)
            return
        for path in library:
            yield from self.hits(library, path)

    def hits(self, library: Library, path: str) -> list[Hit]:
        """一个文件里的每一处。"""
        if self.whole:
            return [hit for hit in self._whole(library) if hit.path == path]
        page = library.get(path)
        if page is None or not isinstance(page, self.on):
            return []
        return [hit._replace(path=path) for hit in self.check(page, *self.more(library))]

    def _whole(self, library: Library) -> list[Hit]:
        """查全库的只查一遍，结果记下。"""
        if self.code not in library.memo:
            library.memo[self.code] = list(self.check(library))
        found: list[Hit] = library.memo[self.code]
        return found

    def more(self, library: Library) -> tuple[Any, ...]:
        """检查除了页还要传的。"""
        have = {"Library": library, "Registers": library.registers, "date": library.today}
        return tuple(have[name] for name in self._needs)


class _Rules(Mapping[str, Rule]):
    """编号 → 规则。编号从文件名上看得出，用到哪一条才去读那个文件。"""

    def __init__(self) -> None:
        self.loaded: dict[str, Rule] = {}
        files = sorted(os.listdir(__path__[0]))  # noqa: PTH208 —— 只要名字
        names = [file[:-3] for file in files if file.endswith(".py") and file[0] != "_"]
        self.modules = {name.partition("_")[0].upper(): name for name in names}

    def __getitem__(self, code: str) -> Rule:
        if code not in self.loaded:
            import_module(f"{__name__}.{self.modules[code]}")
        return self.loaded[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self.modules)

    def __len__(self) -> int:
        return len(self.modules)


RULES = _Rules()


Check = TypeVar("Check", bound=Callable[..., Iterable[Hit]])


def rule(code: str, summary: str, *, mend: str, fix: Fix | None = None) -> Callable[[Check], Check]:
    """登记一条规则。

    第一个参数的类型注解就是它检查的对象；查页的规则还要看登记册的，再写一个 ``data: Registers``，
    要看今天几号的，再写一个 ``today: date``。要看别的页的查整个 ``Library``，各页的链接、锚点、编号用
    :func:`_facts.facts` 取，不一页一页地读。*fix* 是能自动改的改法。
    """

    def register(check: Check) -> Check:
        on = next(iter(check.__annotations__.values()))
        if code in RULES.loaded or code in RETIRED:
            raise ValueError(f"规则编号重复：{code}")
        RULES.loaded[code] = Rule(code, summary, mend, on, check, fix)
        return check

    return register


def spot(page: Page, offset: int, message: str) -> Hit:
    """全文第 *offset* 个字符处的一处问题。"""
    line, column = page.at(offset)
    return Hit(line, message, column)


def reported(page: Page, code: str) -> Iterator[Hit]:
    """解析时就记下的、编号为 *code* 的毛病。"""
    return (Hit(p.line, p.message, p.column) for p in page.problems if p.code == code)


_WAIVER_LINE = re.compile(
    r"\s*(?:<!--|#)\s*放行\s*([A-Z]{2,4}\d{3})\s*(?:[：:]\s*(.*?))?\s*(?:-->)?\s*\Z"
)


def links_only(codes: Iterable[str]) -> bool:
    """是不是只查链接：登记册多半用不着，能看半页的看半页就够。"""
    return all(code.startswith("LNK") for code in codes)


def run(
    library: Library, codes: Iterable[str], paths: frozenset[str] | None = None
) -> list[Finding]:
    """跑指定编号的规则；*paths* 限定报哪些文件（``None`` 为全部）。结果排好序，放行的去掉。"""
    from jianjia.rules import _all

    return sorted(set(_waived(library, _all.run(library, frozenset(codes), paths))))


def waivers(page: Page) -> Iterator[tuple[int, str, str]]:
    """（行号，编号，原因）：自成一行的 ``<!-- 放行 CHK102：原因 -->`` 管它下面一行。

    开头的键值里写成 ``# 放行 FM012：原因``。
    """
    if "放行" not in page.outline.text:
        return
    from jianjia.outline import Fence

    fences = [b for b in page.body if isinstance(b, Fence)]
    for number, text in enumerate(page.outline.rows, 1):
        m = _WAIVER_LINE.match(text) if "放行" in text else None
        if m and not any(b.line <= number < b.line + len(b.lines) for b in fences):
            yield number, m[1], (m[2] or "").strip()


def covers(waiver: int, line: int) -> bool:
    """写在第 *waiver* 行的放行管不管第 *line* 行。"""
    return 0 < line - waiver <= 1


def _waived(library: Library, found: list[Finding]) -> Iterator[Finding]:
    noted: dict[str, list[tuple[int, str, str]]] = library.memo.get("waivers", {})
    known: dict[str, list[tuple[int, str, str]]] = {}
    for finding in found:
        if finding.path not in known:
            page = None if finding.path in noted else library.get(finding.path)
            known[finding.path] = list(waivers(page)) if page else noted.get(finding.path, [])
        if not any(
            code == finding.code and reason and covers(line, finding.line)
            for line, code, reason in known[finding.path]
        ):
            yield finding


__all__ = [
    "RULES",
    "Finding",
    "Hit",
    "Rule",
    "covers",
    "reported",
    "rule",
    "run",
    "spot",
    "waivers",
]
