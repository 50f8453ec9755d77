"""表格文件 .xlsx：几个工作表，字是字、数是数、日期是日期。浏览器里照此再写一份，字节一样。

只存不压、时间写死。身份证号、“=1+1”这样的都是文字，打开时不会被当成数和公式。
"""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from jianjia.formula.functions import day
from jianjia.office.blocks import width

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

LONGEST = 32767
"""一个格子最多这么多字，再多 Excel 打不开。"""
MOST_CHOICES = 255
"""下拉的各项连逗号最多这么多字。"""
LINE, ROW, TALLEST = 16, 22, 400
"""一行字、一行格子起码、一行格子最多高多少磅。"""

STYLES = ("plain", "text", "head", "number", "decimal", "money", "date", "title", "note")
"""格子的种类，次序就是样式的编号。"""
_FORMATS = {"number": 1, "decimal": 0, "money": 2, "date": 164}
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?\Z")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONE = re.compile("[\ud800-\udfff]")
_CODED = re.compile("_(?=x[0-9a-f]{4}_)", re.I)
_MARKUP = re.compile('[&<>"]')
_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_EDGES = " \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'" + "".join(
    map(chr, range(0x2000, 0x200B))
)


@dataclass(frozen=True, slots=True)
class Cell:
    """一格。``kind`` 是 :data:`STYLES` 里的一种；``span`` 横跨几列，``down`` 竖跨几行；
    ``choices`` 不空的，点开有这几项可选（也可以写别的）。
    """

    value: str = ""
    kind: str = "text"
    span: int = 1
    down: int = 1
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """一个工作表。

    ``rows`` 一行一行，被并掉的格子也要占着位置；``widths`` 是列宽，按汉字数；
    ``frozen`` 是上面冻住几行；``repeat`` 是每页重印的几行（从 1 数起，两头都含），没有为零。
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    frozen: int = 0
    repeat: tuple[int, int] = (0, 0)
    landscape: bool = False


def workbook(sheets: Sequence[Sheet]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts(sheets):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.external_attr = 0o600 << 16
            archive.writestr(info, text.encode("utf-8"), zipfile.ZIP_STORED)
    return buffer.getvalue()


def parts(sheets: Sequence[Sheet]) -> list[tuple[str, str]]:
    names = sheet_names([sheet.name for sheet in sheets])
    numbers = range(1, len(sheets) + 1)
    worksheets = [(f"{OFFICE}/worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    return [
        ("[Content_Types].xml", _types(numbers)),
        ("_rels/.rels", _relationships([(f"{OFFICE}/officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", _book(sheets, names)),
        (
            "xl/_rels/workbook.xml.rels",
            _relationships([*worksheets, (f"{OFFICE}/styles", "styles.xml")]),
        ),
        ("xl/styles.xml", _styles()),
        *((f"xl/worksheets/sheet{n}.xml", _worksheet(sheets[n - 1])) for n in numbers),
    ]


def _types(numbers: Sequence[int]) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPES}.worksheet+xml"/>'
        for n in numbers
    )
    return _xml(
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/>{sheets}</Types>'
    )


def _book(sheets: Sequence[Sheet], names: Sequence[str]) -> str:
    listed = "".join(
        f'<sheet name="{_text(name)}" sheetId="{i}" r:id="rId{i}"/>'
        for i, name in enumerate(names, 1)
    )
    repeated = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{i}">'
        f"'{_text(names[i].replace(_QUOTE, _QUOTE * 2))}'!${sheet.repeat[0]}:${sheet.repeat[1]}"
        "</definedName>"
        for i, sheet in enumerate(sheets)
        if sheet.repeat[0]
    )
    defined = f"<definedNames>{repeated}</definedNames>" if repeated else ""
    return _xml(
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>{defined}</workbook>'
    )


_QUOTE = "'"


def _styles() -> str:
    """数字格式 49 是“文本”：在 Excel 里改一下也不会变成公式、日期。"""
    sides = "".join(
        f'<{side} style="thin"><color auto="1"/></{side}>'
        for side in ("left", "right", "top", "bottom")
    )
    fonts = "".join(
        f'<font>{bold}<sz val="{size}"/><name val="宋体"/></font>'
        for bold, size in (("", 11), ("<b/>", 11), ("<b/>", 16))
    )
    return _xml(
        f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        f'<fonts count="3">{fonts}</fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
        f"<border>{sides}<diagonal/></border></borders>"
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(STYLES)}">{"".join(map(_style, STYLES))}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _style(kind: str) -> str:
    font = {"head": 1, "title": 2}.get(kind, 0)
    border = int(kind not in {"plain", "title", "note"})
    across = ' horizontal="center"' if kind in {"head", "title", "date"} else ""
    opening = f'<xf numFmtId="{_FORMATS.get(kind, 49)}" fontId="{font}" fillId="0" borderId="{border}" xfId="0" applyNumberFormat="1"'
    if kind == "plain":
        return f"{opening}/>"
    return (
        f'{opening} applyFont="1" applyBorder="1" applyAlignment="1">'
        f'<alignment{across} vertical="center" wrapText="1"/></xf>'
    )


def _worksheet(sheet: Sheet) -> str:
    columns = "".join(
        f'<col min="{i}" max="{i}" width="{width * 2 + 2}" customWidth="1"/>'
        for i, width in enumerate(sheet.widths, 1)
    )
    pane = (
        f'<pane ySplit="{sheet.frozen}" topLeftCell="A{sheet.frozen + 1}" activePane="bottomLeft" state="frozen"/>'
        if sheet.frozen
        else ""
    )
    merges = [
        f'<mergeCell ref="{column(c)}{r}:{column(c + cell.span - 1)}{r + cell.down - 1}"/>'
        for r, row in enumerate(sheet.rows, 1)
        for c, cell in enumerate(row)
        if cell.span > 1 or cell.down > 1
    ]
    merged = f'<mergeCells count="{len(merges)}">{"".join(merges)}</mergeCells>' if merges else ""
    rows = "".join(_row(row, r, sheet.widths) for r, row in enumerate(sheet.rows, 1))
    turned = "landscape" if sheet.landscape else "portrait"
    return _xml(
        f'<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"{f'<cols>{columns}</cols>' if columns else ''}<sheetData>{rows}</sheetData>{merged}{_choices(sheet)}"
        '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
        f'<pageSetup paperSize="9" orientation="{turned}" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _choices(sheet: Sheet) -> str:
    """下拉的各项；同一列连着几格一样的合成一段。写不进去的（有逗号、引号，太长）不要。"""
    found: list[str] = []
    for c in range(max((len(row) for row in sheet.rows), default=0)):
        column_of = [row[c].choices if c < len(row) else () for row in sheet.rows]
        start = 0
        for stop in range(1, len(column_of) + 1):
            if stop < len(column_of) and column_of[stop] == column_of[start]:
                continue
            text = ",".join(column_of[start])
            plain = all("," not in item and '"' not in item for item in column_of[start])
            if text and plain and len(text.encode("utf-16-le")) <= MOST_CHOICES * 2:
                found.append(
                    f'<dataValidation type="list" allowBlank="1" sqref="{column(c)}{start + 1}:'
                    f'{column(c)}{stop}"><formula1>"{_text(text)}"</formula1></dataValidation>'
                )
            start = stop
    if not found:
        return ""
    return f'<dataValidations count="{len(found)}">{"".join(found)}</dataValidations>'


def _row(row: Sequence[Cell], r: int, widths: Sequence[int]) -> str:
    """行高按字数估好：并起来的格子不会自己长高，有的程序打开时也不重排。"""
    heights = [
        _height(cell, widths[c : c + cell.span]) for c, cell in enumerate(row) if cell.down == 1
    ]
    tall = f' ht="{max(heights, default=ROW)}" customHeight="1"' if widths else ""
    cells = "".join(_cell(cell, f"{column(c)}{r}") for c, cell in enumerate(row))
    return f'<row r="{r}"{tall}>{cells}</row>'


def _height(cell: Cell, widths: Sequence[int]) -> int:
    room = max(sum(widths) * 2, 1)
    size = 2 if cell.kind == "title" else 1
    lines = sum(max(-(-width(line) * size // room), 1) for line in cell.value.split("\n"))
    return min(max(lines * LINE * size, ROW), TALLEST)


def _cell(cell: Cell, at: str) -> str:
    kind, value = cell.kind, cell.value
    if kind in {"number", "decimal", "money"} and _NUMBER.match(value):
        return f'<c r="{at}" s="{STYLES.index(kind)}"><v>{value}</v></c>'
    if kind == "date" and (serial := _serial(value)):
        return f'<c r="{at}" s="{STYLES.index(kind)}"><v>{serial}</v></c>'
    if not value:
        return f'<c r="{at}" s="{STYLES.index(kind)}"/>'
    style = STYLES.index("text" if kind in _FORMATS else kind)
    text = _text(_cut(value))
    return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _serial(date: str) -> int:
    """Excel 的日子；1900 年 3 月以前它自己数错，当文字。"""
    found = day(date)
    serial = found.toordinal() - 693594 if found else 0
    return serial if serial > 60 else 0


def _cut(text: str) -> str:
    """按 Excel 的数法（UTF-16）截短。"""
    if len(text) * 2 <= LONGEST:
        return text
    raw = text.encode("utf-16-le", "surrogatepass")[: LONGEST * 2]
    return raw.decode("utf-16-le", "surrogatepass")


def column(index: int) -> str:
    """0 → A，26 → AA。"""
    name, n = "", index + 1
    while n > 0:
        n, rest = divmod(n - 1, 26)
        name = chr(65 + rest) + name
    return name


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """工作表名：不许有 ``[]:*?/\\``，不许以单引号开头结尾，最多 31 个字，不许重名。"""
    names: list[str] = []
    for text in wanted:
        bare = _NAME.sub("", text).strip(_EDGES)
        base = bare.encode("utf-16-le", "surrogatepass")[:56].decode("utf-16-le", "surrogatepass")
        base = base.removesuffix("'") or "表"
        name, n = base, 2
        while name.lower() in {other.lower() for other in names}:
            name, n = f"{base}{n}", n + 1
        names.append(name)
    return names


def _relationships(links: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(links, 1)
    )
    return _xml(f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>')


def _text(text: str) -> str:
    """XML 里写不得的控制字符换成空格；落单的半个字换成“�”；Excel 会当成代号的先转写。"""
    plain = _LONE.sub("\ufffd", _ILLEGAL.sub(" ", text))
    return _MARKUP.sub(lambda m: f"&#{ord(m[0])};", _CODED.sub("_x005F_", plain))


def _xml(body: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'
