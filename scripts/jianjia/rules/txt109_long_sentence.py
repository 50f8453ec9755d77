import re
from collections.abc import Iterator

from jianjia.model import Case, Checklist, Guide, Plain, Training
from jianjia.rules import Hit, rule

LONGEST = 120
_SENTENCE = re.compile(rf"[^。！？；：\n\0|]{{{LONGEST + 1},}}")


@rule(
    "TXT109",
    "一句话太长",
    mend=f"断成几句，一句最好不超过 40 字，最多 {LONGEST} 字；并列的几件事写成列表。",
)
def check(page: Guide | Case | Plain | Checklist | Training) -> Iterator[Hit]:
    """
    手机上一句话占了半屏，读到后面忘了前面；讲课的人照着念也要断气。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    先到各个班组去数一数一共有多少职工愿意入会的有多少女职工有多少，再和上一级工会的组织员约一个时间当面说清楚单位的情况，\
回来以后找三到五个大家信得过的人组成筹备组，筹备组的人分头去做意向调查，调查的结果写成一张表，表上要有姓名、班组、愿意不愿意、有什么顾虑、想请工会办什么事。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    先到各个班组数职工、愿意入会的人、女职工。再和上一级工会约时间，当面说清楚单位的情况。
    ```
    """
    if page.for_editors:
        return
    for number, row in enumerate(page.words.split("\n"), 1):
        if len(row) > LONGEST and (m := _SENTENCE.search(row)):
            yield Hit(number, f"这一句有 {len(m[0].strip())} 字，最多 {LONGEST} 字", m.start() + 1)
