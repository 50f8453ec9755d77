import re
from collections.abc import Iterator

from jianjia import document
from jianjia.model import Addressee, Inline, Ref, Signature, Template, Title
from jianjia.registers import Registers
from jianjia.rules import Hit, rule

SIGNED = ("请示", "报告", "函", "通知", "批复", "公示", "公告", "决定", "通报", "意见")
"""要署名的文种；办法、方案这些印在别的文件后面，不署名。"""
_DATED = re.compile("年.*月|日期|【年】")


@rule(
    "TPL110",
    "公文缺少标题、主送、署名或者日期",
    mend="正文里补上：### 标题；第一段写主送单位，以“：”结尾；末尾的引用块写署名和【日期】。",
)
def check(page: Template, data: Registers) -> Iterator[Hit]:
    """
    请示没有主送，不知道谁来批；没有署名和成文日期，上级会退回来。

    反例：

    ```template
    ---
    title: 会议请示
    summary: 请上级批准开会
    layout: 公文
    genre: 请示
    direction: 上行
    reviewed: 2026-11-20
    ---

    ## 使用说明

    - 什么时候用：会前七天
    - 份数：一份
    - 下一步：开会
    - 依据：工作经验

    ## 正文

    ### 会议请示

    【上一级工会】：

    妥否，请批复。
    ```

    正例：

    ```template
    ---
    title: 会议请示
    summary: 请上级批准开会
    layout: 公文
    genre: 请示
    direction: 上行
    reviewed: 2026-11-20
    ---

    ## 使用说明

    - 什么时候用：会前七天
    - 份数：一份
    - 下一步：开会
    - 依据：工作经验

    ## 正文

    ### 会议请示

    【上一级工会】：

    妥否，请批复。

    > 【工会全称】
    > 【会议日期】
    ```
    """
    if page.meta.layout not in {"公文", "函"} or not page.parts:
        return
    parts = list(document.flat(page.parts))
    line = page.parts[0].line
    if not any(isinstance(part, Title) for part in parts):
        yield Hit(line, "正文没有“### 标题”")
    if page.meta.genre in {"请示", "报告", "函"} and not any(
        isinstance(p, Addressee) for p in parts
    ):
        yield Hit(line, f"{page.meta.genre}没有主送单位")
    signatures = [part for part in parts if isinstance(part, Signature)]
    if page.meta.genre not in SIGNED:
        return
    if not signatures:
        yield Hit(line, "没有署名和成文日期")
    elif not any(_dated(text, page, data) for part in signatures for text in part.lines):
        yield Hit(signatures[-1].line, "署名下面没有成文日期")


def _dated(text: Inline, page: Template, data: Registers) -> bool:
    if _DATED.search(document.plain(text)):
        return True
    specs = {**data.profile.specs, **{spec.label: spec for spec in page.specs}}
    refs = [token for token in document.walk(text) if isinstance(token, Ref)]
    return any(ref.label in specs and specs[ref.label].type == "日期" for ref in refs)
