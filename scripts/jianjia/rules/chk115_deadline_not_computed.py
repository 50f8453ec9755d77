import re
from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule

_SIDE = r"(?:之|以)?(?:前|后|起|内|当天|当日)"
_UNDECLARED = re.compile(
    r"\s*([^\s\d，；。、每次第]{1,8}日)(?:之|以)?(?:前|后|起)\s*(?:\d|[一二三四五六七八九十百])"
)
_COUNTED = re.compile(r"[\d０-９一二三四五六七八九十]+\s*(?:个)?(?:工作日|天|日|月|周|年|小时)?")


@rule(
    "CHK115",
    "时限看着能算出日子，其实算不出",
    mend="写成“起算日 前／后 数字 天／个工作日／个月（内）”，如“大会日前 15 天”；起算日要在开头的 anchors 里说明。",
)
def check(page: Checklist) -> Iterator[Hit]:
    """
    起算日没有说明、少了单位、数字写成汉字，读者填了日子，这一项也排不出期限，还以为不用管。

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
        - 时限：大会日前 7 天
        - 留存：通知
    - [ ] 审查代表资格 `ZZ-AA-02`
        - 依据：工作经验
        - 责任：资格审查小组
        - 时限：大会前 5 天
        - 留存：审查报告
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
    - [ ] 审查代表资格 `ZZ-AA-02`
        - 依据：工作经验
        - 责任：资格审查小组
        - 时限：大会日前 5 天
        - 留存：审查报告
    ```
    """
    for item in page.items:
        due = next((field for field in item.fields if field.name == "时限"), None)
        if due and not item.deadline:
            why = _why(due.text, page.meta.anchors)
            if why:
                column = page.outline.column(due.line, due.text.split("\n", 1)[0])
                yield Hit(due.line, f"“{due.text[:20]}”{why}", column)


_NO_START = re.compile(
    r"\s*(?:在)?(?:\d+|[一二三四五六七八九十]+)\s*(?:个)?(?:工作日|天|日|个月|月|年)(?:之|以)?(?:内|前)"
)
"""“15 日内”，没有说从哪一天起；“每月 10 日前”“次年 1 月 15 日前”不在此列。"""


def _why(text: str, anchors: dict[str, str]) -> str:
    for anchor in anchors:
        stem = re.escape(anchor.removesuffix("日"))
        m = re.match(rf"\s*({stem}日?){_SIDE}", text)
        if m and m[1] != anchor:
            return f"里的“{m[1]}”，在 anchors 里叫“{anchor}”"
        if m and _COUNTED.search(text, m.end(1)):
            return "的写法认不出；要写成“起算日前 15 天”“起算日后 10 日内”，后面的话用逗号隔开"
    if _NO_START.match(text):
        return "没有说从哪一天起算"
    m = _UNDECLARED.match(text)
    if m and m[1] not in anchors:
        return f"里的“{m[1]}”没有在 anchors 里说明"
    return ""
