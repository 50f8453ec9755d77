import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._links import external

_HOST = re.compile(
    r"(?:https?:)?//(?:[^/@]*@)?(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\."
    r"|\[::1\]|[^/:]*\.(?:local|lan|internal|intranet|test|localhost)\b"
    r"|[^/:]*\.(?:vercel\.app|netlify\.app|pages\.dev|ngrok\.io|ngrok-free\.app|surge\.sh)\b)"
    r"|file:",
    re.I,
)


@rule("LNK117", "链接指到本机、内网或者预览用的网站", mend="换成人人能打开的地址。")
def check(page: Page) -> Iterator[Hit]:
    """
    localhost、192.168.…、预览网站这些地址，只有您的电脑或者单位里能打开，读者打不开。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](https://192.168.1.8/format/)做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    for link in external(page):
        if _HOST.match(link.target):
            yield Hit(link.line, f"“{link.target}”读者打不开", link.column)
