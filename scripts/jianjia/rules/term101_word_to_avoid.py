import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers, Word
from jianjia.rules import Hit, rule, spot
from jianjia.rules._registers import once


@rule(
    "TERM101", "用了不要写的词", mend="换成 data/terms.yml 里这一条的 use；说的是旧称的，加上引号。"
)
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    同一样东西几种叫法，读者会以为是几样东西；有的叫法已经改了，有的本来就是错的。
    书名号里的、加了引号的不算。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    到银行开工会帐户。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    到银行开工会账户，老材料里写作“帐户”。
    ```
    """
    if page.for_editors:
        return
    words = page.words
    groups, longer = once(data, _avoided)
    for sign, found in groups.items():
        if not all(char in words for char in sign) or sign not in words:
            continue
        for bad, word in found.items():
            for m in re.finditer(re.escape(bad), words):
                around = words[max(m.start() - 12, 0) : m.end() + 12]
                if not _quoted(words, m) and not any(good in around for good in longer[bad]):
                    note = f"（{word.note}）" if word.note else ""
                    yield spot(page, m.start(), f"“{bad}”应当是“{word.use}”{note}")


LOOKALIKE = {"签定": ("抽签定", "标签定", "书签定"), "其它": ("尤其它", "极其它", "与其它")}
"""两个词挨在一起，碰巧凑出来的。"""


def _avoided(data: Registers) -> tuple[dict[str, dict[str, Word]], dict[str, list[str]]]:
    """（看得出有没有的字 → 不要写的词，不要写的词 → 包含它的好词）。

    “帐户”“记帐”都看“帐”，好词里没有这个字。
    """
    words = data.terms.words
    bad = {bad: word for word in words for bad in word.avoid}
    good = [name for word in words for name in (word.use, *word.also)]
    longer = {
        key: [n for n in (*good, *LOOKALIKE.get(key, ())) if key in n and key != n] for key in bad
    }
    return _grouped(bad, frozenset("".join(good))), longer


_MENTION = re.compile("旧称|原称|旧名|原名|不写|不叫|别写|误写|错写|写成|说成|叫成")


def _grouped(bad: dict[str, Word], used: frozenset[str]) -> dict[str, dict[str, Word]]:
    groups: dict[str, dict[str, Word]] = {}
    for name, word in bad.items():
        odd = next((char for char in name if char not in used), name)
        groups.setdefault(odd, {})[name] = word
    return groups


def _quoted(text: str, m: re.Match[str]) -> bool:
    """在书名号或引号里，在说旧称，或者是表格里单独的一格。"""
    line = text[text.rfind("\n", 0, m.start()) + 1 : m.start()]
    inside = any(line.count(a) > line.count(b) for a, b in (("《", "》"), ("“", "”")))
    cell = line.endswith("| ") and text[m.end() : m.end() + 2] == " |"
    return inside or cell or bool(_MENTION.search(line[-8:]))
