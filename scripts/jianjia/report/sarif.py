"""SARIF 2.1.0：代码托管站和编辑器通用的检查结果格式。"""

import json
from collections.abc import Sequence
from typing import Any, TextIO
from urllib.parse import quote

from jianjia.report import Finding, Subject


def write(findings: Sequence[Finding], checked: Subject, out: TextIO) -> None:
    codes = sorted({f.code for f in findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": checked.rules[code].summary},
            "fullDescription": {"text": checked.rules[code].manual.split("\n\n", 1)[0]},
            "help": {"text": checked.rules[code].mend},
        }
        for code in codes
    ]
    run = {
        "tool": {"driver": {"name": "jianjia", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, codes.index(f.code), checked) for f in findings],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    json.dump(document, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _result(f: Finding, index: int, checked: Subject) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(f.path.encode("utf-8", "surrogateescape"))},
        "region": {"startLine": f.line, "startColumn": f.column},
    }
    return {
        "ruleId": f.code,
        "ruleIndex": index,
        "level": "error",
        "message": {"text": f"{f.message}。{checked.rules[f.code].mend}"},
        "locations": [{"physicalLocation": place}],
    }
