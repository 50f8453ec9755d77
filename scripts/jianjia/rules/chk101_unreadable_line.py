from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule
from jianjia.rules._common import strays


@rule(
    "CHK101",
    "清单里有看不懂的行",
    mend="事项写成“- [ ] 事项 `编号`”，字段缩进 4 个空格写成“- 名称：内容”。",
)
def check(page: Checklist) -> Iterator[Hit]:
    """
    写得不合格式的方框和字段，网页上会变成普通文字，甚至整张清单挤成一段。

    反例：

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
        - 备注：可以再想想
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
    ```
    """
    for stray in strays(page):
        yield Hit(stray.line, f"{stray.why}：{stray.text.strip()[:40]}")
