from collections.abc import Iterator

from jianjia import items
from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import facts


@rule("PG125", "发布过的网址没有了", mend="在接替它的那一页开头的 aliases 里写上这个旧地址。")
def check(library: Library) -> Iterator[Hit]:
    """
    页改了名、删了，微信群里发过的链接、墙上贴着的二维码就打不开了。

    反例是发布过 guides/branch/founding，后来文件改名成 start.md，没有写 `aliases`；
    正例是在 start.md 的开头写上 `aliases: [guides/branch/founding]`。
    """
    now = {items.address(path) for path in library}
    now |= {alias.strip("/") for page in facts(library).values() for alias, _, _ in page.aliases}
    for address in sorted(library.released.pages - now):
        yield Hit(1, f"{address} 发布过，现在打不开了", 1, items.PATH)
