import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import replace

_PATTERN = r"^[ ]*\t[ \t]*(?=\S)"


@rule(
    "LST105",
    "用 Tab 缩进",
    mend="换成空格，一级 4 个；编辑器里选“用空格缩进”，也可以运行 --fix。",
    fix=replace(_PATTERN, lambda m: m[0].expandtabs(4)),
)
def check(page: Page) -> Iterator[Hit]:
    """
    Tab 有的地方算 4 格、有的算 8 格，同一个文件在两台电脑上层次不一样，字段也会认不出来。

    反例是“- 发通知”的下一行按了一次 Tab 再写“- 写明时间”，正例是按四次空格。
    """
    if "\t" in page.prose:
        for m in re.finditer(_PATTERN, page.prose, re.M):
            yield spot(page, m.start(), "这一行用 Tab 缩进")
