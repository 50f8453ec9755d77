"""要素 → 版面块：每一段用什么样式、排在哪里，都在这里定；写 Word 文件的只管照抄。"""

import re
from collections.abc import Iterable
from dataclasses import replace

from jianjia.model import (
    Addressee,
    Attachments,
    Break,
    Head,
    Inline,
    Note,
    Para,
    Part,
    Signature,
    TablePart,
    Title,
)
from jianjia.office import closing, fitting, opening, tables
from jianjia.office.blocks import Block, Flow, Paragraph, Run, Table, lines_of, merged, text_of
from jianjia.office.fill import Filler
from jianjia.office.layouts import Manner

_FULL_STOP = ("。", "！", "？")
_STOPS = (*_FULL_STOP, "；", "，", "：", "…")
"""小标题不以这些结尾；以这些结尾的是成句的条款。"""

_LONG_NUMBER = re.compile("[0-9A-Za-z-]{12,}")
"""证件号、信用代码不能拆在两行，上一行两端撑齐就会稀稀拉拉，不如右边不齐。"""


def build(parts: Iterable[Part], manner: Manner, filler: Filler) -> Flow:
    composer = Composer(manner, filler)
    chosen = list(filler.parts(parts))
    signed = (part.lines[0] for part in chosen if isinstance(part, Signature) and part.lines)
    composer.issuer = next(signed, ())
    if manner.layout.sheet.footer == "letter":
        composer.red_head(letter=True)
    for part in chosen:
        composer.part(part)
    return composer.flow()


class Composer:
    """一块一块往下排。

    ``owed`` 是下一块之前该空的行数，``fresh`` 是下一块另起一页，``titled`` 是刚排完标题；
    ``issuer`` 是发文机关，就是第一个落款的第一行。
    """

    def __init__(self, manner: Manner, filler: Filler) -> None:
        self.manner = manner
        self.layout = manner.layout
        self.filler = filler
        self.blocks: list[Block] = []
        self.owed = 0
        self.fresh = False
        self.titled = False
        self.issuer: Inline = ()

    def flow(self) -> Flow:
        """文件不能以表格结尾。"""
        if self.blocks and isinstance(self.blocks[-1], Table):
            self.blocks.append(Paragraph("End"))
        return Flow(self.layout.sheet, tuple(self.blocks))

    def part(self, part: Part) -> None:
        match part:
            case Head():
                self.head(part)
            case Title():
                self.title(part.inline, part.attachment)
            case Addressee():
                self.text("Addressee", part.inline)
            case Para():
                self.para(part)
            case Attachments():
                self.end(closing.attachments(part.names, self.filler), 1)
            case Signature():
                # 盖章的空两行，章顶离正文正好一行；不盖章的空一行。
                lines = 2 if self.manner.sealed and not self.layout.hand else 1
                self.end(closing.signature(part.lines, self.manner, self.filler), lines)
            case Note():
                self.note(part.inline)
            case TablePart():
                self.table(part)
            case Break():
                self.fresh = True

    # —— 往下排 ——

    def add(self, paragraph: Paragraph) -> None:
        """排一段；该空的行、该起的页先办。"""
        self.settle()
        self.blocks.append(replace(paragraph, fresh=self.fresh))
        self.fresh = False

    def add_all(self, paragraphs: Iterable[Paragraph]) -> None:
        for paragraph in paragraphs:
            self.add(paragraph)

    def settle(self) -> None:
        """空出该空的行。上一段要和下一段同页的，空行也跟着。"""
        owed, self.owed, self.titled = self.owed, 0, False
        keep = bool(self.blocks) and _keeps(self.blocks[-1])
        for _ in range(owed):
            self.blocks.append(Paragraph(self.layout.flush, keep=keep, fresh=self.fresh))
            self.fresh = False

    def keep(self) -> None:
        """上一段（上一张表的最后一行）不和下一段分在两页。"""
        if self.blocks and isinstance(last := self.blocks[-1], Paragraph):
            self.blocks[-1] = replace(last, keep=True)
        elif self.blocks and isinstance(last, Table) and last.rows:
            self.blocks[-1] = replace(last, rows=(*last.rows[:-1], fitting.kept(last.rows[-1])))

    def end(self, paragraphs: list[Paragraph], blank: int) -> None:
        """收尾的几段：空几行，并且不让它们离了正文单在一页。"""
        if paragraphs:
            self.keep()
            self.owed = blank
            self.add_all(paragraphs)

    def text(self, style: str, inline: Inline) -> None:
        """一段字；内容里有换行的分成几段，没有字的不印。"""
        self.add_all(Paragraph(style, line) for line in lines_of(self.filler.runs(inline)))

    # —— 几种要拿主意的 ——

    def head(self, part: Head) -> None:
        """版头；正式发文有发文字号的，上面是发文机关标志，下面一道红线。"""
        lines = opening.head(part.lines, self.layout, self.filler, upward=self.manner.upward)
        red = self.manner.red and bool(lines) and self.red_head(letter=False)
        if red:
            self.owed = 2
        self.add_all(lines)
        if red:
            self.add(Paragraph("RedLine"))

    def red_head(self, *, letter: bool) -> bool:
        """发文机关标志；没有落款的不印。"""
        if self.issuer:
            self.add_all(opening.red_head(self.issuer, self.filler, letter=letter))
        return bool(self.issuer)

    def title(self, inline: Inline, attachment: str = "") -> None:
        """标题。附件另起一页，第一行写“附件”，隔一行是附件标题。"""
        self.owed = self.layout.lead
        if attachment:
            self.owed, self.fresh = 0, True
            self.add(Paragraph("AttachmentMark", (Run(attachment),)))
            self.owed = self.layout.gap
        self.add_all(opening.title(inline, self.layout, self.filler))
        self.owed, self.titled = self.layout.gap, True

    def para(self, part: Para, lead: tuple[Run, ...] = ()) -> None:
        """一段正文或小标题；*lead* 是接在前面的条号。"""
        hand = self.layout.hand and part.level == 0
        titled = self.titled
        for line in lines_of([*lead, *self.filler.runs(part.inline, hand=hand)]):
            runs = _stressed(line) if part.bold else line
            said = text_of(runs)
            if titled and said.startswith("（") and said.endswith("）"):
                self.subtitle(runs)
            elif self.manner.minutes and said.startswith(closing.ATTENDANCE):
                self.attendance(runs)
            elif said.startswith("抄送：") and not self.layout.hand:
                self.owed = 1
                self.add(Paragraph("CopyTo", merged((Run("　"), *runs))))
            elif hand and not said.endswith(_FULL_STOP):
                self.add(Paragraph(self.layout.flush, runs))
            else:
                level = 0 if said.endswith(_STOPS) else part.level
                ragged = bool(_LONG_NUMBER.search(said))
                self.add(Paragraph(self.layout.levels[level], runs, ragged=ragged))

    def note(self, inline: Inline) -> None:
        """附注紧跟落款，不单独到下一页去。"""
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Paragraph) and last.style == self.layout.sign:
            self.keep()
        self.text("Note", ("（", *inline, "）"))

    def subtitle(self, runs: tuple[Run, ...]) -> None:
        """题注：标题下面括号里的一段，居中，紧跟标题。"""
        owed, self.owed = self.owed, 0
        self.add(Paragraph("Subtitle", runs))
        self.owed, self.titled = owed, True

    def attendance(self, runs: tuple[Run, ...]) -> None:
        """纪要的出席名单，和正文空一行，不拆在两页。"""
        before = self.blocks[-1] if self.blocks else None
        self.keep()
        if not (isinstance(before, Paragraph) and before.style == "Attendance"):
            self.owed = 1
        self.add(closing.attendance(runs))

    def table(self, part: TablePart) -> None:
        """表格。两张连着的要隔开，不然 Word 并成一张；要换页的，换页记在间隔段上。"""
        if not self.fresh:
            self.keep()
        self.settle()
        if self.fresh or (self.blocks and isinstance(self.blocks[-1], Table)):
            self.add(Paragraph("Seam"))
        self.blocks.append(tables.build(part, self.layout, self.filler))


def _keeps(block: Block) -> bool:
    """要和下一段同页。"""
    if isinstance(block, Paragraph):
        return block.keep
    return bool(block.rows) and block.rows[-1].cells[0].paragraphs[0].keep


def _stressed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """要加重的（主持词的口令）用黑体；仿宋加粗是硬描出来的，印出来发虚。"""
    return merged([replace(run, style=run.style or "Hei") for run in runs])
