"""新建：每种页一个样子文件，填上标题和日期就是一页能通过检查的草稿。"""

import datetime
import re
from pathlib import Path

from jianjia.kinds import KINDS
from jianjia.meta import THEMES

HERE = Path(__file__).parent
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")


class Refused(Exception):
    """不能新建，原因是一句中文。"""


def path_of(kind: str, place: str) -> str:
    """``checklist``、``branch/founding`` → 仓库路径；写法不对就拒绝。"""
    if kind not in KINDS:
        raise Refused(f"没有“{kind}”这种页，只有：{'、'.join(KINDS)}")
    *theme, slug = place.strip("/").split("/")
    if len(theme) > 1 or (theme and theme[0] not in THEMES):
        raise Refused(f"主题只能是：{'、'.join(THEMES)}")
    if not _SLUG.match(slug):
        raise Refused("名称只用小写英文字母、数字和短横，如 year-start")
    if not KINDS[kind].themed:
        return f"{KINDS[kind].folder}/{slug}.md"
    if not theme:
        raise Refused(f"要写成“主题/名称”，如 branch/{slug}")
    return f"{KINDS[kind].folder}/{theme[0]}/{slug}.md"


def draft(kind: str, title: str, place: str, today: datetime.date, prefix: str = "") -> str:
    """一页草稿。"""
    text = (HERE / f"{kind}.md").read_text("utf-8")
    theme = place.partition("/")[0] if "/" in place else "start"
    words = {"TITLE": title, "TODAY": today.isoformat(), "PREFIX": prefix, "THEME": theme}
    return re.sub(r"\b(TITLE|TODAY|PREFIX|THEME)\b", lambda m: words[m[1]], text)
