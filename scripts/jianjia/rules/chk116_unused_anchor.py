from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import lists


@rule("CHK116", "起算日说明了，没有哪一项用到", mend="删掉它；或者核对时限里写的名字是不是一样。")
def check(library: Library) -> Iterator[Hit]:
    """
    开头每写一个起算日，读者就要填一个日子。填了没有用，多半是时限里的名字写得不一样。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    anchors:
      大会日: 开会那天
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
    ```

    正例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    anchors:
      大会日: 开会那天
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
        - 时限：大会日前 7 天
        - 留存：通知
    ```
    """
    dues: dict[str, str] = {}
    for _, page in lists(library):
        for item in page.items:
            if item.id and not item.same_as:
                dues.setdefault(item.id, item.due)
    for path, page in lists(library):
        # “同 `编号`”的，自己没有另写时限，就照原来那一项的。
        used = {item.due or dues.get(item.same_as, "") for item in page.items}
        for name, line, column in page.dues:
            if name not in used:
                yield Hit(line, f"“{name}”没有用到", column, path)
