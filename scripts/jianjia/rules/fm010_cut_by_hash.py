from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM010", "值被 # 截断了", mend="整个值用引号括起来，或者把 # 换成“第…号”。")
def check(page: Page) -> list[Hit]:
    """
    空格后面的 # 是注释的开头，从它起的字都没了，网站也不会说。

    反例：

    ```plain
    ---
    title: 怎样建会
    summary: 照 #3 号文先报批
    ---
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    summary: "照 #3 号文先报批"
    ---
    ```
    """
    return list(reported(page, "FM010"))
