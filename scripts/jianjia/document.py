"""文书和制度的正文：Markdown 块 → 标题、主送、段落、表格、落款等要素，填写项和条件都认出来。"""

import re
from collections.abc import Iterable, Iterator

from jianjia.model import (
    Addressee,
    Attachments,
    Break,
    Cell,
    Choice,
    Column,
    FieldSpec,
    Head,
    Inline,
    Note,
    Para,
    Part,
    Ref,
    Repeat,
    Signature,
    Stray,
    TablePart,
    TableRow,
    Title,
    When,
)
from jianjia.outline import Block, Heading, Listing, Paragraph, Quote, Row, Rule, Table

_TOKEN = re.compile(r"【([^【】\n]*)】")
_ATTACHMENT = re.compile(r"(附件\d*)[ 　:：]*(.*)\Z")
_LEVELS = (
    (1, re.compile(r"[一二三四五六七八九十]+、")),
    (2, re.compile(r"（[一二三四五六七八九十]+）")),
    (3, re.compile(r"\d+[.．]")),
    (4, re.compile(r"（\d+）")),
)
_SENTENCE_END = tuple("。；，：！？…")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
DEEPEST = 20
"""条件最多套这么多层，再深的当作文字。"""


def inline(text: str) -> Inline:
    """一行字里的 ``【…】``；没配对的照原样留作文字。"""
    if "**" in text:
        text = _BOLD.sub(r"\1", text)
    if "【" not in text:
        return (text,) if text else ()
    return _sequence(_TOKEN.split(text), 0)[0]


def _sequence(tokens: list[str], i: int, depth: int = 0) -> tuple[Inline, int]:
    """偶数位是文字，奇数位是 ``【】`` 里的字。遇到 否则、完 就停下，交给上一层。"""
    out: list[str | Ref | Repeat | When] = []
    while i < len(tokens):
        token = tokens[i]
        if i % 2 == 0:
            if token:
                out.append(token)
            i += 1
        elif token in {"完", "否则"} and depth:
            break
        elif token.startswith("若") and depth < DEEPEST:
            test = _test(token)
            then, i = _sequence(tokens, i + 1, depth + 1)
            other: Inline = ()
            if i < len(tokens) and tokens[i] == "否则":
                other, i = _sequence(tokens, i + 1, depth + 1)
            out.append(When(test, then, other))
            i += 1
        else:
            out.append(_reference(token))
            i += 1
    return tuple(out), min(i, len(tokens))


def _test(token: str) -> str:
    """``若 同级党组织``、``若有 同级党组织``、``若：=term_no == 1`` → 条件。"""
    return token[1:].strip(" ：:").removeprefix("有 ").strip()


def _reference(token: str) -> Ref | Repeat | str:
    name = token.strip()
    if name.startswith("重复"):
        return Repeat(name[2:].strip())
    label, _, column = name.partition(".")
    return Ref(label, column) if label else f"【{token}】"


def walk(items: Inline) -> Iterator[Ref | Repeat | When]:
    """一行字里的全部填写项和条件，连条件里面的。"""
    for item in items:
        if isinstance(item, When):
            yield item
            yield from walk(item.then)
            yield from walk(item.other)
        elif not isinstance(item, str):
            yield item


def inlines(parts: Iterable[Part]) -> Iterator[tuple[int, Inline]]:
    """正文里的每一行字，连同行号；条件里面的也在内。"""
    for part in flat(parts):
        match part:
            case Choice(line, test):
                yield line, (When(test, ()),)
            case Head(line, lines) | Signature(line, lines):
                yield from ((line + i, text) for i, text in enumerate(lines))
            case Attachments(line, names):
                yield from ((line, name) for name in names)
            case TablePart():
                yield from ((row.line, (When(row.test, ()),)) for row in part.rows if row.test)
                yield from ((row.line, cell.inline) for row in part.rows for cell in row.cells)
            case Title() | Addressee() | Para() | Note():
                yield part.line, part.inline


def plain(items: Inline) -> str:
    """给人看的一行：填写项写成 ``【名称】``，条件只取前一半。"""
    return "".join(
        item
        if isinstance(item, str)
        else f"【{item.label}】"
        if isinstance(item, Ref)
        else plain(item.then)
        if isinstance(item, When)
        else ""
        for item in items
    )


def parts(blocks: Iterable[Block], *, official: bool = True) -> tuple[list[Part], list[Stray]]:
    """正文各块 → 要素。*official* 为真时认主送、附注这些公文要素。"""
    reader = _Reader(list(blocks), official)
    out = reader.read()
    return out, reader.strays


_BLOCK_MARK = re.compile(r"【(若[^【】]*|否则|完)】\Z")


class _Reader:
    """从上往下读正文各块；单独成段的 若、否则、完 把要素分成两支。"""

    def __init__(self, blocks: list[Block], official: bool) -> None:
        self.blocks = blocks
        self.official = official
        self.at = 0
        self.depth = 0
        self.titled = False
        """前面有没有标题。"""
        self.seen: list[Part] = []
        """已经读到的要素，不分哪一支；认主送、落款要看前面是什么。"""
        self.strays: list[Stray] = []

    def read(self, inside: bool = False) -> list[Part]:
        out: list[Part] = []
        while self.at < len(self.blocks):
            block = self.blocks[self.at]
            mark = _BLOCK_MARK.match(block.text) if isinstance(block, Paragraph) else None
            if mark and not mark[1].startswith("若"):
                if inside:
                    break
                self.strays.append(
                    Stray(block.line, block.lines[0], "前面没有单独成段的“【若 …】”")
                )
                self.at += 1
                continue
            self.at += 1
            if mark:
                out.append(self._choice(block.line, mark[1]))
            else:
                made = list(self._parts(block))
                self.titled = self.titled or any(isinstance(part, Title) for part in made)
                self.seen += made
                out += made
        return out

    def _choice(self, line: int, mark: str) -> Choice:
        if self.depth == DEEPEST:
            self.strays.append(Stray(line, f"【{mark}】", f"条件最多套 {DEEPEST} 层"))
            return Choice(line, _test(mark), ())
        self.depth += 1
        then = self.read(True)
        other: list[Part] = []
        if self._mark() == "否则":
            self.at += 1
            other = self.read(True)
        self.depth -= 1
        if self._mark() == "完":
            self.at += 1
        else:
            self.strays.append(Stray(line, f"【{mark}】", "单独成段的“【若 …】”没有对应的“【完】”"))
        return Choice(line, _test(mark), tuple(then), tuple(other))

    def _mark(self) -> str:
        if self.at >= len(self.blocks):
            return ""
        block = self.blocks[self.at]
        m = _BLOCK_MARK.match(block.text) if isinstance(block, Paragraph) else None
        return m[1] if m else ""

    def _parts(self, block: Block) -> Iterator[Part]:
        before = self.blocks[self.at - 2] if self.at > 1 else None
        match block:
            case Heading():
                yield _title(block, self.titled)
            case Quote():
                texts = [text.rstrip("\\").strip() for _, text in block.inner if text.strip()]
                lines = tuple(inline(text) for text in texts)
                yield Signature(block.line, lines) if self.titled else Head(block.line, lines)
            case Paragraph() if _is_attachment(block):
                return
            case Paragraph():
                part = self.seen[-1] if self.seen else None
                for line, text in _hard_lines(block):
                    part = _paragraph(line, text, part, self.official)
                    yield part
            case Listing() if before and _is_attachment(before):
                yield Attachments(block.line, tuple(inline(item.text) for item in block.items))
            case Listing():
                for n, item in enumerate(block.items, 1):
                    mark = f"{n}." if item.marker[0].isdigit() else ""
                    yield _para(item.line, mark + item.text)
            case Table():
                yield _table(block)
            case Rule():
                yield Break(block.line)
            case _:
                why = "正文里只能有标题、段落、编号列表、表格、引用块"
                self.strays.append(Stray(block.line, block.lines[0], why))


def flat(items: Iterable[Part]) -> Iterator[Part]:
    """要素，连同条件两支里面的。"""
    for part in items:
        yield part
        if isinstance(part, Choice):
            yield from flat(part.then)
            yield from flat(part.other)


def _is_attachment(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text in {"附件：", "附件:"}


def _hard_lines(block: Paragraph) -> Iterator[tuple[int, str]]:
    """一段里行尾有反斜杠或两个空格的，拆成几段；其余的行拼在一起。"""
    start, text = block.line, ""
    for i, raw in enumerate(block.lines):
        hard = raw.endswith(("\\", "  "))
        text += raw.strip().rstrip("\\").strip()
        if hard:
            yield start, text
            start, text = block.line + i + 1, ""
    if text:
        yield start, text


def _title(block: Heading, seen: bool) -> Title:
    m = _ATTACHMENT.match(block.text)
    if seen and m:
        return Title(block.line, inline(m[2]), m[1])
    return Title(block.line, inline(block.text))


def _paragraph(line: int, text: str, last: Part | None, official: bool) -> Part:
    if official and isinstance(last, Title) and not last.attachment and text.endswith("："):
        return Addressee(line, inline(text))
    if official and isinstance(last, Signature) and text.startswith("（") and text.endswith("）"):
        return Note(line, inline(text[1:-1]))
    if text.startswith("附件：") and len(text) > 3:
        return Attachments(line, (inline(text[3:]),))
    return _para(line, text)


def _para(line: int, text: str) -> Para:
    """短而没有句末标点的“一、……”才是小标题；整句的条款是正文。"""
    bare = text.replace("**", "").removesuffix("【完】")
    level = next((n for n, pattern in _LEVELS if pattern.match(bare)), 0)
    if level and bare.endswith(_SENTENCE_END):
        level = 0
    return Para(line, inline(text), level, text.startswith("**") and text.endswith("**"))


def _table(block: Table) -> TablePart:
    rows = [_row(block.header.line, block.header.cells)] if any(block.header.cells) else []
    rows += [_row(row.line, row.cells) for row in block.rows]
    heads = int(len(rows) > 1 and bool(rows[1].repeat) and not rows[0].repeat)
    return TablePart(block.line, block.widths, tuple(rows), heads)


_ROW_TEST = re.compile(r"【(若[^【】]*)】")


def _row(line: int, cells: tuple[str, ...]) -> TableRow:
    made, repeat, test = [], "", ""
    if (m := _ROW_TEST.match(cells[0])) and "【完】" not in cells[0]:
        test, cells = _test(m[1]), (cells[0][m.end() :], *cells[1:])
    for text in cells:
        if text in {"←", "↑"}:
            made.append(Cell((), text))
            continue
        content = inline(text)
        for item in walk(content):
            if isinstance(item, Repeat) or (isinstance(item, Ref) and item.column):
                repeat = repeat or item.label
        made.append(Cell(tuple(item for item in content if not isinstance(item, Repeat))))
    return TableRow(line, tuple(made), repeat, test)


# —— 填写项表 ——

SPEC_HEADER = ("填写项", "键", "类型", "必填", "示例", "说明")
TYPES = ("文本", "多行文本", "整数", "小数", "金额", "日期", "时间", "单选", "人员表", "明细表")
_TYPE = re.compile(r"(\w+?)(?:（(.*)）)?(?:×(\d+))?\Z")
_PEOPLE = (Column("姓名", "name"), Column("性别", "gender"), Column("岗位（职务）", "post"))
_EXPRESSION = re.compile(r"`=\s*(.+?)`\s*(.*)\Z", re.S)


def specs(table: Table) -> tuple[list[FieldSpec], list[Stray]]:
    """填写项表 → 填写项；看不懂的行另外列出。"""
    if tuple(table.header.cells) != SPEC_HEADER:
        why = "填写项表的表头要写成：| " + " | ".join(SPEC_HEADER) + " |"
        return [], [Stray(table.header.line, table.lines[0], why)]
    out, strays = [], []
    for row in table.rows:
        if len(row.cells) != len(SPEC_HEADER):
            strays.append(Stray(row.line, "", f"这一行有 {len(row.cells)} 格，应当是 6 格"))
            continue
        spec = _spec(row)
        if isinstance(spec, Stray):
            strays.append(spec)
        else:
            out.append(spec)
    return out, strays


def _spec(row: Row) -> FieldSpec | Stray:
    line = row.line
    label, key, kind, required, example, note = row.cells
    m = _TYPE.match(kind)
    if not m or m[1] not in TYPES:
        return Stray(line, kind, f"类型“{kind}”不认识，只能是：{'、'.join(TYPES)}")
    if required not in {"是", "否", "自动"}:
        return Stray(line, required, "“必填”一格只能写 是、否、自动")
    name, inside, rows = m[1], m[2] or "", int(m[3] or 0)
    formula = _EXPRESSION.match(note)
    if (required == "自动") != bool(formula):
        return Stray(line, note, "自动算的填写项，说明要以 `= 算式` 开头；别的填写项不要写算式")
    columns = tuple(_column(text) for text in re.split("[、，]", inside) if text.strip())
    tabular = name in {"人员表", "明细表"}
    return FieldSpec(
        key=key.strip("`"),
        label=label,
        type=name,
        required=required != "否",
        example=example,
        note=(formula[2] if formula else note).strip(),
        derive=formula[1].strip() if formula else "",
        options=tuple(o.strip() for o in re.split("[／/]", inside)) if name == "单选" else (),
        columns=(columns or _PEOPLE if name == "人员表" else columns) if tabular else (),
        rows=rows or (8 if tabular else 0),
        line=line,
    )


def _column(text: str) -> Column:
    """``会员数 members 整数``、``职务 role 单选 组长/成员`` → 一列；类型不写是文本。"""
    words = [*text.split(), "", "", ""]
    options = tuple(o for o in re.split("[／/]", words[3]) if o)
    return Column(words[0], words[1] or words[0], words[2] or "文本", options)
