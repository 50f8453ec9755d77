import re
from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import anchored


@rule("LNK103", "链接用了按次序排出来的锚点", mend="把那个小标题改得和别的不一样，链接到它的文字。")
def check(library: Library) -> Iterator[Hit]:
    """
    “#_3”“#经费_1”是网站给没有名字、或者重名的小标题排的号。前面添一节、删一节，
    号就变了，链接跳到别的地方，谁也不会报错。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    见[经费](#经费_1)。

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
    for path, link in anchored(library):
        if (
            "_" in link.anchor
            and re.search(r"_\d*\Z", link.anchor)
            and link.anchor in library.anchors(link.path)
        ):
            yield Hit(link.line, f"“#{link.anchor}”的号会随着小标题增减而变", link.column, path)
