from collections import Counter
from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._registers import line_of

PATH = "data/terms.yml"


@rule("REG005", "用词表自己打架", mend="一个词只在一处、只有一种说法；角色不重复。")
def check(library: Library) -> Iterator[Hit]:
    """
    一个词在一处叫写、在另一处叫不写，编辑改来改去都有人说不对。

    反例是一处 `use: 台账`，另一处 `avoid: [台账]`；正例是只留一处。
    """
    terms = library.registers.terms
    good = {name for word in terms.words for name in (word.use, *word.also)}
    for word in terms.words:
        for bad in word.avoid:
            if bad in good:
                line = line_of(library, PATH, f"use: {word.use}")
                yield Hit(line, f"“{bad}”又叫写、又叫不写", 1, PATH)
    for name, count in Counter(word.use for word in terms.words).items():
        if count > 1:
            yield Hit(line_of(library, PATH, f"use: {name}"), f"“{name}”写了 {count} 条", 1, PATH)
    for name, count in Counter([*terms.roles, *[""]]).items():
        if count > 1:
            yield Hit(line_of(library, PATH, "roles:"), f"角色“{name}”写了 {count} 遍", 1, PATH)
