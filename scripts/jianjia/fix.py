"""自动改：只改写法，不改意思。改两遍和改一遍一样，也不会改出新毛病。"""

from collections.abc import Iterable
from pathlib import Path

from jianjia.library import Library
from jianjia.rules import RULES

ROUNDS = 5
"""一处改好了，另一处才认得出来；最多来回几遍。"""


def fixed(text: str, codes: Iterable[str]) -> str:
    """一个文件的全文 → 改好的全文。"""
    fixes = [RULES[code].fix for code in sorted(codes)]
    for _ in range(ROUNDS):
        before = text
        for mend in fixes:
            text = mend(text) if mend else text
        if text == before:
            break
    return text


def write(root: Path, library: Library, codes: Iterable[str], paths: frozenset[str] | None) -> int:
    """改写文件，返回改了几个。"""
    chosen = list(codes)
    count = 0
    for path, page in library.items():
        if paths is not None and path not in paths:
            continue
        text = fixed(page.outline.raw, chosen)
        if text != page.outline.raw:
            (root / path).write_text(text, "utf-8", newline="\n")
            count += 1
    return count
