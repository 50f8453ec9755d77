import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule

_VAGUE = re.compile(
    "点击这里|点这里|点击此处|点此|点此处|点击|点我|这里|此处|这儿|这个|"
    "这页|链接|本链接|网址|地址|详见|详情|见这里|看这里|查看|查看详情|更多|"
    "了解更多|阅读更多|下载|点击下载|打开|here|这个链接|原文链接"
)


_LETTERS = frozenset(_VAGUE.pattern.replace("|", "") + "“”「」*_>》，。：:！! \t\u3000\xa0")
"""有别的字的，一定说出了什么。"""


@rule("LNK118", "链接的文字看不出通到哪里", mend="把那一页的名称写进方括号：照[筹建清单](…)做。")
def check(page: Page) -> Iterator[Hit]:
    """
    用读屏软件的人是把链接单独拎出来听的，一串“这里”“详见”“更多”，听不出哪个是哪个。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    写法看[这里](format.md)。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    写法看[写作格式](format.md)。
    ```
    """
    for link in page.links:
        if len(link.text) < 14 and not link.image and _LETTERS.issuperset(link.text.lower()):
            bare = re.sub(r"[\s“”「」*_>》，。：:！!]", "", link.text)
            if _VAGUE.fullmatch(bare.lower()):
                yield Hit(link.line, f"“{link.text}”听不出通到哪里", link.column)
