import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from jianjia import anchors
from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import anchored, facts


@rule(
    "LNK102",
    "链接里的锚点不存在",
    mend="小标题的锚点就是小标题的文字，清单事项的是小写编号，条文的是“第几条”。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    锚点不对，读者会停在页首，不知道该看哪里。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    见[怎么做](#怎麽做)。

    ## 怎么做

    提前七天发通知。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    见[怎么做](#怎么做)。

    ## 怎么做

    提前七天发通知。
    ```
    """
    pages = facts(library)
    for path, link in anchored(library):
        known = library.anchors(link.path) or _law(library, link.path)
        if link.written == "html":  # 归 LNK116 说
            continue
        if link.anchor not in known and (known or link.path in pages):
            title = pages[link.path].title[0] if link.path in pages else "这部法规"
            said = f"“{title}”里没有锚点“#{link.anchor}”{_hint(link.anchor, known)}"
            yield Hit(link.line, said, link.column, path)


def _law(library: Library, path: str) -> frozenset[str]:
    """建站时生成的法规页有哪些锚点。"""
    law = library.registers.laws.get(path.removeprefix("docs/laws/").removesuffix(".md"))
    if law is None or not path.startswith("docs/laws/"):
        return frozenset()
    return frozenset(anchors.entry(e.article) for e in law.articles if e.article) | {"登记的条文"}


def _hint(anchor: str, known: frozenset[str]) -> str:
    if unquote(anchor) in known:
        return "，地址编码了两遍，直接写汉字就行"
    if unicodedata.normalize("NFC", anchor) in known:
        return "，文字的编码形式不一样，请重打一遍"
    if anchors.slugify(anchor) in known:
        return f"，要写成“#{anchors.slugify(anchor)}”（小写，不带标点）"
    near = get_close_matches(anchor, sorted(known), 1, 0.5)
    return f"，您是否想写“#{near[0]}”" if near else ""
