import re
from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.registers import Registers
from jianjia.rules import Hit, rule


@rule(
    "CHK117",
    "责任写了用词表里没有的角色",
    mend="照 data/terms.yml 里 roles 的写法写，几个用顿号隔开；确实要添的，先添到那里。",
)
def check(page: Checklist, data: Registers) -> Iterator[Hit]:
    """
    分工表按角色排。同一个人写成“主席”“工会主席”，就排成了两个人；写错的，分工表上是空的。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：老王
        - 留存：通知
    ```

    正例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
    ```
    """
    known = data.terms.roles
    for item in page.items:
        for field in item.fields:
            if field.name != "责任" or not known:
                continue
            for role in re.split("[、，,；;]", field.text):
                if role.strip() and role.strip() not in known:
                    column = page.outline.column(field.line, role.strip())
                    yield Hit(field.line, f"用词表里没有“{role.strip()}”", column)
