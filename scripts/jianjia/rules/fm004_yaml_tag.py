from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM004", "键值里用了标签（!…）", mend="去掉以叹号开头的标签。")
def check(page: Page) -> list[Hit]:
    """
    标签是程序用的写法，有的还能执行命令；这里一律不认。

    反例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    keywords: !!python/object/apply:os.getcwd []
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。
    ```

    正例：

    ```guide
    ---
    title: 怎样建会
    summary: 先报批
    reviewed: 2026-11-20
    ---

    > 结论：先报批。
    > 依据：《工会法》第十一条
    > 下一步：照[写作格式](../../about/format.md)做。
    ```
    """
    return list(reported(page, "FM004"))
