"""登记册：``data/`` 里的法规、指引、单位档案、校验、用词。带类型，每处毛病都指得出行列。"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from jianjia import yamlio
from jianjia.calendar import Year
from jianjia.citation import Citation, article_number, find
from jianjia.meta import Date, explain
from jianjia.model import Column, FieldSpec
from jianjia.yamlio import Document, Problem

Verified = Literal["text", "secondary", "memory"]
CHECK_LABELS: dict[str, str] = {"text": "已核原文", "secondary": "转引", "memory": "待核"}
UNSURE = frozenset({"secondary", "memory"})
"""没有核过原文的：在哪里出现，标签都跟到哪里。"""
CHECK_MEANING: dict[str, str] = {
    "text": "编辑读过条文原文",
    "secondary": "只在别的材料里见到引用，用前请核对原文",
    "memory": "还没有核对到原文，用前请向上一级工会确认",
}

_STRENGTH = {
    "法律": "法定",
    "行政法规": "法定",
    "司法解释": "法定",
    "部门规章": "法定",
    "地方性法规": "法定",
    "党政文件": "规定",
    "全总文件": "规定",
    "地方工会文件": "规定",
    "国家标准": "规定",
    "其他": "规定",
}
ADVICE = "建议"
"""工作经验的强度。"""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


class Entry(_Record):
    """法规里核过的一条。没把握的条号空着，用 ``for`` 里的事由来引。"""

    article: str = Field("", description="条号，如“第十一条”；没有把握就不写")
    says: str = Field(description="这一条说了什么，自己的话")
    verified: Verified = Field(description="text 读过原文；secondary 转引；memory 凭记忆")
    number_verified: bool = Field(True, description="条号是否核过")
    checked: Date = Field(description="核对日期")
    seen: str = Field("", description="在哪里读到的")
    topics: list[str] = Field([], alias="for", description="事由")
    note: str = Field("", description="说明")


class Law(_Record):
    """一部法规或文件。"""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", description="文件名，也是网址")
    name: str = Field(description="全称，不带书名号")
    short: list[str] = Field([], description="书名号里还可以怎么写，第一个是常用的")
    level: Literal[
        "法律", "行政法规", "司法解释", "部门规章", "地方性法规",
        "党政文件", "全总文件", "地方工会文件", "国家标准", "其他",
    ] = Field(description="层级")  # fmt: skip
    region: str = Field("", description="地方性的写省市名")
    issuer: str = Field("", description="制定机关")
    number: str = Field("", description="文号")
    adopted: str = Field("", description="通过或发布日期")
    revised: str = Field("", description="最近一次修改")
    effective: str = Field("", description="现行版本的施行日期")
    status: Literal["现行", "已被取代", "已废止", "存疑"] = Field(description="效力")
    replaced_by: str = Field("", description="被哪一部取代（id）")
    total: int = Field(0, description="全文多少条")
    dates_from_memory: bool = Field(False, description="日期或文号是凭记忆写的")
    url: str = Field("", description="官方查询网址")
    note: str = Field("", description="说明")
    articles: list[Entry] = Field([], description="核过的条文")

    @property
    def title(self) -> str:
        return self.short[0] if self.short else self.name

    @property
    def strength(self) -> str:
        return _STRENGTH[self.level]

    @property
    def names(self) -> list[str]:
        return [self.name, *self.short]

    def entries(self, cite: Citation) -> list[Entry]:
        """引用所指的登记条目；找不到为空。"""
        if cite.article:
            return [e for e in self.articles if e.article == cite.article]
        if cite.topic:
            return [e for e in self.articles if not e.article and cite.topic in e.topics]
        return []


class Guidance(_Record):
    """一条指引：五篇来源材料要求工会做、设、避、量的一件事。"""

    id: str
    name: str
    says: str
    area: str
    forms: list[str] = []
    kind: str = ""
    seeds: list[str] = []
    outdated: str = ""


class _Step(_Record):
    id: str
    name: str
    makes: str = ""


class _Column(_Record):
    key: str
    label: str
    type: str = "文本"


class _ProfileField(_Record):
    key: str
    label: str
    step: str = ""
    group: str = ""
    type: str
    required: bool = False
    options: list[str] = []
    columns: list[_Column] = []
    rows: int = 0
    example: Any = None
    note: str = ""
    derive: str = ""
    sensitive: bool = False

    def spec(self, source: str) -> FieldSpec:
        return FieldSpec(
            key=self.key,
            label=self.label,
            type=self.type,
            required=self.required,
            example=self.example,
            note=self.note,
            derive=self.derive,
            options=tuple(self.options),
            columns=tuple(Column(c.label, c.key, c.type) for c in self.columns),
            rows=self.rows,
            source=source,
        )


class Profile(_Record):
    """单位档案和职代会档案：几十份文书共用的填写项。"""

    steps: list[_Step] = []
    fields: list[_ProfileField] = []
    congress: list[_ProfileField] = []

    @functools.cached_property
    def specs(self) -> dict[str, FieldSpec]:
        """名称 → 填写项。"""
        pairs = [(f, "profile") for f in self.fields] + [(f, "congress") for f in self.congress]
        return {f.label: f.spec(source) for f, source in pairs}


class Check(_Record):
    """文书生成前的一条校验。"""

    id: str
    level: Literal["error", "warn"]
    says: str
    expr: str = ""
    keys: list[str] = []
    waive: str = Field("", description="写明理由可以放行的，写理由的样子；不写就是不许放行")


class Word(_Record):
    """用词：写 ``use``；``also`` 也行（搜索时互通）；``avoid`` 不要写。"""

    use: str
    also: list[str] = []
    avoid: list[str] = []
    note: str = ""


class Terms(_Record):
    roles: list[str] = []
    audience: list[str] = []
    words: list[Word] = []


class Band(_Record):
    """一档名额：会员数 ``start`` 到 ``end``（都含，空为没有上限），名额 ``low`` 到 ``high``。"""

    start: int = Field(alias="from")
    end: int | None = Field(None, alias="to")
    low: int
    high: int
    basis: str = Field(description="引用，如《工会基层组织选举工作条例》第八条")
    verified: Verified
    note: str = ""


class Bands(_Record):
    """名额档次：委员、会员代表。"""

    committee: list[Band] = []
    delegates: list[Band] = []


class Sample(_Record):
    """示例：一家虚构的公司。档案的值、职代会档案的值、各文书自有的值（slug → 键 → 值）。

    ``packs`` 是某个文书包里不一样的那些值：同一家公司，换届那一年。
    """

    profile: dict[str, Any] = {}
    congress: dict[str, Any] = {}
    forms: dict[str, dict[str, Any]] = {}
    packs: dict[str, "Sample"] = {}


class Difference(_Record):
    """一处地方规定：讲到 ``matter`` 的页都带上它；内容取自法规登记册。"""

    matter: list[str] = Field(description="哪些事，和页面开头的 matter 对应")
    cite: str = Field(description="引用，如《上海市工会条例》第十条")

    @property
    def citation(self) -> Citation | None:
        return next(find(self.cite), None)


class Region(_Record):
    """一个地方的补充。"""

    id: str
    name: str = Field(description="地名，和法规登记册的 region 一样")
    checked: Date = Field(description="核对日期")
    differences: list[Difference] = []


R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[R]):
    """一个登记文件：路径、行列、读出来的值、毛病。"""

    path: str
    document: Document
    value: R | None
    problems: tuple[Problem, ...]


def _document(root: Path, path: str) -> Document:
    try:
        return yamlio.load((root / path).read_text("utf-8-sig"))
    except FileNotFoundError:
        return Document(None, {}, ())
    except UnicodeDecodeError as error:
        message = f"不是 UTF-8 编码（第 {error.start} 字节起）"
        return Document(None, {}, (Problem(1, 1, "ENC001", message),))


def _load(root: Path, path: str, model: type[R], key: str = "") -> Loaded[R]:
    """读一个登记文件；顶层是列表的，先套进 *key*。"""
    document = _document(root, path)
    if document.data is None:
        return Loaded(path, document, None, document.problems)
    data = {key: document.data} if key else document.data
    try:
        return Loaded(path, document, model.model_validate(data), document.problems)
    except ValidationError as error:
        found = error.errors(include_url=False)
    problems = tuple(
        Problem(*document.place(tuple(e["loc"][bool(key) :])), "REG001", explain(e, model))
        for e in found
    )
    return Loaded(path, document, None, (*document.problems, *problems))


class Laws(Mapping[str, Law]):
    """法规登记册：id → 法规；``find`` 按书名号里的字找。"""

    def __init__(self, loaded: Iterable[Loaded[Law]]) -> None:
        self.loaded = tuple(loaded)
        values = [item.value for item in self.loaded if item.value]
        self._by_id = {law.id: law for law in values}
        self._by_name = {name: law for law in values for name in law.names}
        self.path_of = {item.value.id: item.path for item in self.loaded if item.value}

    def __getitem__(self, key: str) -> Law:
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def find(self, name: str) -> Law | None:
        return self._by_name.get(name)

    def verdict(self, cite: Citation) -> str:
        """引用的核对情况：text、secondary、memory；没登记的当 memory。"""
        law = self.find(cite.law)
        entries = law.entries(cite) if law else []
        order = ("text", "secondary", "memory")
        marks = [e.verified if e.number_verified else "memory" for e in entries]
        return min(marks, key=order.index) if marks else "memory"


@dataclass(frozen=True, slots=True)
class Registers:
    laws: Laws
    guidance: dict[str, Guidance]
    profile: Profile
    checks: dict[str, Check]
    terms: Terms
    bands: Bands
    sample: Sample
    regions: tuple[Region, ...]
    calendar: tuple[Year, ...]
    problems: tuple[tuple[str, Problem], ...]
    """(路径, 毛病)。"""


class _GuidanceFile(_Record):
    items: list[Guidance] = []


class _CheckFile(_Record):
    items: list[Check] = []


def load(root: Path) -> Registers:
    """读 ``data/`` 下的全部登记册；坏了的那一份跳过，毛病记下。"""
    laws = [
        _load(root, path.relative_to(root).as_posix(), Law)
        for path in sorted((root / "data/laws").glob("*.yml"))
    ]
    calendar = [
        _load(root, f"data/calendar/{p.name}", Year)
        for p in sorted((root / "data/calendar").glob("*.yml"))
    ]
    guidance = _load(root, "data/guidance.yml", _GuidanceFile, "items")
    checks = _load(root, "data/checks.yml", _CheckFile, "items")
    profile = _load(root, "data/profile.yml", Profile)
    terms = _load(root, "data/terms.yml", Terms)
    bands = _load(root, "data/bands.yml", Bands)
    sample = _load(root, "data/sample.yml", Sample)
    regions = [
        _load(root, f"data/regions/{p.name}", Region)
        for p in sorted((root / "data/regions").glob("*.yml"))
    ]
    loaded: list[Loaded[Any]] = [
        *laws,
        *regions,
        *calendar,
        guidance,
        checks,
        profile,
        terms,
        bands,
        sample,
    ]
    problems = [(item.path, problem) for item in loaded for problem in item.problems]
    return Registers(
        laws=Laws(laws),
        guidance={g.id: g for g in (guidance.value or _GuidanceFile()).items},
        profile=profile.value or Profile(),
        checks={c.id: c for c in (checks.value or _CheckFile()).items},
        terms=terms.value or Terms(),
        bands=bands.value or Bands(),
        sample=sample.value or Sample(),
        regions=tuple(item.value for item in regions if item.value),
        calendar=tuple(item.value for item in calendar if item.value),
        problems=(*problems, *_cross(laws), *_cross_regions(regions, laws)),
    )


def _cross(laws: list[Loaded[Law]]) -> list[tuple[str, Problem]]:
    """文件之间的毛病：文件名和 id 不符、名称重复、条号重复、取代关系断了。"""
    out: list[tuple[str, Problem]] = []
    names: dict[str, str] = {}
    ids = {item.value.id for item in laws if item.value}

    def add(item: Loaded[Law], loc: yamlio.Loc, message: str) -> None:
        out.append((item.path, Problem(*item.document.place(loc), "REG002", message)))

    for item in laws:
        law = item.value
        if not law:
            continue
        if Path(item.path).stem != law.id:
            add(item, ("id",), f"id“{law.id}”要和文件名一样")
        for i, name in enumerate(law.names):
            loc: yamlio.Loc = ("short", i - 1) if i else ("name",)
            if name in names:
                add(item, loc, f"名称“{name}”和 {names[name]} 重复")
            names.setdefault(name, item.path)
        if law.replaced_by and law.replaced_by not in ids:
            add(item, ("replaced_by",), f"没有 id 为“{law.replaced_by}”的法规")
        seen: set[str] = set()
        for i, entry in enumerate(law.articles):
            n = article_number(entry.article)
            if entry.article in seen:
                add(item, ("articles", i, "article"), f"{entry.article}写了两遍，请合并")
            if n and law.total and n > law.total:
                add(item, ("articles", i, "article"), f"全文只有 {law.total} 条")
            if entry.article:
                seen.add(entry.article)
    return out


def _cross_regions(
    regions: list[Loaded[Region]], laws: list[Loaded[Law]]
) -> list[tuple[str, Problem]]:
    """地方补充引的条文要登记过，而且就是那个地方的。"""
    book = Laws(laws)
    out: list[tuple[str, Problem]] = []
    for item in regions:
        for i, difference in enumerate(item.value.differences if item.value else ()):
            cite = difference.citation
            law = book.find(cite.law) if cite else None
            region = item.value.name if item.value else ""
            if cite and law and law.region == region and law.entries(cite):
                continue
            place = item.document.place(("differences", i, "cite"))
            message = f"“{difference.cite}”不是登记过的{region}的条文"
            out.append((item.path, Problem(*place, "REG002", message)))
    return out
