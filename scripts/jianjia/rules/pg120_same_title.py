from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import facts


@rule(
    "PG120", "两页的标题一样", mend="改一个，让读者在搜索结果里分得清；讲的真是一件事，就合成一页。"
)
def check(library: Library) -> Iterator[Hit]:
    """
    同一种页里两个标题一样，读者在列表和搜索里分不出哪个是哪个。

    反例：

    ```plain
    ---
    title: 写作格式
    ---

    照着写。
    ```

    正例：

    ```plain
    ---
    title: 怎样写指南
    ---

    照着写。
    ```
    """
    first: dict[tuple[str, str], str] = {}
    for path, page in facts(library).items():
        title, line, column = page.title
        key = ("" if page.kind == "plain" else page.kind, title.strip())
        if key in first:
            yield Hit(line, f"“{title}”已经是 {first[key]} 的标题", column, path)
        first.setdefault(key, path)
