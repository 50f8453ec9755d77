import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot

_TAG = r"<(?:script|iframe|object|embed|base|meta|link|form|style|applet|frame|frameset|svg|math|template|input|button)\b"
_ATTRIBUTE = r"<[A-Za-z][^<>\n]*?\s(on[a-z]+|style|srcdoc|formaction)[ \t]*="
_NEWLINE = r"<[A-Za-z][^<>]*?\n[^<>]*?\s(on[a-z]+|style|srcdoc)\s*="


@rule(
    "SEC102",
    "HTML 里有会执行、会改样式的东西",
    mend="删掉它；样式用现成的 class，功能告诉开发的人做。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    <script>、<iframe>、onclick=、style= 这些，网站的安全设置一律拦下，读者看不到效果；
    从别处复制来的还可能带着坏东西。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    <p style="color: red">提前七天发通知。</p>
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    **提前七天发通知。**
    ```
    """
    if "<" not in page.prose:
        return
    for m in re.finditer(_TAG, page.prose, re.I):
        yield spot(page, m.start(), f"“{m[0]}>”不能用")
    for pattern in (_ATTRIBUTE, _NEWLINE):
        for m in re.finditer(pattern, page.prose, re.I):
            yield spot(page, m.start(1), f"“{m[1]}=”不能用")
