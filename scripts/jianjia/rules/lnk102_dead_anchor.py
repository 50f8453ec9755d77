from collections.abc import Iterator
from difflib import get_close_matches

from jianjia import anchors, links
from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule(
    "LNK102",
    "链接里的锚点不存在",
    mend="小标题的锚点就是小标题的文字，清单事项的是小写编号，条文的是“第几条”。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    锚点不对，读者会停在页首，不知道该看哪里。

    反例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    见[怎么做](#怎麽做)。

    ## 怎么做
    ```

    正例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    见[怎么做](#怎么做)。

    ## 怎么做
    ```
    """
    known = {}
    for path, page in library.items():
        for link in links.find(page.outline):
            target = library.get(link.path)
            if not link.anchor or target is None:
                continue
            if link.path not in known:
                known[link.path] = anchors.of(target)
            if link.anchor not in known[link.path]:
                near = get_close_matches(link.anchor, known[link.path], 1, 0.5)
                hint = f"，您是否想写“#{near[0]}”" if near else ""
                yield Hit(
                    link.line,
                    f"“{target.title}”里没有锚点“#{link.anchor}”{hint}",
                    link.column,
                    path,
                )
