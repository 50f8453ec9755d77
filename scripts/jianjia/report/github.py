"""代码托管站的行内批注：``::error file=…,line=…::说明``。"""

from collections.abc import Sequence
from typing import TextIO

from jianjia.report import Finding, Subject


def write(findings: Sequence[Finding], checked: Subject, out: TextIO) -> None:
    for f in findings:
        place = f"file={_value(f.path)},line={f.line},col={f.column},title={_value(f.code)}"
        out.write(f"::error {place}::{_data(f'{f.message}。{checked.rules[f.code].mend}')}\n")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
