import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.outline import Fence
from jianjia.rules import Hit, rule

KINDS = ("流程", "时间轴", "判断")
_INFO = re.compile(rf"图\s+({'|'.join(KINDS)})\s+(\S.*)\Z")


@rule(
    "PG123",
    "图写得不对",
    mend="第一行写“图 流程 图题”（或时间轴、判断）；每行写成“名称：说明”；判断图每个问题下面缩进 4 格写“是：”和“否：”。",
)
def check(page: Page) -> Iterator[Hit]:
    """
    图的第一行写错了，读者看到的是一块代码；少了冒号，说明那一半是空的；
    判断图少一个答案，走到那里就没有路了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    ~~~图 流程图 三步
    报请示：上级批复
    ~~~
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    ~~~图 流程 三步
    报请示：上级批复
    ~~~
    ```
    """
    if page.for_editors:
        return
    for block in page.blocks_of(Fence):
        if block.info.startswith("图"):
            m = _INFO.match(block.info)
            if not m:
                said = f"第一行“{block.info}”要写成“图 种类 图题”，种类只有：{'、'.join(KINDS)}"
                yield Hit(block.line, said)
            elif m[1] == "判断":
                yield from _decision(block)
            else:
                yield from _pairs(block)


def _pairs(block: Fence) -> Iterator[Hit]:
    for number, text in enumerate(block.body, block.line + 1):
        head, colon, tail = text.partition("：")
        if text.strip() and not (head.strip() and colon and tail.strip()):
            yield Hit(number, f"“{text.strip()[:20]}”要写成“名称：说明”")


def _decision(block: Fence) -> Iterator[Hit]:
    """每个问题下面要有两个答案；缩进的层次就是问答的层次。"""
    rows = [
        (number, len(text) - len(text.lstrip(" ")), text.strip().removeprefix("- "))
        for number, text in enumerate(block.body, block.line + 1)
        if text.strip()
    ]
    for i, (number, indent, text) in enumerate(rows):
        inside = []
        for _, deeper, said in rows[i + 1 :]:
            if deeper <= indent:
                break
            inside.append((deeper, said))
        nearest = min((deeper for deeper, _ in inside), default=0)
        answers = [said.partition("：")[0] for deeper, said in inside if deeper == nearest]
        asks = "？" in text or "?" in text
        if (inside or text.endswith("？")) and asks and sorted(answers) != ["否", "是"]:
            found = "、".join(answers) or "没有答案"
            yield Hit(number, f"“{text[:20]}”下面要有“是：”和“否：”各一行，现在是：{found}")
        elif inside and not asks:
            yield Hit(number, f"“{text[:20]}”下面还有答案，可它不是问题（没有问号）")
