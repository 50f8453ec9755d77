"""内容目录里 Markdown 以外的文件：图片和附件。"""

from collections.abc import Iterator
from pathlib import Path

from jianjia.library import Library

IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp")


def attachments(library: Library) -> Iterator[tuple[str, Path]]:
    """（仓库路径，文件）；符号链接不看。"""
    root = library.disk.root
    if root is None:
        return
    for path in library.disk.names:
        if not path.endswith(".md") and path not in library.disk.symlinks:
            yield path, root / path
