"""离线包：同样的网站打出来的字节也一样。"""

import zipfile
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""压缩包里一律写这个时间；真的时间会让每次打出来的包都不同。"""


def pack(folder: Path, out: Path) -> None:
    """*folder* 整个装进 *out*，解压后是同名的一个文件夹。"""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                info = zipfile.ZipInfo(
                    f"{folder.name}/{path.relative_to(folder).as_posix()}", EPOCH
                )
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                archive.writestr(info, path.read_bytes())
