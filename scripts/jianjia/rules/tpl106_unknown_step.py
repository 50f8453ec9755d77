from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import facts


@rule(
    "TPL106",
    "步骤或者文书包写错了",
    mend="step 照 data/profile.yml 里 steps 的 id 写；packs 和同一包里别的文书写成一样。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    步骤写错，这份文书不会出现在该用它的那一步；包名拼错一个字母，整包下载时就少了这一份。

    反例：

    ```template
    ---
    title: 会议通知
    summary: 通知代表开会
    layout: 表格
    genre: 通知
    step: befor
    reviewed: 2026-11-20
    ---

    ## 使用说明

    - 什么时候用：会前七天
    - 份数：一份
    - 下一步：开会
    - 依据：工作经验

    ## 正文

    ### 会议通知

    请准时参加。
    ```

    正例：

    ```template
    ---
    title: 会议通知
    summary: 通知代表开会
    layout: 表格
    genre: 通知
    step: before
    reviewed: 2026-11-20
    ---

    ## 使用说明

    - 什么时候用：会前七天
    - 份数：一份
    - 下一步：开会
    - 依据：工作经验

    ## 正文

    ### 会议通知

    请准时参加。
    ```
    """
    steps = [step.id for step in library.registers.profile.steps]
    templates = {path: page for path, page in facts(library).items() if page.kind == "template"}
    packs = Counter(pack for page in templates.values() for pack, _, _ in page.packs)
    common = [pack for pack, count in packs.items() if count > 1]
    for path, page in templates.items():
        step, line, column = page.step
        if step and steps and step not in steps:
            said = f"没有叫“{step}”的步骤，只有：{'、'.join(steps)}"
            yield Hit(line, said, column, path)
        for pack, line, column in page.packs:
            near = get_close_matches(pack, common, 1, 0.8) if packs[pack] == 1 else []
            if near:
                said = f"文书包“{pack}”只有这一份，您是否想写“{near[0]}”"
                yield Hit(line, said, column, path)
