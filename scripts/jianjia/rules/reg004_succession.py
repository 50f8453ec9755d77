from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule("REG004", "法规的取代关系不通", mend="已被取代的写明 replaced_by；现行的不写；不能转回自己。")
def check(library: Library) -> Iterator[Hit]:
    """
    读者点开一部旧法，要能一路走到现行的那一部。关系断了、转了圈，就走不到。

    反例是甲写着被乙取代、乙又写着被甲取代，正例是甲被乙取代、乙现行。
    """
    laws = library.registers.laws
    for loaded in laws.loaded:
        law = loaded.value
        if law is None or not law.replaced_by:
            continue
        line, column = loaded.document.place(("replaced_by",))
        if law.status not in {"已被取代", "已废止"}:
            said = f"写了 replaced_by，效力却是“{law.status}”"
            yield Hit(line, said, column, loaded.path)
        seen = {law.id}
        following = laws.get(law.replaced_by)
        while following and following.id not in seen:
            seen.add(following.id)
            following = laws.get(following.replaced_by)
        if following:
            yield Hit(line, "取代来取代去，又转回来了", column, loaded.path)
