import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import HAN, replace

_WIDE = dict(zip(",;:!?", "，；：！？", strict=True))
_PATTERN = rf"(?:[,;:!?](?:(?<=[{HAN}》”）】].)|(?<=[{HAN}]\".))(?:[ ]*(?=[{HAN}《“（【]|\"[{HAN}《])|(?=[ \t\u3000]*$))|\((?=[{HAN}])(?:(?<=[{HAN}》”].)|(?<=[{HAN}]\".))(?P<in>[{HAN}、，·\d]+)\)(?!\[))"


def _mended(m: re.Match[str]) -> str:
    return f"（{m['in']}）" if m["in"] else _WIDE[m[0][0]]


@rule(
    "TXT102",
    "中文里用了半角标点",
    mend="换成中文标点：，；：！？（）；也可以运行 --fix。",
    fix=replace(_PATTERN, _mended),
)
def check(page: Page) -> Iterator[Hit]:
    """
    半角标点挤在汉字里，排出来又窄又靠边；字段名后面的冒号写成半角，网站就认不出这个字段。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知,写明时间、地点。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知，写明时间、地点。
    ```
    """
    if page.signs.isdisjoint(",;:!?(") or page.for_editors:
        return
    for m in re.finditer(_PATTERN, page.words, re.M):
        yield spot(page, m.start(), f"“{m[0].strip()}”是半角的，应当是“{_mended(m)}”")
