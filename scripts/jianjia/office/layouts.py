"""版式：``layout`` 的七种各用什么纸、什么样式。只有表，没有做法。"""

from dataclasses import dataclass, replace

from jianjia.office.blocks import Sheet

ROW = 510
"""9 毫米，表格一行起码的高度。"""
TALL = 1701
"""30 毫米，写意见、写简历的格子起码的高度。"""

_OFFICIAL = Sheet(
    width=11906,
    height=16838,
    top=2098,
    right=1474,
    bottom=1984,
    left=1588,
    footer_distance=1446,
    footer="official",
    char=315,
    grid=579,
)
_FORM = Sheet(
    width=11906,
    height=16838,
    top=1417,
    right=1134,
    bottom=1134,
    left=1134,
    footer_distance=567,
    footer="centre",
    char=240,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """一种版式。``levels`` 是正文和一至四级小标题的样式；``cell`` 是单元格样式名的开头。"""

    sheet: Sheet
    levels: tuple[str, str, str, str, str]
    flush: str
    title: str
    sign: str
    head: str
    cell: str
    cell_char: int
    row_height: int
    lead: int
    """标题上面空几行。"""
    gap: int
    """标题下面空几行。"""
    hand: bool = False
    """多半打印出来用手填。"""
    ledger: bool = False
    """逐行重复的那一行以上都是表头。"""


_HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading3")
_LETTER = Layout(
    sheet=_OFFICIAL,
    levels=("Body", *_HEADINGS),
    flush="Normal",
    title="Title",
    sign="Sign",
    head="HeadCentre",
    cell="Cell",
    cell_char=240,
    row_height=ROW,
    lead=2,
    gap=1,
)
_TABLE = Layout(
    sheet=_FORM,
    levels=("FormBody", "FormHead", "FormHead", "Form", "Form"),
    flush="Form",
    title="FormTitle",
    sign="FormRight",
    head="FormRight",
    cell="Cell",
    cell_char=240,
    row_height=ROW,
    lead=0,
    gap=0,
    hand=True,
)

_HALF = Sheet(
    width=16838,
    height=11906,
    top=680,
    right=680,
    bottom=567,
    left=680,
    footer_distance=567,
    footer="",
    char=240,
    gutter=1360,
)
"""A4 横放，左右各一张 A5，中间裁开。"""

LAYOUTS: dict[str, Layout] = {
    "公文": _LETTER,
    "纪要": _LETTER,
    "函": replace(_LETTER, sheet=replace(_OFFICIAL, footer="letter"), head="HeadRight"),
    "文稿": replace(_LETTER, levels=("Speech", *_HEADINGS), flush="SpeechFlush", lead=0),
    "表格": _TABLE,
    "选票": replace(
        _TABLE,
        sheet=replace(_FORM, footer=""),
        levels=("BallotNote", "FormHead", "FormHead", "BallotNote", "BallotNote"),
        flush="BallotNote",
        cell="Ballot",
        cell_char=320,
    ),
    "台账": replace(_TABLE, ledger=True),
}


HALVED = {
    "选票": replace(
        LAYOUTS["选票"],
        sheet=_HALF,
        levels=("BallotSmall", "FormHead", "FormHead", "BallotSmall", "BallotSmall"),
        flush="BallotSmall",
    )
}
"""半张纸放得下的，改用这种版式，一张纸印两份。"""


def layout_of(name: str, landscape: bool) -> Layout:
    """版式；台账总是横放。"""
    layout = LAYOUTS[name]
    if not (landscape or layout.ledger):
        return layout
    sheet = layout.sheet
    return replace(layout, sheet=replace(sheet, width=sheet.height, height=sheet.width))


@dataclass(frozen=True, slots=True)
class Manner:
    """这一份怎么排：版式，是不是纪要，是不是上行文（标签发人），落款盖不盖章。"""

    layout: Layout
    minutes: bool = False
    upward: bool = False
    sealed: bool = False
    red: bool = False
    """填了发文字号就印红头。"""


RED_GENRES = ("请示", "报告", "批复", "通知", "通报", "意见", "决定")
"""正式发文的文种；公示、方案、办法、协议之类不用红头。"""


def may_be_red(layout: str, genre: str, direction: str, *, sealed: bool, founding: bool) -> bool:
    """能不能用红头：有章的单位正式发的公文。

    建会包里的，工会还没有批准成立，除了上级的批复一律不用。
    """
    formal = layout == "公文" and sealed and genre in RED_GENRES
    return formal and (not founding or direction == "下行")
