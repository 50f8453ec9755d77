"""新建：每样东西一个样子文件，填上名称和日期就是一份能通过检查的草稿。"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from jianjia.kinds import KINDS
from jianjia.meta import THEMES

HERE = Path(__file__).parent
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_PREFIX = re.compile(r"[A-Z]{2}-[A-Z]{2}\Z")
_CODE = re.compile(r"([A-Z]{2,4}\d{3})/([a-z][a-z0-9_]*)\Z")
DATA = {"law": ("法规", "data/laws", "law.yml"), "region": ("地方", "data/regions", "region.yml")}
RULE = "rule"

WHAT = {
    **{kind.name: kind.label for kind in KINDS.values()},
    **{name: label for name, (label, _, _) in DATA.items()},
    RULE: "规则",
}
"""能新建的东西：名称 → 中文。"""


class Refused(Exception):
    """不能新建，原因是一句中文。"""


@dataclass(frozen=True, slots=True)
class Order:
    """要建的一样东西：种类、放在哪里（仓库路径）、标题、清单编号的开头。"""

    what: str
    path: str
    title: str
    prefix: str = ""
    code: str = ""

    @property
    def slug(self) -> str:
        return Path(self.path).stem

    @property
    def theme(self) -> str:
        name = Path(self.path).parent.name
        return name if name in THEMES else "start"


def order(what: str, place: str, title: str, prefix: str = "") -> Order:
    """命令行上的几个词 → 一份订单；写法不对就拒绝。"""
    place = place.strip("/")
    if what == RULE:
        m = _CODE.match(place)
        if not m:
            raise Refused("规则写成“编号/英文名”，如 CHK190/item_too_long")
        path = f"scripts/jianjia/rules/{m[1].lower()}_{m[2]}.py"
        return Order(what, path, title or m[2], code=m[1])
    if what in DATA:
        _slug(place)
        return Order(what, f"{DATA[what][1]}/{place}.yml", title or place)
    if what not in KINDS:
        raise Refused(f"没有“{what}”，能新建的有：{'、'.join(WHAT)}")
    *theme, slug = place.split("/")
    if len(theme) > 1 or (theme and theme[0] not in THEMES):
        raise Refused(f"主题只能是：{'、'.join(THEMES)}")
    _slug(slug)
    folder = KINDS[what].folder
    if not KINDS[what].themed:
        return Order(what, f"{folder}/{slug}.md", title or slug)
    if not theme:
        raise Refused(f"要写成“主题/名称”，如 branch/{slug}")
    if what == "checklist" and not _PREFIX.match(prefix):
        raise Refused("清单要有事项编号的开头：两个大写字母、短横、两个大写字母，如 BR-YS")
    return Order(what, f"{folder}/{theme[0]}/{slug}.md", title or slug, prefix)


def _slug(name: str) -> None:
    if not _SLUG.match(name):
        raise Refused("名称只用小写英文字母、数字和短横，如 year-start")


def draft(wanted: Order, today: datetime.date) -> str:
    """一份草稿。"""
    if wanted.what == RULE:
        name = "rule.py.txt"
    elif wanted.what in DATA:
        name = DATA[wanted.what][2]
    else:
        name = f"{wanted.what}.md"
    words = {
        "TITLE": wanted.title,
        "TODAY": today.isoformat(),
        "PREFIX": wanted.prefix,
        "THEME": wanted.theme,
        "SLUG": wanted.slug,
        "CODE": wanted.code,
    }
    pattern = rf"(?<![A-Z])({'|'.join(words)})(?![A-Z])"
    return re.sub(pattern, lambda m: words[m[1]], (HERE / name).read_text("utf-8"))
