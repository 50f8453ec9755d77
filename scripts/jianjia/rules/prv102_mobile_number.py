import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._digits import runs

_MOBILE = re.compile(r"1[3-9]\d{9}\Z")


@rule("PRV102", "有手机号", mend="删掉它；示例写 000-00000000，或者“手机号（11 位）”。")
def check(page: Page) -> Iterator[Hit]:
    """
    个人的手机号放到网上，骚扰电话就来了；就是编的，也可能正好是别人的号。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    打 13912345678 问经办人。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    打 12351 职工热线问。
    ```
    """
    for at, digits in runs(page):
        if _MOBILE.match(digits) and digits.count("0") < 7:
            yield spot(page, at, f"{digits[:3]}****{digits[-4:]} 像是手机号")
