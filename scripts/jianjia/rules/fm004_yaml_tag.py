from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM004", "键值里用了标签（!…）", mend="去掉以叹号开头的标签。")
def check(page: Page) -> list[Hit]:
    """
    标签是程序用的写法，有的还能执行命令；这里一律不认。

    反例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    keywords: !!python/object/apply:os.getcwd []
    reviewed: 2026-11-20
    ---
    ```

    正例：

    ```markdown
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---
    ```
    """
    return list(reported(page, "FM004"))
