import datetime
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._digits import runs

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@rule("PRV101", "有身份证号", mend="删掉它；示例用“身份证号（18 位）”，不写真的或像真的号码。")
def check(page: Page) -> Iterator[Hit]:
    """
    身份证号是敏感个人信息，放到网上就收不回来。这里认的是校验位和生日都对的 18 位号码，编的多半过不了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    经办人 11010519491231002X。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    经办人（身份证号 18 位，当面核对，不写在这里）。
    ```
    """
    for at, digits in runs(page):
        tail = page.outline.text[at + len(digits) : at + len(digits) + 1]
        number = digits + tail if len(digits) == 17 and tail in {"X", "x"} else digits
        if is_identity(number):
            yield spot(page, at, f"{number[:6]}…{number[-2:]} 是一个真的身份证号")


def is_identity(number: str) -> bool:
    """18 位，生日是真的日子，校验位对。"""
    if len(number) != 18:
        return False
    try:
        born = datetime.date.fromisoformat(f"{number[6:10]}-{number[10:12]}-{number[12:14]}")
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return born.year >= 1900 and "10X98765432"[total % 11] == number[17].upper()
