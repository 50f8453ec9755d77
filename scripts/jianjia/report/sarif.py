"""SARIF 2.1.0：代码托管站和编辑器通用的检查结果格式。"""

import json
from collections.abc import Sequence
from typing import Any, TextIO
from urllib.parse import quote

from jianjia.library import Library
from jianjia.rules import RULES, Finding


def write(findings: Sequence[Finding], library: Library, out: TextIO) -> None:
    codes = sorted({f.code for f in findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": RULES[code].summary},
            "fullDescription": {"text": RULES[code].manual.split("\n\n", 1)[0]},
            "help": {"text": RULES[code].mend},
        }
        for code in codes
    ]
    run = {
        "tool": {"driver": {"name": "jianjia", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, codes.index(f.code)) for f in findings],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    json.dump(document, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _result(f: Finding, index: int) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(f.path)},
        "region": {"startLine": f.line, "startColumn": f.column},
    }
    return {
        "ruleId": f.code,
        "ruleIndex": index,
        "level": "error",
        "message": {"text": f"{f.message}。{RULES[f.code].mend}"},
        "locations": [{"physicalLocation": place}],
    }
