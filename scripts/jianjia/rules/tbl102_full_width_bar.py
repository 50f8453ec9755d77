import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace

_PATTERN = r"^[ \t]*｜[^\n]*$"


def _mended(m: re.Match[str]) -> str:
    row = m[0].replace("｜", "|")
    if re.fullmatch(r"[|\s:：－—-]+", row):
        row = re.sub("[－—]+", "---", row).replace("：", ":")
    return row


@rule(
    "TBL102",
    "表格的竖线打成了全角",
    mend="换成英文输入法下的 |；也可以运行 --fix。",
    fix=replace(_PATTERN, _mended),
)
def check(page: Page) -> Iterator[Hit]:
    """
    全角的竖线画不出表格，读者看到的是一行行带竖线的字。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ｜ 事项 ｜ 谁做 ｜

    ｜ 发通知 ｜ 经办人 ｜
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    | 事项 | 谁做 |
    | --- | --- |
    | 发通知 | 经办人 |
    ```
    """
    if "｜" in page.signs:
        for m in re.finditer(_PATTERN, page.prose, re.M):
            yield spot(page, m.start(), "读者看到的是竖线，不是表格")
