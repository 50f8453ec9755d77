from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule


@rule("CHK121", "范本没有写成链接", mend="写成“- 范本：[名称](地址)”；还没有范本的，删掉这一行。")
def check(page: Checklist) -> Iterator[Hit]:
    """
    写了范本的名称却点不了，读者还得自己去找。

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
        - 范本：会议通知
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
        - 范本：[写作格式](../../docs/about/format.md)
    ```
    """
    for item in page.items:
        for field in item.fields:
            if field.name == "范本" and field.text and "](" not in field.text:
                yield Hit(field.line, f"“{field.text[:20]}”点不了")
