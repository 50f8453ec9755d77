import re
from collections.abc import Iterator

from jianjia.model import Checklist, Training
from jianjia.rules import Hit, rule
from jianjia.rules._common import LIKE_BOX, prose

_RIGHT = re.compile(r" *(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\](?:[ \t]+\S|[ \t]*\Z)")
_TICKED = re.compile("[xX√✓✔☑]")
_MARKER = re.compile(r"[ \t]*(\d+[.)])")


def wrong(text: str) -> bool:
    """像方框，可是网站不认。"""
    return bool(LIKE_BOX.match(text)) and not _RIGHT.match(text)


def fix(text: str) -> str:
    rows = text.split("\n")
    for i, shown in enumerate(prose(text).split("\n")):
        m = LIKE_BOX.match(shown)
        if m and wrong(shown):
            marker = _MARKER.match(shown)
            indent = shown[: len(shown) - len(shown.lstrip(" "))]
            rest = rows[i][m.end() :].strip(" \t\u3000\xa0")
            box = "[x]" if _TICKED.search(m[0]) else "[ ]"
            rows[i] = f"{indent}{marker[1] if marker else '-'} {box} {rest}".rstrip()
    return "\n".join(rows)


@rule(
    "CHK107",
    "方框写错了，读者看不到方框",
    mend="写成“- [ ] 事项”：减号、空格、左方括号、空格、右方括号、空格，都用半角；也可以运行 --fix。",
    fix=fix,
)
def check(page: Checklist | Training) -> Iterator[Hit]:
    """
    “- []”“- 【 】”“- [ ]事项”“□ 事项”看着像方框，网站都不认：读者看到的是几个符号，
    没有可以勾的方框，这一项也不算在进度里。

    反例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知

    -【 】审查代表资格 `ZZ-AA-02`
    ```

    正例：

    ```checklist
    ---
    title: 召开职代会清单
    summary: 从会前到会后
    prefix: ZZ-AA
    reviewed: 2026-11-20
    ---

    ## 会前

    - [ ] 通知全体代表 `ZZ-AA-01`
        - 依据：工作经验
        - 责任：工会主席
        - 留存：通知
    - [ ] 审查代表资格 `ZZ-AA-02`
        - 依据：工作经验
        - 责任：资格审查小组
        - 留存：审查报告
    ```
    """
    if page.signs.isdisjoint("[［【□☐☑"):
        return
    for number, text in enumerate(page.prose_rows, 1):
        if text[:1] != "\0" and wrong(text):
            shown = page.outline.rows[number - 1].strip()
            yield Hit(number, f"“{shown[:12]}”网站不认，读者看不到方框")
