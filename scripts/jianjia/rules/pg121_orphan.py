from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import facts, linked


@rule(
    "PG121",
    "没有哪一页链接到它",
    mend="在讲同一件事的页里加一个链接，或者在开头写上同一个 matter。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    正文里没有一处链接到它，也没有讲同一件事的别的页，读者只有翻目录才能碰上。

    反例是一份指南，没有别的页链接到它，`matter` 也和别的页都不一样；正例是在相关的清单里加上
    “为什么这样做，看[怎样筹建工会](../../docs/guides/branch/founding.md)”。
    """
    used = linked(library)
    shared: dict[str, int] = {}
    for page in facts(library).values():
        if page.kind != "plain":
            for matter in page.matters:
                shared[matter] = shared.get(matter, 0) + 1
    for path, page in facts(library).items():
        alone = page.kind != "plain" and all(shared[matter] < 2 for matter in page.matters)
        if alone and path not in used:
            title, line, column = page.title
            yield Hit(line, f"“{title}”没有链接可以到", column, path)
