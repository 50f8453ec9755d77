"""整包文书：照次序编号的 .docx，连同目录，打成一个 .zip。浏览器里照此再写一份（``web/lib/office/pack.js``）。"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from jianjia import expr, office
from jianjia.export import blanks, payload
from jianjia.library import Library
from jianjia.model import Template
from jianjia.office import contents, package
from jianjia.office.plain import unmarked
from jianjia.office.values import is_missing

Values = Mapping[str, Any]


def zipped(
    library: Library,
    pack: str,
    profile: Values | None = None,
    forms: Mapping[str, Values] | None = None,
    *,
    sample: bool = False,
) -> bytes:
    """*profile* 是档案的值，``None`` 是一包空白件；*forms* 是 文书的 slug → 自有的值。"""
    return archived(_files(library, pack, profile, forms or {}, sample))


def blank(library: Library, pack: str) -> bytes:
    """一包空白件，压过，放在网站上下载；只打一次。"""
    known: dict[str, bytes] = library.memo.setdefault("blank-packs", {})
    if pack not in known:
        files = _files(library, pack, None, {}, False)
        known[pack] = archived(files, zipfile.ZIP_DEFLATED)
    return known[pack]


def _files(
    library: Library,
    pack: str,
    profile: Values | None,
    forms: Mapping[str, Values],
    sample: bool,
) -> list[tuple[str, bytes]]:
    engine = expr.Engine(library.registers.bands)
    files: list[tuple[str, bytes]] = []
    entries: list[contents.Entry] = []
    for page in payload.pages_of(library, pack):
        specs = library.specs(page)
        unfilled: tuple[str, ...] | None = None
        if profile is None:
            data = blanks.docx(library, page)
        else:
            given = {**profile, **forms.get(page.slug, {})}
            known = list(specs.values())
            values = engine.derive(known, given)
            when = engine.condition(known, values)
            data = office.filled(page, specs, values, when, sample=sample)
            unfilled = _unfilled(library, page, values)
        files.append((f"{len(files) + 1:02d} {office.file_name(page)}", data))
        entries.append(contents.Entry(page.title, usage(page), unfilled))
    index = package.docx(contents.contents(payload.PACKS[pack], entries))
    return [("00 目录.docx", index), *files]


def _unfilled(library: Library, page: Template, values: Values) -> tuple[str, ...]:
    """必填而没填的。"""
    known = {spec.key: spec for spec in library.specs(page).values()}
    return tuple(
        known[key].label
        for key in payload.needs(library, page)
        if known[key].required and is_missing(values.get(key))
    )


def usage(page: Template) -> tuple[str, ...]:
    """目录里要的几样使用说明。"""
    found = {field.name: unmarked(field.text) for field in reversed(page.fields)}
    return tuple(found.get(name, "") for name in contents.USAGE)


def archived(files: Sequence[tuple[str, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    """时间写死；浏览器里的只存不压。"""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.external_attr = 0o600 << 16
            archive.writestr(info, data, method)
    return buffer.getvalue()
