import posixpath
import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule
from jianjia.rules._links import images

_EMPTY = re.compile(
    r"(?:这是)?(?:图片?|照片|截图|插图|配图|示意图|流程图|image|img|picture|photo|screenshot|logo)"
    r"[\s_-]*[\d一二三四五六七八九十]*|.*\.(?:png|jpe?g|gif|svg|webp|bmp)",
    re.I,
)


@rule("IMG102", "图片的说明等于没说", mend="写图上是什么、要看什么，不写文件名和“图片”“图1”。")
def check(page: Page) -> Iterator[Hit]:
    """
    “图1”“截图”“IMG_0123.png”念给看不见图的人听，等于没念。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ![图1](../assets/favicon.svg)
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ![建家手册的标志：一座房子](../assets/favicon.svg)
    ```
    """
    for link in images(page):
        said = link.text.strip()
        stem = posixpath.basename(link.path).partition(".")[0]
        if said and (_EMPTY.fullmatch(said) or said == stem):
            yield Hit(link.line, f"“{said}”没有说出图上是什么", link.column)
