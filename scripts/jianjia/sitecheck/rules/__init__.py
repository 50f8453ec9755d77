"""网站检查的规则：一条一个记录，带原因、反例、正例；例子就是手册和测试。

查法不在这里：所有地址一遍走完，一条规则一个函数反而慢。编号不重用。
"""

import re
from dataclasses import dataclass

_FILE = re.compile(r"^<!-- 文件：(.+?) -->\n", re.M)


@dataclass(frozen=True, slots=True)
class Rule:
    """一条规则。例子是一个小网站；只有一个文件时就是首页。"""

    code: str
    summary: str
    mend: str
    reason: str
    wrong: str
    right: str
    unused: bool = False
    """加了 ``--unused`` 才查。"""

    @property
    def manual(self) -> str:
        wrong, right = (f"```html\n{text.strip()}\n```" for text in (self.wrong, self.right))
        return f"{self.reason}\n\n反例：\n\n{wrong}\n\n正例：\n\n{right}\n"


def files(example: str) -> dict[str, str]:
    """例子 → 文件名和内容。``<!-- 文件：甲 -->`` 一行起是文件甲。"""
    _, *parts = _FILE.split(example.lstrip())
    if not parts:
        return {"index.html": example}
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _load() -> dict[str, Rule]:
    from jianjia.sitecheck.rules import addresses, anchors, contents, pages

    groups = (addresses.RULES, anchors.RULES, pages.RULES, contents.RULES)
    return {rule.code: rule for group in groups for rule in group}


RULES: dict[str, Rule] = _load()
"""编号 → 规则。"""
