"""给程序读的 JSON：每处问题一个对象。"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TextIO

from jianjia.library import Library
from jianjia.rules import RULES, Finding


def write(findings: Sequence[Finding], library: Library, out: TextIO) -> None:
    rows = [
        {**asdict(f), "summary": RULES[f.code].summary, "mend": RULES[f.code].mend}
        for f in findings
    ]
    json.dump({"pages": len(library), "findings": rows}, out, ensure_ascii=False, indent=2)
    out.write("\n")
