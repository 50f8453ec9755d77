"""Word 文书：一页文书或制度 → 空白件、填好的件、纯文字。

只认 ``model`` 里的要素，不知道网站。先排成版面块（``flow_of``），再照着写成 .docx。
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jianjia.model import FieldSpec, Policy, Template
from jianjia.office import flow, ledger, package, policy, xlsx
from jianjia.office.blocks import Flow
from jianjia.office.fill import Evaluate, Filler, no_evaluate
from jianjia.office.fitting import fits
from jianjia.office.layouts import HALVED, Manner, layout_of, may_be_red
from jianjia.office.plain import plain_text

__all__ = [
    "file_name",
    "filled",
    "flow_of",
    "is_red",
    "plain_text",
    "safe_name",
    "sheets",
    "workbook",
]

Specs = Mapping[str, FieldSpec]
"""填写项名称 → 填写项：至少要有单位档案里公用的；本文书自有的页里有，给不给都行。"""


def filled(
    page: Template | Policy,
    specs: Specs,
    values: Mapping[str, Any],
    evaluate: Evaluate | None = None,
    *,
    sample: bool = False,
    notes: bool = False,
) -> bytes:
    """填好的件。

    *values* 是 键 → 值，自动算的也要算好给来；*evaluate* 算“若”里的算式，算不出来的应当返回假；
    *sample* 在每页右上角印“示例”；*notes* 是制度的讲解版，每条旁边有批注。
    """
    made = flow_of(page, specs, values, evaluate, notes=notes)
    return package.docx(replace(made, sheet=replace(made.sheet, sample=sample)))


def flow_of(
    page: Template | Policy,
    specs: Specs,
    values: Mapping[str, Any] | None = None,
    evaluate: Evaluate | None = None,
    *,
    notes: bool = False,
) -> Flow:
    """排成版面块；*values* 为 ``None`` 是空白件。"""
    filler = _filler(page, specs, values, evaluate)
    if isinstance(page, Policy):
        return policy.build(page, filler, notes=notes)
    meta = page.meta
    manner = Manner(
        layout=layout_of(meta.layout, meta.landscape),
        minutes=meta.layout == "纪要",
        upward=meta.direction == "上行",
        sealed=meta.sealed,
        red=is_red(page),
    )
    if meta.layout in HALVED:
        half = flow.build(page.parts, replace(manner, layout=HALVED[meta.layout]), filler)
        if fits(half):
            return half
    return flow.build(page.parts, manner, filler)


def is_red(page: Template) -> bool:
    """这份公文填了发文字号就印红头。"""
    meta = page.meta
    founding = "founding" in meta.packs
    return may_be_red(
        meta.layout, meta.genre, meta.direction, sealed=meta.sealed, founding=founding
    )


def workbook(
    page: Template,
    specs: Specs,
    values: Mapping[str, Any] | None = None,
    evaluate: Evaluate | None = None,
) -> bytes:
    """台账、表格做成 .xlsx；*values* 为 ``None`` 是空白件。"""
    return xlsx.workbook(sheets(page, specs, values, evaluate))


def sheets(
    page: Template,
    specs: Specs,
    values: Mapping[str, Any] | None = None,
    evaluate: Evaluate | None = None,
) -> list[xlsx.Sheet]:
    """台账、表格的各个工作表。"""
    layout = layout_of(page.meta.layout, page.meta.landscape)
    return ledger.sheets(page.parts, page.title, layout, _filler(page, specs, values, evaluate))


def _filler(
    page: Template | Policy,
    specs: Specs,
    values: Mapping[str, Any] | None,
    evaluate: Evaluate | None,
) -> Filler:
    own = {spec.label: spec for spec in page.specs}
    return Filler({**specs, **own}, values, evaluate or no_evaluate)


_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])\Z", re.I)
LONGEST_NAME = 80


def file_name(page: Template | Policy) -> str:
    """下载时的文件名。"""
    return safe_name(getattr(page.meta, "name", "") or page.title, ".docx")


def safe_name(text: str, extension: str) -> str:
    """文件名；Windows 不许用的字去掉。浏览器里照此再写一份（``web/lib/office/filename.js``）。"""
    name = _FORBIDDEN.sub("", text)[:LONGEST_NAME].strip(" .")
    if not name or _RESERVED.match(name):
        name = f"文书{name}"
    return name + extension
