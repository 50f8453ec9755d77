from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Listing
from jianjia.rules import Hit, rule


@rule(
    "LST103",
    "编号列表的号码和网页上的不一样",
    mend="从 1 起连着编；中间要插话的，写在上一项里面（缩进 4 格）。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    网页总是从 1 起重新编号。您写的 4，读者看到的是 1；别处说“见第 4 步”就对不上了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    2. 发通知
    3. 审代表资格
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    1. 发通知
    2. 审代表资格
    ```
    """
    for block in page.blocks_of(Listing):
        numbered = [item for item in block.items if item.marker[0].isdigit()]
        said = [int(item.marker[:-1]) for item in numbered]
        if len(numbered) != len(block.items) or set(said) == {1}:
            continue
        for item, number, shown in zip(numbered, said, range(1, len(said) + 1), strict=True):
            if number != shown:
                yield Hit(item.line, f"写的是 {number}，读者看到的是 {shown}")
                break
