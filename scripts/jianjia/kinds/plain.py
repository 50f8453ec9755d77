"""普通页：首页、栏目页、说明页，正文原样。"""

from typing import Any

from jianjia.model import Plain


def read(base: dict[str, Any]) -> Plain:
    return Plain(**base, strays=())
