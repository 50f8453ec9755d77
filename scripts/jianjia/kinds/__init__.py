"""页的种类：哪个文件夹里的算什么、怎么读。加一种页，就是在这里加一行、旁边加一个文件。"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from jianjia import meta, outline
from jianjia.kinds import case, checklist, guide, plain, policy, template, training
from jianjia.meta import THEMES, Meta
from jianjia.model import Page
from jianjia.tree import ROOTS


@dataclass(frozen=True, slots=True)
class Kind:
    """``folder`` 是仓库里的文件夹，``url`` 是网址的前缀，``themed`` 表示下面再按主题分文件夹。"""

    name: str
    label: str
    folder: str
    url: str
    themed: bool
    meta: type[Meta]
    read: Callable[..., Page]


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("guide", "指南", "docs/guides", "guides", True, meta.GuideMeta, guide.read),
        Kind("policy", "制度", "policies", "policies", True, meta.PolicyMeta, policy.read),
        Kind(
            "checklist",
            "清单",
            "checklists",
            "checklists",
            True,
            meta.ChecklistMeta,
            checklist.read,
        ),
        Kind(
            "template",
            "文书",
            "docs/templates",
            "templates",
            True,
            meta.TemplateMeta,
            template.read,
        ),
        Kind(
            "training", "培训", "docs/training", "training", False, meta.TrainingMeta, training.read
        ),
        Kind("case", "案例", "docs/cases", "cases", False, meta.CaseMeta, case.read),
    )
}
PLAIN = Kind("plain", "页面", "docs", "", False, meta.PlainMeta, plain.read)


def kind_of(path: str) -> Kind:
    """仓库路径 → 种类。栏目页 README.md 和放错层的文件都算普通页。"""
    for kind in KINDS.values():
        if path.startswith(kind.folder + "/") and not path.endswith("/README.md"):
            depth = path[len(kind.folder) + 1 :].count("/")
            if depth == (1 if kind.themed else 0):
                return kind
    return PLAIN


def theme_of(path: str, kind: Kind, data: Meta) -> str:
    if kind.themed:
        return PurePosixPath(path).parent.name
    if declared := getattr(data, "theme", None):
        return str(declared)
    name = PurePosixPath(path).parent.name
    return name if name in THEMES else ""


def read(path: str, text: str) -> Page:
    """一个文件 → 一页。永不出错：写了一半的文件也得到一页，毛病记在 ``problems`` 和 ``strays``。"""
    kind = kind_of(path)
    doc = outline.parse(path, text)
    data, problems = meta.read(kind.meta, doc.front, broken=bool(doc.problems))
    base = {
        "path": path,
        "kind": kind.name,
        "theme": theme_of(path, kind, data),
        "slug": PurePosixPath(path).stem,
        "meta": data,
        "outline": doc,
        "problems": (*doc.problems, *problems),
    }
    return kind.read(base)


__all__ = ["KINDS", "PLAIN", "ROOTS", "Kind", "kind_of", "read", "theme_of"]
