import re
from collections import Counter
from collections.abc import Iterator

from jianjia import anchors
from jianjia.model import Checklist, Page, Policy
from jianjia.rules import Hit, rule, spot

_EXPLICIT = r"""\{#([^}\s]+)\}[ \t\u3000]*$|\bid=["']([^"'\n]+)["']"""


@rule("PG113", "同一页有两个一样的锚点", mend="给其中一个换个名字，链接到它的地方也一起改。")
def check(page: Page) -> Iterator[Hit]:
    """
    手写的锚点重复了，或者和小标题、事项编号、条文的锚点一样，链接只能到第一个。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 会前 {#a}

    提前七天发通知。

    ## 会后 {#a}

    公布决议。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 会前 {#before}

    提前七天发通知。

    ## 会后 {#after}

    公布决议。
    ```
    """
    if "{#" not in page.prose and "id=" not in page.prose:
        return
    written = [(m.start(), m[1] or m[2]) for m in re.finditer(_EXPLICIT, page.prose, re.M)]
    names = Counter(name for _, name in written)
    if isinstance(page, Checklist):
        names.update(anchors.item(item.id) for item in page.items if item.id)
    elif isinstance(page, Policy):
        names.update(anchors.article(article.number) for article in page.articles)
    seen: set[str] = set()
    for at, name in written:
        if names[name] > 1 and (name in seen or names[name] > Counter(n for _, n in written)[name]):
            yield spot(page, at, f"锚点“{name}”在这一页用了不止一次")
        seen.add(name)
