"""一页里的长串数字：身份证号、手机号、卡号都从这里挑。"""

import re

from jianjia.model import Page

_ELEVEN = re.compile(rb"[0-9]{11}")


def runs(page: Page) -> tuple[tuple[int, str], ...]:
    """（位置，数字）：十一位到十九位；链接的地址里的不算。"""
    if "digits" not in page.memo:
        text = page.outline.text
        # 汉字去掉以后还没有连着的十一位，原文里更没有。
        some = _ELEVEN.search(text.encode("ascii", "ignore"))
        found = re.finditer(r"[0-9]{11,}+", text) if some else iter(())
        page.memo["digits"] = tuple(
            (m.start(), m[0])
            for m in found
            if len(m[0]) < 20 and not re.match(r"[\w/.=-]", text[m.start() - 1 : m.start()], re.A)
        )
    digits: tuple[tuple[int, str], ...] = page.memo["digits"]
    return digits
