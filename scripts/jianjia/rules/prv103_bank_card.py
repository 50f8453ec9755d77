from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._digits import runs
from jianjia.rules.prv101_identity_number import is_identity


@rule("PRV103", "有银行卡号", mend="删掉它；示例写“卡号（19 位）”，不写真的或像真的号码。")
def check(page: Page) -> Iterator[Hit]:
    """
    卡号和姓名放在一起，就能被人拿去冒用。这里认的是校验位对的 16 到 19 位号码。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    打到 6222021234567890128。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    打到本人的银行卡（卡号当面核对，不写在这里）。
    ```
    """
    for at, digits in runs(page):
        if _is_card(digits) and not is_identity(digits):
            yield spot(page, at, f"{digits[:4]}…{digits[-4:]} 像是银行卡号")


def _is_card(digits: str) -> bool:
    """零太多的是占位的号。"""
    shaped = 16 <= len(digits) <= 19 and digits[0] in "3456" and digits.count("0") < 9
    return shaped and _luhn(digits)


def _luhn(digits: str) -> bool:
    total = 0
    for i, digit in enumerate(map(int, reversed(digits))):
        doubled = digit * 2 if i % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0
