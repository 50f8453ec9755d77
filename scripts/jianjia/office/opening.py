"""文件的开头：红头（发文机关标志）、版头（发文字号、签发人）和标题。"""

from collections.abc import Sequence
from dataclasses import replace

from jianjia.model import Inline, Ref
from jianjia.office import titles
from jianjia.office.blocks import Paragraph, Run, merged, text_of, width
from jianjia.office.fill import Filler
from jianjia.office.layouts import Layout

TITLE_CHAR = 440
"""标题用二号字，一个字宽 22 磅。"""
_SIGNER = "签发人："
_SIZES = ((24, "Red1"), (34, "Red2"), (40, "Red3"))
"""发文机关标志：不超过几个半字的用哪种字号，一行放得下；再长的用最小的。"""


def red_head(issuer: Inline, filler: Filler, *, letter: bool) -> list[Paragraph]:
    """发文机关标志。函是信函格式：不加“文件”，下面一道红双线；别的加“文件”，红线在发文字号下面。"""
    said = merged(filler.runs(issuer))
    text = text_of(said).replace("\n", "") + ("" if letter else "文件")
    size = next((style for most, style in _SIZES if width(text) <= most), "Red4")
    style = "LetterName" if letter else "RedName"
    made = [Paragraph(style, (Run(text, size),))]
    return [*made, Paragraph("LetterLine")] if letter else made


def head(
    lines: Sequence[Inline], layout: Layout, filler: Filler, *, upward: bool
) -> list[Paragraph]:
    """版头，一行一段。上行文的签发人和文号同在一行，文号居左、签发人居右，各空一字。"""
    made = [merged(filler.runs(line, hand=layout.hand)) for line in lines if _wanted(line, filler)]
    made = [runs for runs in made if text_of(runs).strip()]
    if not upward or layout.hand:
        return [Paragraph(layout.head, runs) for runs in made]
    signers = [runs for runs in made if text_of(runs).startswith(_SIGNER)]
    numbers = [runs for runs in made if runs not in signers]
    rows: list[tuple[Run, ...]] = []
    for i in range(max(len(signers), len(numbers))):
        number = numbers[i] if i < len(numbers) else ()
        signer = (Run("\t"), *_signer(signers[i])) if i < len(signers) else ()
        rows.append(merged([*number, *signer]))
    return [Paragraph("HeadUp", runs) for runs in rows]


def title(inline: Inline, layout: Layout, filler: Filler) -> list[Paragraph]:
    """标题；一行放不下的按意思折行。没有字的不印。"""
    capacity = layout.sheet.measure * 2 // TITLE_CHAR
    runs = titles.fold(filler.pieces(inline), capacity)
    return [Paragraph(layout.title, merged(runs))] if text_of(runs).strip() else []


def _wanted(line: Inline, filler: Filler) -> bool:
    """空白件都印；填过的，一行里的填写项全都选填又没填，就不印这一行。"""
    refs = [item for item in line if isinstance(item, Ref)]
    return (
        filler.values is None
        or not refs
        or any(filler.said(ref) or filler.required(ref) for ref in refs)
    )


def _signer(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """“签发人：”仿宋，姓名楷体。"""
    name = runs[0].text[len(_SIGNER) :]
    rest = [replace(run, style=run.style or "Kai") for run in runs[1:]]
    return merged([Run(_SIGNER), Run(name, "Kai"), *rest])
