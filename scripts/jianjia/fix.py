"""自动改：只改写法，不改意思。改两遍和改一遍一样，也不会改出新毛病。"""

from collections.abc import Iterable
from pathlib import Path

from jianjia import kinds
from jianjia.library import Library
from jianjia.model import Page
from jianjia.rules import RULES, Rule, covers, waivers

ROUNDS = 10
"""一处改好了，另一处才认得出来；最多来回几遍。"""

BOM = "\ufeff"


def fixed(text: str, codes: Iterable[str], path: str) -> str:
    """放在 *path* 的文件：全文 → 改好的全文。没有报毛病的、写明放行的都不动。"""
    rules = [rule for code in sorted(codes) if (rule := RULES[code]).fix]
    whole = [rule for rule in rules if rule.code.startswith("ENC")]
    first = _round(kinds.read(path, text), whole).outline.raw
    start, mark, newline = _plain(first)
    rest = [rule for rule in rules if rule not in whole]
    page = kinds.read(path, start)
    for _ in range(ROUNDS):
        after = _round(page, rest)
        if after is page:
            break
        page = after
    plain = page.outline.raw
    return first if plain == start else mark + plain.replace("\n", newline)


def _round(page: Page, rules: list[Rule]) -> Page:
    """每条规则改一遍；什么也没改的，还是原来那一页。"""
    for rule in rules:
        if rule.fix and rule.fits(page) and _wanted(rule, page):
            text = rule.fix(page.outline.raw)
            if text != page.outline.raw:
                page = kinds.read(page.path, text)
    return page


def _wanted(rule: Rule, page: Page) -> bool:
    """这一页有没有它报的、又没有放行的毛病。"""
    waived = [line for line, code, reason in waivers(page) if code == rule.code and reason]
    return any(not any(covers(line, hit.line) for line in waived) for hit in rule.check(page))


def _plain(text: str) -> tuple[str, str, str]:
    """去掉 BOM、换行统一了的全文，连同原来的 BOM 和换行。"""
    mark = BOM if text.startswith(BOM) else ""
    newline = "\r\n" if "\r\n" in text and text.count("\r\n") == text.count("\n") else "\n"
    body = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    return body, mark, newline


def write(root: Path, library: Library, codes: Iterable[str], paths: frozenset[str] | None) -> int:
    """改写文件，返回改了几个。"""
    chosen = list(codes)
    unreadable = {path for path, problem in library.problems if problem.code.startswith("ENC")}
    count = 0
    for path, page in library.items():
        if path in unreadable or (paths is not None and path not in paths):
            continue
        text = fixed(page.outline.raw, chosen, path)
        if text != page.outline.raw:
            (root / path).write_text(text, "utf-8", newline="")
            count += 1
    return count
