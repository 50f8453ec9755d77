from collections.abc import Iterator

from jianjia import links
from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule("LNK101", "链接指向的文件不存在", mend="改成真实的相对路径；大小写也要一样。")
def check(library: Library) -> Iterator[Hit]:
    """
    读者点了会打不开。在 Windows 上大小写不分，到了网上就分了。

    反例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    照[写作格式](../../about/Format.md)做。
    ```

    正例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    照[写作格式](../../about/format.md)做。
    ```
    """
    lower = {path.lower(): path for path in library.files}
    for path, page in library.items():
        for link in links.find(page.outline):
            if not link.path or link.path in library.files:
                continue
            near = lower.get(link.path.lower())
            hint = f"，大小写应当是“{near}”" if near else ""
            yield Hit(link.line, f"没有文件“{link.path}”{hint}", link.column, path)
