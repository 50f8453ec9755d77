from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._files import attachments

HEADS: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF8",),
    ".webp": (b"RIFF",),
    ".pdf": (b"%PDF",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".pptx": (b"PK\x03\x04",),
    ".zip": (b"PK\x03\x04", b"PK\x05\x06"),
    ".doc": (b"\xd0\xcf\x11\xe0",),
    ".xls": (b"\xd0\xcf\x11\xe0",),
}
"""各种文件开头的几个字节。"""


@rule("ATT101", "附件是空的，或者和扩展名不符", mend="重新导出这个文件；扩展名照它真正的格式写。")
def check(library: Library) -> Iterator[Hit]:
    """
    空文件、把 .doc 改名成 .docx 的文件，读者下载了打不开。

    反例是一个 0 字节的 form.docx，正例是用 Word 存出来的 form.docx。
    """
    for path, file in attachments(library):
        with file.open("rb") as stream:
            head = stream.read(16)
        known = HEADS.get(file.suffix.lower())
        if not head:
            yield Hit(1, "这个文件是空的", 1, path)
        elif known and not head.startswith(known):
            yield Hit(1, f"内容不是 {file.suffix} 格式，读者打不开", 1, path)
