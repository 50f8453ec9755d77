from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import anchored, facts


@rule("LNK104", "链接指向的小标题不止一个", mend="把重名的小标题改得不一样，再链接。")
def check(library: Library) -> Iterator[Hit]:
    """
    那一页有两个同名的小标题，读者总是到第一个，作者想的可能是第二个。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    见[经费](#经费)。

    ## 收入

    ### 经费

    会费。

    ## 支出

    ### 经费

    慰问。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    见[经费支出](#经费支出)。

    ## 收入

    ### 经费收入

    会费。

    ## 支出

    ### 经费支出

    慰问。
    ```
    """
    pages = facts(library)
    for path, link in anchored(library):
        target = pages.get(link.path)
        if target and link.anchor in target.repeated:
            said = f"“{target.title[0]}”里叫“{link.anchor}”的不止一个"
            yield Hit(link.line, said, link.column, path)
