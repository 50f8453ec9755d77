"""内容的样子。全部只读；网页、文书、校验、导出都从这里取，谁也不再去读 Markdown。"""

import bisect
import functools
import itertools
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

from jianjia import links
from jianjia.links import Link
from jianjia.outline import Block, Outline
from jianjia.yamlio import Problem

B = TypeVar("B", bound=Block)


@dataclass(frozen=True, slots=True)
class Field:
    """一行 ``名称：内容``。"""

    line: int
    name: str
    text: str


class HasFields(Protocol):
    @property
    def fields(self) -> tuple[Field, ...]: ...


def get(owner: HasFields, name: str) -> str:
    """第一个叫 *name* 的字段的内容；没有为空。"""
    return next((f.text for f in owner.fields if f.name == name), "")


def get_all(owner: HasFields, name: str) -> list[Field]:
    return [f for f in owner.fields if f.name == name]


@dataclass(frozen=True, slots=True)
class Stray:
    """看不懂的一行。"""

    line: int
    text: str
    why: str = "看不懂这一行"


@dataclass(frozen=True)
class Page:
    """一页。种类和主题由路径决定；``meta`` 是开头的键值，缺的用默认值。"""

    path: str
    kind: str
    theme: str
    slug: str
    meta: Any
    outline: Outline
    problems: tuple[Problem, ...]
    strays: tuple[Stray, ...]

    @property
    def for_editors(self) -> bool:
        """写给编辑看的说明页，里面会举写错的例子，读者用不着。"""
        return list(self.meta.audience) == ["内容编辑"]

    @property
    def title(self) -> str:
        return str(self.meta.title or self.slug)

    @property
    def body(self) -> tuple[Block, ...]:
        return self.outline.blocks

    @property
    def matters(self) -> tuple[str, ...]:
        """这一页讲的是哪几件事；同一件事的各种页互为“相关”。"""
        return tuple(self.meta.matter) or (self.slug,)

    # 以下几样许多规则都要用，每页只算一遍。

    @functools.cached_property
    def prose(self) -> str:
        """全文，其中开头的键值、代码、注释换成等长的空字符，行列不变。"""
        return links.blank(self.outline)

    @functools.cached_property
    def words(self) -> str:
        """读者看见的字：:attr:`prose` 里再去掉链接的地址和 HTML 标签；标题和摘要算在内。"""
        return links.words(self.outline, self.prose)

    @functools.cached_property
    def marks(self) -> str:
        """:attr:`words` 里的符号（全角的数字、字母也算）和换行，按先后。

        大写字母算，汉字、小写字母、数字、到处都有的，。、；：不算。
        """
        return "".join(links.SIGNS.findall(self.words))

    @functools.cached_property
    def signs(self) -> frozenset[str]:
        """用到哪些符号；没有那个符号的页，规则不必细看。"""
        return frozenset(self.marks)

    @functools.cached_property
    def prose_rows(self) -> list[str]:
        """:attr:`prose` 各行。"""
        return self.prose.split("\n")

    @functools.cached_property
    def _by_type(self) -> dict[type[Block], list[Block]]:
        out: dict[type[Block], list[Block]] = {}
        for block in self.outline.blocks:
            out.setdefault(type(block), []).append(block)
        return out

    def blocks_of(self, kind: type[B]) -> list[B]:
        """正文里某一种块。"""
        return cast("list[B]", self._by_type.get(kind, []))

    @functools.cached_property
    def links(self) -> tuple[Link, ...]:
        """按先后，这一页的链接。"""
        return tuple(links.find(self.outline, self.prose))

    @functools.cached_property
    def memo(self) -> dict[str, Any]:
        """检查时算过一遍、别的规则还要用的东西。"""
        return {}

    @functools.cached_property
    def _starts(self) -> list[int]:
        lengths = (len(row) + 1 for row in self.outline.rows)
        return list(itertools.accumulate(lengths, initial=0))

    def start(self, line: int) -> int:
        """第 *line* 行从全文的第几个字符起。"""
        return self._starts[line - 1]

    def at(self, offset: int) -> tuple[int, int]:
        """全文（和 :attr:`prose`、:attr:`words`）里的第 *offset* 个字符在第几行第几列。"""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


@dataclass(frozen=True)
class Plain(Page):
    """没有特定写法的页：首页、栏目页、说明页。"""


@dataclass(frozen=True)
class Guide(Page):
    """指南。``fields`` 是开头引用块里的 结论、依据、下一步。"""

    fields: tuple[Field, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Case(Page):
    """案例。"""

    blocks: tuple[Block, ...]


# —— 清单 ——


@dataclass(frozen=True, slots=True)
class Deadline:
    """算得出日期的时限：某个起算日之前或之后多少天。

    ``unit`` 是 日、工作日、月、年；``amount`` 早于起算日为负；
    ``within`` 为真是“…内”（截止），为假是“提前…”或“当天”。
    """

    anchor: str
    amount: int
    unit: str
    within: bool


@dataclass(frozen=True, slots=True)
class Item:
    """清单里一个可以打勾的事项。

    ``same_as`` 非空时，这是别处某事项的再现，``fields`` 只是在这张清单里要换的几行。
    """

    line: int
    id: str
    text: str
    fields: tuple[Field, ...] = ()
    deadline: Deadline | None = None
    checked: bool = False
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Tasks(Block):
    """一段任务列表。"""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """清单的一个阶段：小标题和它下面的块。"""

    line: int
    title: str
    blocks: tuple[Block, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for b in self.blocks if isinstance(b, Tasks) for item in b.items)


@dataclass(frozen=True)
class Checklist(Page):
    """清单。"""

    intro: tuple[Block, ...]
    stages: tuple[Stage, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for stage in self.stages for item in stage.items)


# —— 文书和制度的正文 ——


@dataclass(frozen=True, slots=True)
class Ref:
    """正文里的 ``【名称】``；``column`` 非空时是明细表的一列：``【小组.会员数】``。"""

    label: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """表格行开头的 ``【重复 名称】``：这一行印 *名称*（整数填写项）那么多遍。"""

    label: str


@dataclass(frozen=True, slots=True)
class When:
    """``【若 …】甲【否则】乙【完】``。

    ``test`` 是填写项的名称（填了才要）或以 ``=`` 开头的表达式。
    """

    test: str
    then: "Inline"
    other: "Inline" = ()


Inline = tuple[str | Ref | Repeat | When, ...]
"""一行字：文字、填写项、条件。"""


@dataclass(frozen=True, slots=True)
class Part:
    """文书正文的一个要素。"""

    line: int


@dataclass(frozen=True, slots=True)
class Head(Part):
    """版头：标题之前的引用块，发文字号、签发人等，一行一个。"""

    lines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Title(Part):
    """文书标题；第二个起是附件标题，``attachment`` 是“附件1”。"""

    inline: Inline
    attachment: str = ""


@dataclass(frozen=True, slots=True)
class Addressee(Part):
    """主送单位。"""

    inline: Inline


@dataclass(frozen=True, slots=True)
class Para(Part):
    """一段。``level``：0 正文；1 “一、”；2 “（一）”；3 “1.”；4 “（1）”，只有标题行才算级别。"""

    inline: Inline
    level: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Attachments(Part):
    """附件说明。"""

    names: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Signature(Part):
    """署名（一行或几行）和成文日期（最后一行）。"""

    lines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Note(Part):
    """附注：成文日期下一行，圆括号里的联系人、电话。"""

    inline: Inline


@dataclass(frozen=True, slots=True)
class Cell:
    """表格一格。``merge``：``←`` 并入左格，``↑`` 并入上格，空为自成一格。"""

    inline: Inline
    merge: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """表格一行。

    ``repeat`` 非空：按明细表逐行印，或按整数填写项印那么多遍；``test`` 非空：合了条件才印。
    """

    line: int
    cells: tuple[Cell, ...]
    repeat: str = ""
    test: str = ""


@dataclass(frozen=True, slots=True)
class TablePart(Part):
    """表格。``heads`` 是当作表头、跨页重复的行数；``widths`` 是列宽比例。"""

    widths: tuple[int, ...]
    rows: tuple[TableRow, ...]
    heads: int = 0


@dataclass(frozen=True, slots=True)
class Choice(Part):
    """整段整表的条件：单独成段的 ``【若 …】``、``【否则】``、``【完】`` 之间的要素。"""

    test: str
    then: tuple[Part, ...]
    other: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Break(Part):
    """另起一页。"""


@dataclass(frozen=True, slots=True)
class Column:
    """明细表的一列；``options`` 是单选列的选项。"""

    label: str
    key: str
    type: str = "文本"
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """一个填写项。

    ``type``：文本 多行文本 整数 小数 金额 日期 时间 单选 人员表 明细表；
    ``derive`` 非空是自动算出的（CEL 表达式）；``rows`` 是空白件里明细表印几行；
    ``source``：``own`` 本文书自有，``profile`` 来自单位档案，``congress`` 来自职代会档案。
    """

    key: str
    label: str
    type: str = "文本"
    required: bool = True
    example: Any = ""
    note: str = ""
    derive: str = ""
    options: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: int = 0
    source: str = "own"
    line: int = 0


@dataclass(frozen=True)
class Template(Page):
    """文书。``fields`` 是“使用说明”里的各行；``specs`` 是本文书自有的填写项。"""

    fields: tuple[Field, ...]
    specs: tuple[FieldSpec, ...]
    parts: tuple[Part, ...]
    notes: tuple[Block, ...]
    """“填写项”“正文”之外的段落，原样放在页上。"""


@dataclass(frozen=True, slots=True)
class Article:
    """制度的一条：``number`` 条号，``parts`` 各款，``fields`` 幅度、依据等。"""

    line: int
    number: int
    parts: tuple[Part, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    line: int
    title: str
    articles: tuple[Article, ...]
    notes: tuple[Block, ...] = ()
    """条文以外的块，原样放在页上；``parts`` 是它们印进文件的样子。"""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Policy(Page):
    """制度范本。``intro`` 是第一章之前的话；``after`` 是“采用办法”等不印进文件的段落。"""

    intro: tuple[Block, ...]
    specs: tuple[FieldSpec, ...]
    chapters: tuple[Chapter, ...]
    after: tuple[Block, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(a for chapter in self.chapters for a in chapter.articles)


# —— 培训 ——


@dataclass(frozen=True, slots=True)
class Slide:
    """一张投影。``fields``：时间、级别、讲解、练习、材料。"""

    line: int
    title: str
    blocks: tuple[Block, ...]
    fields: tuple[Field, ...] = ()
    minutes: int = 0

    @property
    def core(self) -> bool:
        """必讲；没写级别的算必讲。"""
        return get(self, "级别") != "选讲"


@dataclass(frozen=True, slots=True)
class Option:
    line: int
    text: str
    right: bool
    why: str
    """选了这一项要看到的解析。"""


@dataclass(frozen=True, slots=True)
class Question:
    line: int
    text: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Training(Page):
    """培训课。"""

    intro: tuple[Block, ...]
    slides: tuple[Slide, ...]
    questions: tuple[Question, ...]
