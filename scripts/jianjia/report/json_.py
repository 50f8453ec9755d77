"""给程序读的 JSON：每处问题一个对象。"""

import json
from collections.abc import Sequence
from typing import TextIO

from jianjia.report import Finding, Subject


def write(findings: Sequence[Finding], checked: Subject, out: TextIO) -> None:
    rows = [
        {
            "path": f.path,
            "line": f.line,
            "column": f.column,
            "code": f.code,
            "message": f.message,
            "summary": checked.rules[f.code].summary,
            "mend": checked.rules[f.code].mend,
        }
        for f in findings
    ]
    json.dump({"pages": checked.pages, "findings": rows}, out, ensure_ascii=False, indent=2)
    out.write("\n")
