from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule(
    "LAW101",
    "引用的法规不在登记册",
    mend="改成登记册里的名称，或在 data/laws/ 里新建一个文件登记它。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    没登记的法规，网页给不出链接、强度和核对情况；名称写错一个字也算没登记。
    只看后面写了条号的，以及“依据”里的。

    反例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    见《中华人民共和国公会法》第十一条。
    ```

    正例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    见《中华人民共和国工会法》第十一条。
    ```
    """
    laws = library.registers.laws
    for page, line, cite in ((c.page, c.line, c.cite) for c in library.cited):
        if laws.find(cite.law) is None:
            text = page.outline.lines[line - 1]
            if cite.article or "依据：" in text:
                column = page.outline.column(line, f"《{cite.law}》")
                yield Hit(line, f"登记册里没有《{cite.law}》", column, page.path)
