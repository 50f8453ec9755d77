import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._files import attachments

_AUTHOR = re.compile(rb"<(?:dc:creator|cp:lastModifiedBy)>([^<]+)<")
_TRACES = ((b"<w:ins ", "修订痕迹"), (b"<w:del ", "修订痕迹"), (b"<w:comment ", "批注"))


@rule(
    "ATT102",
    "附件里留着作者、修订或批注",
    mend="Word 里用“检查文档”删掉个人信息、修订和批注，再存一次。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    文件里看不见的地方记着谁写的、改过什么、批注了什么，放到网上人人能查出来。

    反例是带着作者姓名和修订痕迹的 form.docx，正例是用“检查文档”清理过的。
    """
    for path, file in attachments(library):
        if file.suffix.lower() in {".docx", ".xlsx", ".pptx"}:
            for said in sorted(set(_left(file))):
                yield Hit(1, f"文件里留着{said}", 1, path)


def _left(file: Path) -> Iterator[str]:
    try:
        with zipfile.ZipFile(file) as package:
            for name in package.namelist():
                if name == "docProps/core.xml":
                    for m in _AUTHOR.finditer(package.read(name)):
                        yield f"姓名“{m[1].decode('utf-8', 'replace')}”"
                elif name.startswith("word/") and name.endswith(".xml"):
                    body = package.read(name)
                    yield from (said for mark, said in _TRACES if mark in body)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return
