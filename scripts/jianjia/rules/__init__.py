"""规则登记处。一条规则一个文件，文件名以编号开头，放进来就生效。

规则的文档字符串写三样：为什么、反例、正例。它同时是手册、``--explain`` 的输出和测试。
编号不重用：退役的规则删文件，编号记进 ``RETIRED``。
"""

import pkgutil
import re
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from typing import NamedTuple, TypeVar

from jianjia.library import Library
from jianjia.model import Page
from jianjia.outline import Fence

RETIRED: frozenset[str] = frozenset()
"""退役的编号，永不再用。"""


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
"""文件全文 → 改好的全文；没有可改的原样返回。"""


@dataclass(frozen=True, slots=True)
class Rule:
    """一条规则。``on`` 是它检查的对象：某种页，或者整个 :class:`Library`。"""

    code: str
    summary: str
    mend: str
    on: type
    check: Callable[..., Iterable[Hit]]
    fix: Fix | None = None

    @property
    def manual(self) -> str:
        return cleandoc(self.check.__doc__ or "")

    @property
    def examples(self) -> list[str]:
        """文档字符串里的各段例子，先反后正。"""
        return re.findall(r"^```\w+\n(.*?)^```$", self.manual, re.S | re.M)

    def all_hits(self, library: Library) -> Iterator[Hit]:
        """全库里的每一处，都带着路径。"""
        if issubclass(self.on, Library):
            yield from self.check(library)
            return
        for path, page in library.items():
            if isinstance(page, self.on):
                yield from (hit._replace(path=path) for hit in self.check(page))

    def hits(self, library: Library, path: str) -> list[Hit]:
        """一个文件里的每一处。"""
        return [hit for hit in self.all_hits(library) if hit.path == path]


RULES: dict[str, Rule] = {}


Check = TypeVar("Check", bound=Callable[..., Iterable[Hit]])


def rule(code: str, summary: str, *, mend: str, fix: Fix | None = None) -> Callable[[Check], Check]:
    """登记一条规则；第一个参数的类型注解就是它检查的对象，*fix* 是能自动改的改法。"""

    def register(check: Check) -> Check:
        on = next(iter(typing.get_type_hints(check).values()))
        if code in RULES or code in RETIRED:
            raise ValueError(f"规则编号重复：{code}")
        RULES[code] = Rule(code, summary, mend, on, check, fix)
        return check

    return register


def reported(page: Page, code: str) -> Iterator[Hit]:
    """解析时就记下的、编号为 *code* 的毛病。"""
    return (Hit(p.line, p.message, p.column) for p in page.problems if p.code == code)


_WAIVER_LINE = re.compile(r"\s*<!--\s*放行\s*([A-Z]{2,4}\d{3})\s*(?:[：:]\s*(.*?))?\s*-->\s*\Z")


def run(
    library: Library, codes: Iterable[str], paths: frozenset[str] | None = None
) -> list[Finding]:
    """跑指定编号的规则；*paths* 限定报哪些文件（``None`` 为全部）。结果排好序，放行的去掉。"""
    found = [
        Finding(hit.path, hit.line, hit.column, code, hit.message)
        for code in sorted(codes)
        for hit in RULES[code].all_hits(library)
        if paths is None or hit.path in paths
    ]
    return sorted(set(_waived(library, found)))


def waivers(page: Page) -> Iterator[tuple[int, str, str]]:
    """（行号，编号，原因）：自成一行的 ``<!-- 放行 CHK102：原因 -->`` 管它下面一行。"""
    fences = [b for b in page.body if isinstance(b, Fence)]
    for number, text in enumerate(page.outline.lines, 1):
        m = _WAIVER_LINE.match(text)
        if m and not any(b.line <= number < b.line + len(b.lines) for b in fences):
            yield number, m[1], (m[2] or "").strip()


def covers(waiver: int, line: int) -> bool:
    """写在第 *waiver* 行的放行管不管第 *line* 行。"""
    return 0 < line - waiver <= 1


def _waived(library: Library, found: list[Finding]) -> Iterator[Finding]:
    for finding in found:
        page = library.get(finding.path)
        if page is None or not any(
            code == finding.code and reason and covers(line, finding.line)
            for line, code, reason in waivers(page)
        ):
            yield finding


for _module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["RULES", "Finding", "Hit", "Rule", "covers", "reported", "rule", "run", "waivers"]
