from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule


@rule("CHK120", "级别只能写必做、建议", mend="写“- 级别：建议”；必做的不用写。")
def check(page: Checklist) -> Iterator[Hit]:
    """
    写成别的词，网页当必做，筛选“建议”时它就不见了。

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
        - 级别：可选
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
        - 级别：建议
    ```
    """
    for item in page.items:
        for field in item.fields:
            if field.name == "级别" and field.text and field.text not in {"必做", "建议"}:
                column = page.outline.column(field.line, field.text)
                yield Hit(field.line, f"级别“{field.text}”不认识", column)
