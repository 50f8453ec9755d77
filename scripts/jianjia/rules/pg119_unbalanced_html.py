import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_TAG = r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*?(/?)>"
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")


@rule(
    "PG119",
    "HTML 标签没有配对",
    mend="补上缺的一半，或者删掉多的一半；能用 Markdown 写的不用 HTML。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    少一个结束标签，后面的内容会跟着挤进框里、变成粗体，甚至整页走样。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    <div class="jj-grid">

    提前七天发通知。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    <div class="jj-grid">

    提前七天发通知。

    </div>
    ```
    """
    if "<" not in page.prose:
        return
    open_tags: list[tuple[str, int]] = []
    for m in re.finditer(_TAG, page.prose):
        name = m[2].lower()
        if _VOID.fullmatch(name) or m[3]:
            continue
        if not m[1]:
            open_tags.append((name, m.start()))
        elif any(name == tag for tag, _ in open_tags):
            while open_tags and open_tags[-1][0] != name:
                tag, at = open_tags.pop()
                yield spot(page, at, f"<{tag}> 没有结束")
            open_tags.pop()
        else:
            yield spot(page, m.start(), f"</{name}> 前面没有对应的开头")
    for tag, at in open_tags:
        yield spot(page, at, f"<{tag}> 没有结束")
