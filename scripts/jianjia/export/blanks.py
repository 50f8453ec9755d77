"""空白件：一份只做一次，网站、页面上写的大小、文书包都用它。"""

from jianjia import office
from jianjia.export import packs
from jianjia.library import Library
from jianjia.model import Policy, Template


def docx(library: Library, page: Template | Policy, *, notes: bool = False) -> bytes:
    """一份空白件；*notes* 是制度的讲解版。"""
    known: dict[tuple[str, bool], bytes] = library.memo.setdefault("blanks", {})
    key = (page.path, notes)
    if key not in known:
        known[key] = office.blank(page, library.specs(page), notes=notes)
    return known[key]


SHEETED = ("台账",)
"""另有空白 .xlsx 的版式：多半一直在电脑上记。"""


def xlsx(library: Library, page: Template) -> bytes:
    """一份空白台账。"""
    known: dict[str, bytes] = library.memo.setdefault("blank-sheets", {})
    if page.path not in known:
        known[page.path] = office.workbook(page, library.specs(page))
    return known[page.path]


def pack(library: Library, name: str) -> bytes:
    """一包空白件。"""
    known: dict[str, bytes] = library.memo.setdefault("blank-packs", {})
    if name not in known:
        known[name] = packs.blank(library, name)
    return known[name]


def size(data: bytes) -> str:
    """多大，给人看的：``38 KB``。"""
    return f"{max(round(len(data) / 1024), 1)} KB"
