"""乱填的：印出来还是填的那些字（XML 不许有的除外），认不出来的说一句中文；两种语言一样。"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from jianjia import office
from jianjia.export import payload
from jianjia.model import Column, FieldSpec, Template
from jianjia.office.complaint import complaint

Make = Callable[..., Template]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

TYPED = {
    "尖括号": ("<b>&amp;\"'</b>", None),
    "像填写项": ("{标题}【标题】【若 人数】【完】", None),
    "像结束": ("]]>--><!--", None),
    "控制字符": ("甲\x00\x0b\x1f乙", "甲乙"),
    "落单的代理项": ("甲\ud800乙\udfff", "甲乙"),
    "增补汉字": ("𠮷野家😀", None),
    "像公式": ('=HYPERLINK("http://x","y")', None),
    "长数字": ("110101199001011234", None),
    "一万字": ("长" * 10000, None),
    "反斜杠": ("\\n\\t%s${x}", None),
    "不合规矩的码位": ("甲\ufffe\uffff乙", "甲乙"),
}
"""怪名字 → （填的，该印出来的；没写的照填的印）。"""


def words(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314
    return "".join(node.text or "" for node in root.iter(f"{W}t"))


BODY = "### 某事\n\n甲【单位】乙\n\n| 姓名 |\n| - |\n| 【名单.姓名】 |"


@pytest.mark.parametrize("name", TYPED)
def test_what_was_typed_is_printed(template: Make, name: str) -> None:
    text, expected = TYPED[name]
    made = office.filled(template(BODY), {}, {"unit": text, "members": [{"name": text}]})

    assert words(made) == f"某事甲{expected or text}乙姓名{expected or text}"


def test_lines_become_paragraphs(template: Make) -> None:
    made = office.filled(template(BODY), {}, {"unit": "一\r\n\r二\n\n三", "members": []})

    assert words(made).startswith("某事甲一二三乙")


def test_two_hundred_rows(template: Make) -> None:
    rows = [{"name": f"第{n}人"} for n in range(200)]
    made = office.filled(template(BODY), {}, {"unit": "甲", "members": rows})

    assert words(made).count("人") == 200


@pytest.mark.office
def test_all_of_it_is_valid(
    template: Make, validate: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    rows = [{"name": text, "votes": text, "date": text} for text, _ in TYPED.values()]
    whole = "".join(text for text, _ in TYPED.values())
    path = tmp_path / "bad.docx"
    path.write_bytes(office.filled(template(BODY), {}, {"unit": whole, "members": rows * 20}))

    assert validate(path) == []


def spec(kind: str, **more: Any) -> FieldSpec:
    return FieldSpec("k", "项", kind, **more)


NUMBER = FieldSpec("doc_no", "发文字号", "文本")
COLUMNS = (Column("姓名", "name"), Column("票数", "votes", "整数"))
COMPLAINTS = [
    (spec("整数"), "36", ""),
    (spec("整数"), "36人", "“36人”不是整数，请只写数字"),
    (spec("整数"), "", ""),
    (spec("整数"), "12345678901234567890", "“12345678901234567890”不是整数，请只写数字"),
    (spec("金额"), "1,234.50", ""),
    (spec("金额"), "1.2345678", "“1.2345678”不是数，请只写数字"),
    (spec("日期"), "2026-4-8", ""),
    (spec("日期"), "2026-02-30", "“2026-02-30”不是日历上有的日子，请写成 2026-04-28"),
    (spec("单选", options=("3", "5")), "4", "“4”不在选项里，只能选：3、5"),
    (spec("单选", options=("3", "5")), 5, ""),
    (spec("文本"), "𠮷" * 10001, "太长了，最多 10000 字，现在 10001 字"),
    (spec("文本"), "甲\x00乙", "有看不见的字符，印出来时会去掉"),
    (spec("文本"), "甲\ud800", "有看不见的字符，印出来时会去掉"),
    (spec("多行文本"), "甲\r\n乙\r丙", ""),
    (spec("文本"), ["甲"], "这里要填一段字"),
    (NUMBER, "晨禾工〔2026〕1号", ""),
    (NUMBER, "晨禾工[2026]1号", "年份要用六角括号，写成 〔2026〕"),
    (NUMBER, "晨禾工（ 2026 ）1号", "年份要用六角括号，写成 〔2026〕"),
    (NUMBER, "晨禾工〔2026〕第1号", "顺序号前面不加“第”，也不补零，写成 〔2026〕1号"),
    (NUMBER, "晨禾工〔2026〕 01号", "顺序号前面不加“第”，也不补零，写成 〔2026〕1号"),
    (spec("文本"), "通知（2026）", ""),
    (
        spec("明细表", columns=COLUMNS),
        [{"name": "甲", "votes": 3}, {"votes": "三"}],
        "第 2 行“票数”：“三”不是整数，请只写数字",
    ),
    (spec("明细表", columns=COLUMNS), "甲", "这里要一行一行地填"),
    (spec("明细表", columns=COLUMNS), [{}] * 501, "太多了，最多 500 行，现在 501 行"),
]


def test_complaints_in_both_languages(twin: Callable[..., Any], library: Any) -> None:
    cases = [[payload.specs_of([found], library)[0], value] for found, value, _ in COMPLAINTS]

    assert [complaint(found, value) for found, value, _ in COMPLAINTS] == [
        said for *_, said in COMPLAINTS
    ]
    assert twin("complaints", cases=cases) == [said for *_, said in COMPLAINTS]
