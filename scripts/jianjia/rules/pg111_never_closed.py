from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Comment, Fence
from jianjia.rules import Hit, rule


@rule("PG111", "代码块或者注释没有结束", mend="在该结束的地方补一行 ``` 或者 -->。")
def check(page: Page) -> Iterator[Hit]:
    """
    没有结束的代码块和注释会把后面的内容全吞掉：读者看到的是一大片代码，或者什么也没有。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ~~~
    一行代码

    ## 会前

    提前七天发通知。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ~~~
    一行代码
    ~~~

    ## 会前

    提前七天发通知。
    ```
    """
    for fence in page.blocks_of(Fence):
        if not fence.closed:
            yield Hit(fence.line, "这个代码块一直没有结束，后半页都被吞掉了")
    for remark in page.blocks_of(Comment):
        if "-->" not in remark.source:
            yield Hit(remark.line, "这条注释一直没有结束，后面的字读者都看不到")
