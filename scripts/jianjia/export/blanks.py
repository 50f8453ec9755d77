"""空白件：一份只排一次、只做一次，网站、页面上的预览和大小、文书包都用它。"""

from jianjia import office
from jianjia.library import Library
from jianjia.model import Policy, Template
from jianjia.office import package
from jianjia.office.blocks import Flow


def flow(library: Library, page: Template | Policy, *, notes: bool = False) -> Flow:
    """空白件的版面块；*notes* 是制度的讲解版。"""
    known: dict[tuple[str, bool], Flow] = library.memo.setdefault("blank-flows", {})
    key = (page.path, notes)
    if key not in known:
        known[key] = office.flow_of(page, library.specs(page), notes=notes)
    return known[key]


def docx(library: Library, page: Template | Policy, *, notes: bool = False) -> bytes:
    """一份空白件；*notes* 是制度的讲解版。"""
    known: dict[tuple[str, bool], bytes] = library.memo.setdefault("blanks", {})
    key = (page.path, notes)
    if key not in known:
        known[key] = package.docx(flow(library, page, notes=notes))
    return known[key]


SHEETED = ("台账",)
"""另有空白 .xlsx 的版式：多半一直在电脑上记。"""


def xlsx(library: Library, page: Template) -> bytes:
    """一份空白台账。"""
    known: dict[str, bytes] = library.memo.setdefault("blank-sheets", {})
    if page.path not in known:
        known[page.path] = office.workbook(page, library.specs(page))
    return known[page.path]


def size(data: bytes) -> str:
    """多大，给人看的：``38 KB``。"""
    return f"{max(round(len(data) / 1024), 1)} KB"
