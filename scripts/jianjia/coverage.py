"""覆盖情况：每条指引该有的形式（指南、制度、清单……）有没有落到页上，按主题列出还缺什么。"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jianjia.library import Library
from jianjia.model import Checklist, Page

FORMS = {
    "guide": "指南",
    "policy": "制度",
    "checklist": "清单",
    "template": "文书",
    "training": "培训",
    "case": "案例",
    "assessment": "评估",
}
"""形式 → 名称；评估是 type 为 assessment 的清单。"""


@dataclass(frozen=True, slots=True)
class Coverage:
    """``ids``、``pairs`` 是（已有，应有）；``missing`` 是领域 → 还缺的（编号，形式）。"""

    ids: tuple[int, int]
    pairs: tuple[int, int]
    missing: dict[str, list[tuple[str, str]]]


def measure(library: Library) -> Coverage:
    have = {
        (key, form)
        for key, pages in library.taking_up.items()
        for page in pages
        for form in _forms(page)
    }
    on_page = {key for key, _ in have}
    guidance = library.registers.guidance
    need = {(g.id, form) for g in guidance.values() for form in g.forms}
    missing: dict[str, list[tuple[str, str]]] = {}
    for key, form in sorted(need - have):
        missing.setdefault(guidance[key].area, []).append((key, form))
    return Coverage(
        ids=(len(on_page & set(guidance)), len(guidance)),
        pairs=(len(need & have), len(need)),
        missing=missing,
    )


def _forms(page: Page) -> Iterator[str]:
    yield page.kind
    if isinstance(page, Checklist) and page.meta.type == "assessment":
        yield "assessment"


def report(library: Library) -> str:
    """给人看的一份。"""
    found = measure(library)
    lines = [
        f"指引：{found.ids[0]} / {found.ids[1]} 条已写到页上",
        f"形式：{found.pairs[0]} / {found.pairs[1]} 对（编号 × 形式）已有",
    ]
    for area, pairs in sorted(found.missing.items(), key=lambda item: -len(item[1])):
        counts = Counter(FORMS.get(form, form) for _, form in pairs)
        kinds = "，".join(f"{name} {n}" for name, n in counts.most_common())
        names = "、".join(f"{key}（{FORMS.get(form, form)}）" for key, form in pairs)
        lines += [f"\n{area}：还缺 {len(pairs)} 对（{kinds}）", f"  {names}"]
    return "\n".join(lines) + "\n"
