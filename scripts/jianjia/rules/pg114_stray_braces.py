import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule

_PATTERN = r"｛[^｛｝\n]*｝|(?<![*>\]\0])\{[#:.][^{}\n]*\}"


@rule(
    "PG114",
    "花括号里的写法会原样印出来",
    mend="“{#名称}”只能写在小标题末尾，用半角；清单事项的编号写在行末的反引号里。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    写在事项、段落后面的“{#名称}”和全角的“｛｝”网站都不认，读者看到的就是这几个符号。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知 {#notice}。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ## 提前七天发通知 {#notice}

    写明时间、地点。
    ```
    """
    if page.signs.isdisjoint("{｛") or page.for_editors:
        return
    for m in re.finditer(_PATTERN, page.words):  # 链接的地址在里面是空的，跟在链接后面的不算
        line, column = page.at(m.start())
        row = page.outline.rows[line - 1]
        if not (row.startswith("#") and row.rstrip().endswith(m[0]) and m[0][0] == "{"):
            yield Hit(line, f"读者会看到“{m[0]}”", column)
