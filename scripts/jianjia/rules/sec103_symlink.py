from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule("SEC103", "内容目录里有符号链接", mend="删掉它，把真正的文件放进来。")
def check(library: Library) -> Iterator[Hit]:
    """
    符号链接指着别处的文件，可能把不该公开的东西放到网上；换一台电脑又会断。网站不发布符号链接。

    反例是用 `ln -s` 放进 docs/ 的链接，正例是文件本身。
    """
    for path in library.disk.symlinks:
        yield Hit(1, "这是一个符号链接，不会发布", 1, path)
