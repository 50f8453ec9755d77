"""覆盖率引导的模糊测试：python tests/unit/fuzz_check.py -max_total_time=60 [语料文件夹]。

随机的字节当作：一段 YAML、一页内容（全部规则、自动改）、一个网页。除了问题，什么也不许抛出来。
由 test_fuzz.py 在 dev.py test --slow 时跑一分钟；找到的坏输入留在语料文件夹里。
"""

import datetime
import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
with atheris.instrument_imports(include=["jianjia"]):
    from jianjia import citation, fix, kinds, registers, yamlio
    from jianjia.library import Disk, Library, decode
    from jianjia.rules import RULES, run
    from jianjia.sitecheck import css, scan

LIMIT = 2048
"""一次最多这么多字节；再长也碰不到新的地方。"""
HOMES = (
    "docs/about/a.md",
    "docs/guides/branch/a.md",
    "docs/cases/a.md",
    "checklists/branch/a.md",
    "docs/templates/branch/a.md",
    "policies/branch/a.md",
    "docs/training/a.md",
)
DATA = registers.load(ROOT)
CODES = tuple(code for code in RULES if not code.startswith("REG"))
"""登记册是真的，不用每次都查。"""
FILES = frozenset({"docs/index.md", *HOMES})


def check(raw: bytes) -> None:
    """第一个字节挑做什么、放在哪里。"""
    kind, rest = raw[:1], raw[1:LIMIT]
    number = kind[0] if kind else 0
    if number % 8 == 0:
        yamlio.load(decode(rest)[0])
    elif number % 8 == 1:
        scan.scan(rest, {})
        list(css.addresses(rest.decode("utf-8", "replace")))
    else:
        page(decode(rest)[0], HOMES[number // 8 % len(HOMES)])


def page(text: str, home: str) -> None:
    made = Library({home: kinds.read(home, text)}, DATA, FILES)
    made.disk = Disk(None, (home,))
    made.today = datetime.date(2026, 11, 21)
    rows = made[home].outline.rows
    for finding in run(made, CODES):
        if not (1 <= finding.line <= len(rows) and finding.column >= 1):
            raise AssertionError(finding)
    once = fix.fixed(text, RULES, home)
    if fix.fixed(once, RULES, home) != once:
        raise AssertionError("改两遍和改一遍不一样")
    for cite in citation.find(text):
        if text[cite.start : cite.end] != cite.text and cite.start != cite.end:
            raise AssertionError(cite)


if __name__ == "__main__":
    for code in RULES:
        RULES[code]
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
