from collections.abc import Iterator

from jianjia.model import Training
from jianjia.rules import Hit, rule


@rule("TRN108", "级别只能写必讲、选讲", mend="写“> 级别：选讲”；必讲的不用写。")
def check(page: Training) -> Iterator[Hit]:
    """
    写成别的词，网页当必讲，裁成短课时裁不掉它。

    反例：

    ```training
    ---
    title: 建会实训
    summary: 走一遍建会
    theme: branch
    minutes: 5
    reviewed: 2026-11-20
    ---

    ## 为什么是 25 人

    > 时间：5 分钟
    > 级别：可讲可不讲
    > 讲解：先报数。
    ```

    正例：

    ```training
    ---
    title: 建会实训
    summary: 走一遍建会
    theme: branch
    minutes: 5
    reviewed: 2026-11-20
    ---

    ## 为什么是 25 人

    > 时间：5 分钟
    > 级别：选讲
    > 讲解：先报数。
    ```
    """
    for slide in page.slides:
        for field in slide.fields:
            if field.name == "级别" and field.text not in {"必讲", "选讲"}:
                column = page.outline.column(field.line, field.text)
                yield Hit(field.line, f"级别“{field.text}”不认识", column)
