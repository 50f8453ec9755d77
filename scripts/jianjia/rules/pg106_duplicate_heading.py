from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Heading
from jianjia.rules import Hit, rule


@rule("PG106", "同一层有两个一样的小标题", mend="改一个，让人一看就知道两节讲的不是一件事。")
def check(page: Page) -> Iterator[Hit]:
    """
    小标题就是锚点。两个一样，第二个的锚点会变成“经费_1”，前面删掉一节，链接就跳错地方。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 经费

    会费。

    ## 经费

    拨缴。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 会费

    会费。

    ## 拨缴经费

    拨缴。
    ```
    """
    chain: list[str] = []
    seen: dict[tuple[str, ...], int] = {}
    for block in page.blocks_of(Heading):
        del chain[max(block.level - 1, 0) :]
        chain += [""] * (block.level - 1 - len(chain))
        chain.append(block.text)
        where = tuple(chain)
        if where in seen:
            yield Hit(block.line, f"“{block.text}”和第 {seen[where]} 行的一样")
        seen.setdefault(where, block.line)
