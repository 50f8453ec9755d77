from collections.abc import Iterator

from jianjia.model import Case
from jianjia.outline import Heading
from jianjia.rules import Hit, rule
from jianjia.rules._common import broken

ORDER = ("做法", "数字", "为什么管用", "不可照搬")


@rule(
    "CAS101",
    "案例的四个小标题不全，或者次序不对",
    mend=f"写成“## {'”“## '.join(ORDER)}”；没有的也写一句“原文没有”。",
)
def check(page: Case) -> Iterator[Hit]:
    """
    只讲做法，不说为什么管用、什么地方不能照搬，读者抄回去多半不灵。

    反例：

    ```case
    ---
    title: 会费代缴
    summary: 手续省了，人也远了
    theme: branch
    unit: 一家工厂
    reviewed: 2026-11-20
    ---

    ## 做法

    会费改成代缴。

    ## 数字

    原文没有。

    ## 为什么管用

    手续简单。
    ```

    正例：

    ```case
    ---
    title: 会费代缴
    summary: 手续省了，人也远了
    theme: branch
    unit: 一家工厂
    reviewed: 2026-11-20
    ---

    ## 做法

    会费改成代缴。

    ## 数字

    原文没有。

    ## 为什么管用

    手续简单。

    ## 不可照搬

    会员容易忘了自己是会员。
    ```
    """
    if broken(page):
        return
    found = [block for block in page.blocks_of(Heading) if block.level == 2]
    names = tuple(block.text for block in found)
    missing = [name for name in ORDER if name not in names]
    if missing:
        yield Hit(page.outline.body_place, f"没有：{'、'.join(missing)}")
    elif names != ORDER:
        wrong = next(
            (
                b
                for b, name in zip(found, (*ORDER, *[""] * len(found)), strict=False)
                if b.text != name
            )
        )
        yield Hit(wrong.line, f"小标题应当依次是：{'、'.join(ORDER)}")
