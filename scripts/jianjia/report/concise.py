"""一处一行：``路径:行:列: 编号 说明``。"""

from collections.abc import Sequence
from typing import TextIO

from jianjia.report import Finding, Subject


def write(findings: Sequence[Finding], checked: Subject, out: TextIO) -> None:
    out.writelines(f"{f.path}:{f.line}:{f.column}: {f.code} {f.message}\n" for f in findings)
    out.write(summary(findings, checked))


def summary(findings: Sequence[Finding], checked: Subject) -> str:
    """最后一行：发现几处、在几个文件里。"""
    if not findings:
        return f"检查了 {checked.pages} 页，没有发现问题。\n"
    return f"发现 {len(findings)} 处问题，在 {len({f.path for f in findings})} 个文件里。\n"
