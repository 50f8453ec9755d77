"""给编辑看的：哪一行、指到哪里、怎么改。"""

import unicodedata
from collections.abc import Sequence
from typing import TextIO

from jianjia.library import Library
from jianjia.report.concise import summary
from jianjia.rules import RULES, Finding


def write(findings: Sequence[Finding], library: Library, out: TextIO) -> None:
    for f in findings:
        out.write(f"{f.path}:{f.line}:{f.column}: {f.code} {f.message}\n")
        page = library.get(f.path)
        lines = page.outline.lines if page else []
        if 0 < f.line <= len(lines) and lines[f.line - 1].strip():
            text = lines[f.line - 1][:200]
            out.write(f"    {text}\n    {_pad(text[: f.column - 1])}^\n")
        out.write(f"    改法：{RULES[f.code].mend}\n\n")
    out.write(summary(findings, library))


def _pad(text: str) -> str:
    """和 *text* 一样宽的空白；汉字占两格。"""
    return "".join("  " if unicodedata.east_asian_width(c) in "WF" else " " for c in text)
