"""Word 文书：一页文书或制度 → 空白件、填好的件、纯文字。

只认 ``model`` 里的要素，不知道网站。先排成版面块（``flow_of``），再照着写成 .docx。
"""

import re
from collections.abc import Mapping
from typing import Any

from jianjia.model import FieldSpec, Policy, Template
from jianjia.office import flow, package, policy
from jianjia.office.blocks import Flow
from jianjia.office.fill import Evaluate, Filler, no_evaluate
from jianjia.office.layouts import Manner, layout_of
from jianjia.office.plain import plain_text

__all__ = ["blank", "file_name", "filled", "flow_of", "plain_text"]

Specs = Mapping[str, FieldSpec]
"""填写项名称 → 填写项：至少要有单位档案里公用的；本文书自有的页里有，给不给都行。"""


def blank(page: Template | Policy, specs: Specs) -> bytes:
    """空白件：要填的地方标着名称，表格留空手填。"""
    return package.docx(flow_of(page, specs))


def filled(
    page: Template | Policy,
    specs: Specs,
    values: Mapping[str, Any],
    evaluate: Evaluate | None = None,
) -> bytes:
    """填好的件。

    *values* 是 键 → 值，自动算的也要算好给来；*evaluate* 算“若”里的算式，算不出来的应当返回假。
    """
    return package.docx(flow_of(page, specs, values, evaluate))


def flow_of(
    page: Template | Policy,
    specs: Specs,
    values: Mapping[str, Any] | None = None,
    evaluate: Evaluate | None = None,
) -> Flow:
    """排成版面块；*values* 为 ``None`` 是空白件。"""
    own = {spec.label: spec for spec in page.specs}
    filler = Filler({**specs, **own}, values, evaluate or no_evaluate)
    if isinstance(page, Policy):
        return policy.build(page, filler)
    meta = page.meta
    manner = Manner(
        layout=layout_of(meta.layout, meta.landscape),
        minutes=meta.layout == "纪要",
        upward=meta.direction == "上行",
        sealed=meta.sealed,
    )
    return flow.build(page.parts, manner, filler)


_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])\Z", re.I)
LONGEST_NAME = 80


def file_name(page: Template | Policy) -> str:
    """下载时的文件名；Windows 不许用的字去掉。"""
    name = _FORBIDDEN.sub("", getattr(page.meta, "name", "") or page.title)
    name = name[:LONGEST_NAME].strip(" .")
    if not name or _RESERVED.match(name):
        name = f"文书{name}"
    return f"{name}.docx"
