from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule("PG102", "指引编号不存在", mend="照 data/guidance.yml 里的编号写。")
def check(library: Library) -> Iterator[Hit]:
    """
    编号写错，这条指引就会被当成没有着落。

    反例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    guidance: [S9-99.9]
    reviewed: 2026-11-20
    ---
    ```

    正例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    guidance: [S2-18.2]
    reviewed: 2026-11-20
    ---
    ```
    """
    known = library.registers.guidance
    for path, page in library.items():
        for i, key in enumerate(page.meta.guidance):
            if key not in known:
                line, column = page.outline.front.place(("guidance", i))
                yield Hit(line, f"没有编号为“{key}”的指引", column, path)
