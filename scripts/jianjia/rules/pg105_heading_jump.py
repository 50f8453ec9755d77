from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Heading
from jianjia.rules import Hit, rule


@rule("PG105", "小标题跳级", mend="一级一级往下：## 下面用 ###，### 下面用 ####。")
def check(page: Page) -> Iterator[Hit]:
    """
    用读屏软件的人按级别跳着读，跳了一级就以为漏了一节；目录也会缩进错。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 会前

    #### 发通知

    提前七天。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 会前

    ### 发通知

    提前七天。
    ```
    """
    above = 1
    for block in page.blocks_of(Heading):
        if block.level > above + 1:
            said = f"“{block.text}”是 {block.level} 级，上一个小标题才 {above} 级"
            yield Hit(block.line, said)
        above = block.level
