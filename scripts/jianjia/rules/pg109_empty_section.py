from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Block, Comment, Heading
from jianjia.rules import Hit, rule


@rule("PG109", "小标题下面什么也没有", mend="补上内容；还没想好的，先把这个小标题删掉。")
def check(page: Page) -> Iterator[Hit]:
    """
    读者从目录点进来，看到的是空的一节，会以为网页没有打开。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 会前

    ## 会后

    公布决议。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 会前

    提前七天发通知。

    ## 会后

    公布决议。
    ```
    """
    blocks = [block for block in page.body if not _is_remark(block)]
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Heading) and (
            after is None or (isinstance(after, Heading) and after.level <= block.level)
        ):
            yield Hit(block.line, f"“{block.text}”下面是空的")


def _is_remark(block: Block) -> bool:
    """给编辑看的注释，不是由网站填进内容的标记。"""
    return isinstance(block, Comment) and not block.text.startswith("jianjia:")
