from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._files import IMAGES, attachments

LIMIT = 300 * 1024
"""一张图最多这么大。"""


@rule(
    "IMG105",
    "图片太大",
    mend="缩到 1600 像素宽以内，另存为 WebP 或压缩过的 JPG、PNG；最多 300 KB。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    车间、工地的信号弱，一张 3 MB 的图要等半分钟，读者早关掉了。

    反例是 docs/assets/ 里一张 3 MB 的照片，正例是压到 300 KB 以内的同一张。
    """
    for path, file in attachments(library):
        size = file.stat().st_size
        if path.lower().endswith(IMAGES) and size > LIMIT:
            yield Hit(1, f"有 {size // 1024} KB，最多 {LIMIT // 1024} KB", 1, path)
