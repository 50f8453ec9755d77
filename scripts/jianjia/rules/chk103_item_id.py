import re
from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule
from jianjia.rules._common import broken


@rule(
    "CHK103",
    "事项没有编号，或者编号不合格式",
    mend="在行末用反引号写编号：开头的 prefix 加短横加两位数，如 `BR-FD-01`。",
)
def check(page: Checklist) -> Iterator[Hit]:
    """
    编号是读者勾选记录的钥匙，也是别的页链接过来的地址；没有它，改一个字进度就丢了。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
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
    if broken(page):
        return
    pattern = re.compile(re.escape(page.meta.prefix) + r"-\d{2,3}\Z")
    for item in page.items:
        if item.same_as:
            continue
        if not item.id:
            yield Hit(item.line, f"“{item.text[:20]}”没有编号")
        elif not pattern.match(item.id):
            column = page.outline.column(item.line, item.id)
            yield Hit(item.line, f"编号“{item.id}”应当是“{page.meta.prefix}-两位数”", column)
