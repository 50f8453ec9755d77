"""文件的收尾：附件说明、落款、纪要的出席名单。"""

from collections.abc import Sequence
from dataclasses import replace

from jianjia.document import walk
from jianjia.model import Inline, Ref
from jianjia.office import signing
from jianjia.office.blocks import Paragraph, Run, merged, text_of, width
from jianjia.office.fill import Filler
from jianjia.office.layouts import Manner
from jianjia.office.signing import HALF

FEW = 6
"""附件不多的，附件说明不拆在两页。"""
ATTENDANCE = ("出席：", "列席：", "请假：", "缺席：", "记录：")


def attachments(names: Sequence[Inline], filler: Filler) -> list[Paragraph]:
    """附件说明：左空二字，几个附件的编号，回行和名称首字对齐，名称后面没有标点。"""
    made = [_name(merged(filler.runs(name))) for name in names]
    made = [runs for runs in made if text_of(runs).strip()]
    if len(made) == 1:
        return [Paragraph("AttachmentNote", merged((Run("附件："), *made[0])), 500, 300)]
    number = width(f"{len(made)}.") * HALF + HALF
    keep = len(made) <= FEW
    out = []
    for n, runs in enumerate(made, 1):
        label, hanging = ("附件：1.\t", 300 + number) if n == 1 else (f"{n}.\t", number)
        runs = merged((Run(label), *runs))
        together = keep and n < len(made)
        out.append(Paragraph("AttachmentNote", runs, 500 + number, hanging, keep=together))
    return out


def signature(lines: Sequence[Inline], manner: Manner, filler: Filler) -> list[Paragraph]:
    """落款。最后一行有日期的是成文日期；各行同页。"""
    layout = manner.layout
    made = [merged(filler.runs(line, hand=True)) for line in lines]
    dated = bool(made) and bool(text_of(made[-1]).strip()) and _dated(lines[-1], filler)
    made = [runs for runs in made if text_of(runs).strip()]
    widths = [width(text_of(runs)) for runs in made]
    date = widths.pop() if dated else 0
    line = layout.sheet.measure * 2 // layout.sheet.char
    names, last = signing.indents(widths, date, sealed=manner.sealed, line=line)
    rights = (*names, last)
    return [
        Paragraph(layout.sign, runs, right=rights[i], keep=i < len(made) - 1)
        for i, runs in enumerate(made)
    ]


def attendance(runs: tuple[Run, ...]) -> Paragraph:
    """出席、请假、列席：左空二字，名称黑体，回行和姓名首字对齐。"""
    label = runs[0].text[:3]
    body = (Run(label, "Hei"), replace(runs[0], text=runs[0].text[3:]), *runs[1:])
    return Paragraph("Attendance", merged(body), 500, 300)


def _name(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not runs:
        return ()
    return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip("。；，")))


def _dated(inline: Inline, filler: Filler) -> bool:
    """有日期类型的填写项，或者写着年月日。"""
    return any(
        isinstance(item, Ref) and filler.type_of(item) == "日期" for item in walk(inline)
    ) or any(isinstance(item, str) and "年" in item and "月" in item for item in inline)
