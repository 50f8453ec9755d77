from collections.abc import Iterator

from jianjia import expr
from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import facts
from jianjia.rules._registers import line_of


@rule(
    "REG003",
    "登记册里的算式写得不对",
    mend="算式里只用登记过的键和 data/profile.yml 开头列出的函数；括号、引号要配对。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    单位档案和文书校验的算式，几十份文书都靠它；错一处，处处算不出，拦不住的错也拦不住了。

    反例是 data/checks.yml 里写 `expr: "members_totl < 100"`，正例是 `expr: "members_total < 100"`。
    """
    specs = list(library.registers.profile.specs.values())
    checks = {f"check {c.id}": c.expr for c in library.registers.checks.values() if c.expr}
    pages = facts(library).values()
    for fault in expr.faults(specs, checks):
        kind, _, name = fault.key.rpartition(" ")
        # 文书自有的键：用到这条校验的文书里有就行；还没有文书用它的，无从对起。
        using = [page.keys for page in pages if name in page.checks] if kind else []
        unused = kind and not using and "没有键为" in fault.message
        if unused or any(f"“{key}”" in fault.message for keys in using for key in keys):
            continue
        path = "data/checks.yml" if kind else "data/profile.yml"
        line = line_of(library, path, f"id: {name}" if kind else f"key: {name}")
        yield Hit(line, f"{name} 的算式：{fault.message}", 1, path)
