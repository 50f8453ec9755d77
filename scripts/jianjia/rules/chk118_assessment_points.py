import re
from collections.abc import Iterator

from jianjia.model import Checklist, get
from jianjia.rules import Hit, rule


@rule(
    "CHK118",
    "评估打分写得不全",
    mend="评估清单的每一项写“- 分值：10”和“- 评分：看什么、给几分”；开头的 grades 写等次和最低得分率（百分数）。",
)
def check(page: Checklist) -> Iterator[Hit]:
    """
    少一项分值，总分就算不出；分值写成“10分左右”，网页认不出；等次的分数线超过 100，谁也评不上。

    反例：

    ```checklist
    ---
    title: 职工之家评估
    summary: 自己先打一遍分
    type: assessment
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 组织

    - [ ] 有会员名册 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：组织委员
        - 留存：名册
        - 分值：十分
        - 评分：有名册给满分
    ```

    正例：

    ```checklist
    ---
    title: 职工之家评估
    summary: 自己先打一遍分
    type: assessment
    prefix: ZZ-AA
    grades:
      合格: 60
    reviewed: 2026-11-20
    ---

    ## 组织

    - [ ] 有会员名册 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：组织委员
        - 留存：名册
        - 分值：10
        - 评分：有名册给满分
    ```
    """
    if page.meta.type == "assessment":
        for item in page.items:
            if not item.same_as:
                points = get(item, "分值")
                if not re.fullmatch(r"[1-9]\d{0,2}", points):
                    said = f"分值“{points}”要写成整数" if points else "没有写分值"
                    yield Hit(item.line, f"{item.id}{said}")
                if not get(item, "评分"):
                    yield Hit(item.line, f"{item.id}没有写评分")
    for name, rate in page.meta.grades.items():
        if not 0 <= rate <= 100:
            line, column = page.outline.front.place(("grades", name))
            yield Hit(line, f"“{name}”的最低得分率是 {rate}，应当在 0 到 100 之间", column)
