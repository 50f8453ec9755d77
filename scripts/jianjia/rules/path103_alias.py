import re
from collections.abc import Iterator

from jianjia import items
from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import facts

_ALIAS = re.compile(r"[^/\s.#?\\:]+(?:/[^/\s.#?\\:]+)*\Z")


@rule(
    "PATH103",
    "旧地址写得不对，或者和别的页撞了",
    mend="写成 guides/branch/old-name 这样，不带头尾的 / 和 .md；和别的页重复的删掉。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    旧地址和一页现有的网址一样，转不过去；两页写了同一个旧地址，只有一页能转到。
    转向页总是指到写着它的那一页，所以不会转圈。

    反例：

    ```plain
    ---
    title: 怎样建会
    aliases: [about/format]
    ---
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    aliases: [about/old-format]
    ---
    ```
    """
    taken = {items.address(path): path for path in library}
    taken |= {f"laws/{law}": f"法规页 {law}" for law in library.registers.laws}
    for path, page in facts(library).items():
        for alias, line, column in page.aliases:
            key = alias.strip("/").casefold()
            if not _ALIAS.match(alias):
                yield Hit(line, f"“{alias}”不是旧地址的写法", column, path)
            elif key in taken:
                yield Hit(line, f"“{alias}”已经是 {taken[key]} 的地址", column, path)
            taken.setdefault(key, path)
