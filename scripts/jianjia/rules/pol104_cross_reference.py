import re
from collections.abc import Iterator

from jianjia import citation
from jianjia.model import Policy
from jianjia.rules import Hit, rule
from jianjia.rules._common import sections
from jianjia.rules._laws import number

_ARTICLE = re.compile(r"第([零一二三四五六七八九十百]+)条")
_OTHERS = re.compile(
    r"(?:》|法|条例|规定|办法|章程|细则|意见|通知)(?:（[^（）]*）)?[^。；，]{0,12}\Z"
)
_OWN = re.compile("本(?:办法|制度|规定|规则|细则|章程|条例|规程)")


@rule(
    "POL104",
    "条文里指到了没有的条",
    mend="照现在的条号改；删了、并了条文以后，正文里“第几条”都要跟着改。",
)
def check(page: Policy) -> Iterator[Hit]:
    """
    “依照第三十条办理”，而全文只有二十五条，采用的单位一开会就会被问住。

    反例：

    ```policy
    ---
    title: 议事规则
    summary: 怎样开委员会
    applies_to: [企业]
    reviewed: 2026-11-20
    ---

    ## 总则

    **第一条** 委员会每月开会一次，记录照第九条保存。

    - 幅度：可改
    - 依据：工作经验

    ## 采用办法

    委员会通过。

    ## 备案和复审

    每年看一遍。
    ```

    正例：

    ```policy
    ---
    title: 议事规则
    summary: 怎样开委员会
    applies_to: [企业]
    reviewed: 2026-11-20
    ---

    ## 总则

    **第一条** 委员会每月开会一次，记录照第二条保存。

    - 幅度：可改
    - 依据：工作经验

    **第二条** 记录由档案员保存。

    - 幅度：可改
    - 依据：工作经验

    ## 采用办法

    委员会通过。

    ## 备案和复审

    每年看一遍。
    ```
    """
    last = max((article.number for article in page.articles), default=0)
    if not last:
        return
    printed = [(first, end) for text, first, end in sections(page) if text != "填写项"]
    for line, row in enumerate(page.words.split("\n"), 1):
        if "条" not in row or row.startswith("|"):
            continue
        wrong = [m for m in _ARTICLE.finditer(row) if (number(m[0]) or 0) > last]
        if wrong and any(first <= line <= end for first, end in printed):
            cited = {at for cite in citation.find(row) for at in range(cite.start, cite.end)}
            for m in wrong:
                if m.start() not in cited and not _of_another(row[: m.start()]):
                    said = f"全文只有 {last} 条，没有{m[0]}"
                    yield Hit(line, said, m.start() + 1)


def _of_another(before: str) -> bool:
    """前面的话说的是别的法规。"""
    near = before[-NEAR:]
    return bool(_OTHERS.search(near)) and not _OWN.search(near[-8:])


NEAR = 80
"""往前看这么多字。"""
