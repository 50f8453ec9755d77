"""全部内容：仓库路径 → 页，加上登记册。网页、校验、文书、导出都只认它。"""

import contextlib
import datetime
import functools
import gc
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jianjia import anchors, citation, items, kinds, registers, tree
from jianjia.citation import Citation
from jianjia.items import Released
from jianjia.kinds import KINDS
from jianjia.model import Checklist, FieldSpec, Item, Page, Policy, Template
from jianjia.own_words import Source
from jianjia.registers import Registers
from jianjia.tree import Tree
from jianjia.yamlio import Problem

MAX_BYTES = 256 * 1024
"""一个文件最多这么大；再大就该拆开了。"""


@dataclass(frozen=True, slots=True)
class Cited:
    """某一页某一行的一处引用。"""

    page: Page
    line: int
    cite: Citation


@dataclass(frozen=True, slots=True)
class Disk:
    """文件在硬盘上的样子：仓库根、内容目录里每个文件原来的名字、其中的符号链接。"""

    root: Path | None = None
    names: tuple[str, ...] = ()
    symlinks: tuple[str, ...] = ()


class Library(Mapping[str, Page]):
    """只读。``files`` 是内容目录里的全部文件（图片也在内），路径都相对仓库根。"""

    def __init__(
        self,
        pages: Mapping[str, Page],
        data: Registers,
        files: frozenset[str] = frozenset(),
        problems: tuple[tuple[str, Problem], ...] = (),
        sources: Source | None = None,
    ) -> None:
        self.pages = pages
        self.registers = data
        self.files = files or frozenset(pages)
        self.problems = (*problems, *data.problems)
        self.sources = sources
        self.disk = Disk()
        self.memo: dict[str, Any] = {}
        """检查时算过一遍、别处还要用的东西。"""

    @classmethod
    def load(cls, root: Path, sources: Source | None = None) -> "Library":
        """读全部内容；*sources* 是查抄时拿来比的材料。"""
        pages: dict[str, Page] = {}
        problems: list[tuple[str, Problem]] = []
        with busy():
            found = tree.read(root)
            for path, raw in found.raw.items():
                text, problem = decode(raw)
                if problem:
                    problems.append((path, problem))
                pages[path] = kinds.read(path, text)
            data = registers.load(root)
        return cls.of(found, pages, data, tuple(problems), sources)

    @classmethod
    def of(
        cls,
        found: Tree,
        pages: Mapping[str, Page],
        data: Registers,
        problems: tuple[tuple[str, Problem], ...],
        sources: Source | None = None,
    ) -> "Library":
        """读好的各页 → 内容库，记着文件在硬盘上的样子。"""
        files = frozenset(unicodedata.normalize("NFC", name) for name in found.names)
        library = cls(pages, data, files, problems, sources)
        library.disk = Disk(found.root, found.names, found.symlinks)
        return library

    def __getitem__(self, path: str) -> Page:
        return self.pages[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    @functools.cached_property
    def today(self) -> datetime.date:
        """今天。"""
        return tree.today()

    @functools.cached_property
    def released(self) -> Released:
        """发布过的事项编号和网址。"""
        return items.load(self.disk.root) if self.disk.root else Released()

    def anchors(self, path: str) -> frozenset[str]:
        """一页的全部锚点；没有这一页为空。"""
        known: dict[str, frozenset[str]] = self.memo.setdefault("anchors", {})
        if path not in known:
            known[path] = anchors.of(self.pages[path]) if path in self.pages else frozenset()
        return known[path]

    def of_kind(self, kind: str, theme: str = "") -> list[Page]:
        """某一种页，按 order、路径排好。"""
        pages = [
            page
            for page in self.pages.values()
            if page.kind == kind and (not theme or page.theme == theme)
        ]
        return sorted(pages, key=lambda page: (page.meta.order, page.path))

    def specs(self, page: Template | Policy) -> dict[str, FieldSpec]:
        """这份文书能用的填写项：名称 → 填写项；自有的盖过公用的。"""
        return {**self.registers.profile.specs, **{spec.label: spec for spec in page.specs}}

    @functools.cached_property
    def items_by_id(self) -> dict[str, tuple[Checklist, Item]]:
        """事项编号 → 它所在的清单和事项本身（先到的算）。"""
        out: dict[str, tuple[Checklist, Item]] = {}
        for page in self.pages.values():
            if isinstance(page, Checklist):
                for item in page.items:
                    if item.id and not item.same_as:
                        out.setdefault(item.id, (page, item))
        return out

    def resolved(self, page: Checklist, item: Item) -> Item:
        """“同 `编号`”的事项补上原来的文字和字段；在这张清单里另写了的字段盖过原来的。"""
        if not item.same_as or item.same_as not in self.items_by_id:
            return item
        _, origin = self.items_by_id[item.same_as]
        own = {field.name for field in item.fields}
        kept = tuple(field for field in origin.fields if field.name not in own)
        due = item.deadline
        if due is None and origin.deadline and origin.deadline.anchor in page.meta.anchors:
            due = origin.deadline
        return replace(
            origin, line=item.line, fields=(*kept, *item.fields), deadline=due, same_as=item.same_as
        )

    @functools.cached_property
    def cited(self) -> tuple[Cited, ...]:
        """全部引用，按页、按行。"""
        out: list[Cited] = []
        for page in self.pages.values():
            if page.path.startswith("docs/about/"):
                continue
            if "《" not in page.outline.text:
                continue
            start = page.outline.body_line
            for number, text in enumerate(page.outline.rows[start - 1 :], start):
                if "《" in text:
                    out += [Cited(page, number, cite) for cite in citation.find(text)]
        return tuple(out)

    @functools.cached_property
    def citing(self) -> dict[tuple[str, str], list[Page]]:
        """（法规 id，条号）→ 引到它的页；条号为空是整部引用。"""
        out: dict[tuple[str, str], list[Page]] = {}
        for c in self.cited:
            law = self.registers.laws.find(c.cite.law)
            if law:
                pages = out.setdefault((law.id, c.cite.article), [])
                if c.page not in pages:
                    pages.append(c.page)
        return out

    @functools.cached_property
    def taking_up(self) -> dict[str, list[Page]]:
        """指引编号 → 吸收了它的页。"""
        out: dict[str, list[Page]] = {}
        for page in self.pages.values():
            for key in page.meta.guidance:
                out.setdefault(key, []).append(page)
        return out

    def siblings(self, page: Page) -> dict[str, list[Page]]:
        """讲同一件事的别的页：种类 → 页。"""
        mine = set(page.matters)
        if page.kind == "plain":
            return {}
        return {
            kind: found
            for kind in KINDS
            if (
                found := [
                    other
                    for other in self.of_kind(kind)
                    if other.path != page.path and mine & set(other.matters)
                ]
            )
        }


@contextlib.contextmanager
def busy() -> Iterator[None]:
    """读的时候只造东西、不扔东西，不必一遍遍找垃圾：一千页省三成时间。"""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
            gc.freeze()


def decode(raw: bytes) -> tuple[str, Problem | None]:
    """一个文件的字节 → 文字；编码不对、太大都不出错，只记一处毛病。"""
    if len(raw) > MAX_BYTES:
        return "", Problem(
            1, 1, "ENC002", f"文件太大（{len(raw) // 1024} KB），最多 256 KB，请拆开"
        )
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        return raw.decode("utf-8", "replace").replace("\0", ""), Problem(
            line, 1, "ENC003", "有看不见的空字符，请另存为纯文本 UTF-8"
        )
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        try:
            text, name = raw.decode("gb18030"), "GBK"
        except UnicodeDecodeError:
            text, name = raw.decode("utf-8", "replace"), "别的"
        return text, Problem(
            line,
            1,
            "ENC001",
            f"不是 UTF-8 编码（像是 {name} 编码，第 {error.start} 字节起），请另存为 UTF-8",
        )
