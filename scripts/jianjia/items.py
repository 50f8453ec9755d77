"""发布登记：哪些事项编号、哪些网址已经交到读者手里，``data/items.yml``。

编号消失了，读者手机里的勾就没有着落；网址消失了，发出去的链接就打不开。所以发布一次记一次，
只增不减；校验拿现在的内容和它比。重写它的命令用 :func:`release`。
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from jianjia import yamlio
from jianjia.kinds import ROOTS
from jianjia.model import Checklist

if TYPE_CHECKING:
    from jianjia.library import Library

PATH = "data/items.yml"
_HEADER = """\
# 已经发布的事项编号（所在的清单）和网址；发布时由程序写，不手改，只增不减。
# 撤销一个事项，把编号写进那张清单的 retired；搬走一页，把旧网址写进新页的 aliases。
"""


@dataclass(frozen=True, slots=True)
class Released:
    """``items``：编号 → 清单；``pages``：网址。还没有发布过的都是空的。"""

    items: Mapping[str, str] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()


def load(root: Path) -> Released:
    """读登记；没有、读不懂都当作还没有发布过。"""
    try:
        text = (root / PATH).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return Released()
    data = yamlio.load(text).data
    data = data if isinstance(data, dict) else {}
    items, pages = data.get("items"), data.get("pages")
    return Released(
        {str(k): str(v) for k, v in items.items()} if isinstance(items, dict) else {},
        frozenset(map(str, pages)) if isinstance(pages, list) else frozenset(),
    )


def release(library: "Library") -> str:
    """登记文件的新内容：以前发布过的，加上现在有的。"""
    items = dict(library.released.items)
    for page in library.values():
        if isinstance(page, Checklist):
            items.update({i.id: home(page.path) for i in page.items if i.id and not i.same_as})
    pages = {*library.released.pages, *map(address, library)} - {""}
    rows = "\n".join(f"  {key}: {items[key]}" for key in sorted(items))
    links = "\n".join(f"  - {page}" for page in sorted(pages))
    return f"{_HEADER}items:\n{rows or '  {}'}\npages:\n{links or '  []'}\n"


def home(path: str) -> str:
    """清单的仓库路径 → 读者的勾记在哪个名下。"""
    return path.removeprefix("checklists/").removesuffix(".md")


def address(path: str) -> str:
    """仓库路径 → 网址，不带头尾的斜线；首页为空。"""
    top, _, inside = path.partition("/")
    name = ROOTS.get(top, "") + inside
    for index in ("README.md", "index.md"):
        if name == index or name.endswith(f"/{index}"):
            return name.removesuffix(index).strip("/")
    return name.removesuffix(".md")
