"""给编辑看的：哪一行、指到哪里、怎么改。"""

import unicodedata
from collections.abc import Sequence
from typing import TextIO

from jianjia.report import Finding, Subject
from jianjia.report.concise import summary


def write(findings: Sequence[Finding], checked: Subject, out: TextIO) -> None:
    for f in findings:
        out.write(f"{f.path}:{f.line}:{f.column}: {f.code} {f.message}\n")
        lines = checked.lines(f.path)
        if 0 < f.line <= len(lines) and lines[f.line - 1].strip():
            start = f.column - 80 if f.column > 160 else 0  # 网页一行可以很长
            text = lines[f.line - 1][start : start + 200]
            out.write(f"    {text}\n    {_pad(text[: f.column - 1 - start])}^\n")
        out.write(f"    改法：{checked.rules[f.code].mend}\n\n")
    out.write(summary(findings, checked))


def _pad(text: str) -> str:
    """和 *text* 一样宽的空白；汉字占两格。"""
    return "".join("  " if unicodedata.east_asian_width(c) in "WF" else " " for c in text)
