import unicodedata
from collections.abc import Iterator

from jianjia import items
from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule("PATH102", "两个文件抢同一个名字或同一个网址", mend="改掉一个的名字；旧网址写进 aliases。")
def check(library: Library) -> Iterator[Hit]:
    """
    只差大小写、只差编码形式的两个文件，在 Windows 和苹果电脑上会互相覆盖；
    a.md 和 a/README.md 是同一个网址，后建的悄悄盖掉先建的。

    反例：

    ```path
    docs/guides/branch/how-to.md
    docs/guides/branch/how-to/README.md
    ```

    正例：

    ```path
    docs/guides/branch/how-to.md
    docs/guides/branch/why.md
    ```
    """
    first: dict[str, str] = {}
    for path in library.disk.names or sorted(library.files):
        key = unicodedata.normalize("NFC", path).casefold()
        if first.setdefault(key, path) != path:
            yield Hit(
                1, f"和 {first[key]} 只差大小写或编码形式", 1, unicodedata.normalize("NFC", path)
            )
    addresses: dict[str, str] = {}
    for path in library:
        address = items.address(path).casefold()
        if addresses.setdefault(address, path) != path and first[path.casefold()] == path:
            yield Hit(1, f"网址和 {addresses[address]} 的一样", 1, path)
