"""各部分 → .docx。只存不压、时间写死，同样的内容每次得到同样的字节；浏览器里照此再写一份。"""

import io
import zipfile
from pathlib import Path

from jianjia.office import margin, wordml
from jianjia.office.blocks import Flow

PARTS = Path(__file__).parent / "parts"
DOCUMENT = "word/document.xml"
NAMES = (
    "[Content_Types].xml",
    "_rels/.rels",
    DOCUMENT,
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/footer-odd.xml",
    "word/footer-even.xml",
    "word/footer-centre.xml",
    "word/footer-letter.xml",
    "word/header-sample.xml",
    "word/header-draft.xml",
    "docProps/core.xml",
    "docProps/app.xml",
)
"""包里的部分，按这个次序写。除了正文，都是 ``parts/`` 里的文件。"""


def docx(flow: Flow) -> bytes:
    return pack({**static(), DOCUMENT: wordml.document(margin.beside(flow))})


def static() -> dict[str, str]:
    """固定不变的部分；换行统一，免得在 Windows 上检出后字节不同。"""
    return {
        name: (PARTS / name).read_text(encoding="utf-8").replace("\r\n", "\n")
        for name in NAMES
        if name != DOCUMENT
    }


def pack(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in NAMES:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.external_attr = 0o600 << 16
            archive.writestr(info, parts[name].encode("utf-8"), zipfile.ZIP_STORED)
    return buffer.getvalue()
