from collections.abc import Iterator

from jianjia.model import Checklist, Tasks
from jianjia.outline import Heading
from jianjia.rules import Hit, rule


@rule("CHK109", "事项写在第一个小标题前面", mend="在它们上面加一个“## 阶段名称”。")
def check(page: Checklist) -> Iterator[Hit]:
    """
    第一个小标题前面的是说明。事项写在那里，读者看到的是方括号，勾不了，也不算在进度里。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验

    ## 会上

    - [ ] 清点人数 `ZZ-AA-02`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：签到册
    ```

    正例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知

    ## 会上

    - [ ] 清点人数 `ZZ-AA-02`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：签到册
    ```
    """
    if any(block.level == 2 for block in page.blocks_of(Heading)):
        for block in page.intro:
            if isinstance(block, Tasks):
                yield Hit(block.line, "这几项读者勾不了")
