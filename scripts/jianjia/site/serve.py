"""边改边看：文件一存，浏览器就刷新。写了一半的页也看得到，毛病写在页首。"""

from pathlib import Path

from mkdocs.commands import serve as mkdocs_serve


def serve(root: Path, address: str) -> None:
    """在 *address*（``127.0.0.1:8000``）上开预览，直到按 Ctrl+C。"""
    mkdocs_serve.serve(
        config_file=str(root / "mkdocs.yml"), livereload=True, strict=False, dev_addr=address
    )
