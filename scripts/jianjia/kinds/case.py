"""案例：做法、数字、为什么管用、不可照搬。正文原样，小标题由规则检查。"""

from typing import Any

from jianjia.model import Case


def read(base: dict[str, Any]) -> Case:
    return Case(**base, strays=(), blocks=base["outline"].blocks)
