from jianjia.model import Page
from jianjia.rules import Hit, reported, rule


@rule("FM001", "开头的键值读不懂", mend="照提示改这一行；值里有冒号、#、@ 的要用引号括起来。")
def check(page: Page) -> list[Hit]:
    """
    开头的键值读不懂时，网站会把它当正文印给读者看，标题、摘要也都没了。

    反例：

    ```markdown
    ---
    title: 建会: 怎么办
    summary: 先报批
    reviewed: 2026-11-20
    ---
    ```

    正例：

    ```markdown
    ---
    title: "建会: 怎么办"
    summary: 先报批
    reviewed: 2026-11-20
    ---
    ```
    """
    return list(reported(page, "FM001"))
