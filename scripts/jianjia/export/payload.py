"""文书 → 浏览器用的数据：正文、填写项、校验，都写成省字数的 JSON；算式在这里读成语法树。

键名和 ``web/lib/office/payload.js`` 里写的一样；取默认值的键不写。
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jianjia import document, office
from jianjia.formula import syntax
from jianjia.kinds import ROOTS
from jianjia.library import Library
from jianjia.model import (
    Addressee,
    Article,
    Attachments,
    Break,
    Cell,
    Chapter,
    Choice,
    Column,
    FieldSpec,
    Head,
    Inline,
    Note,
    Para,
    Part,
    Policy,
    Ref,
    Repeat,
    Signature,
    TablePart,
    Template,
    Title,
    When,
)
from jianjia.office import policy
from jianjia.office.plain import unmarked
from jianjia.office.values import TABULAR, is_missing
from jianjia.registers import Bands, Check

PACKS = {
    "founding": "建会文书包",
    "reelection": "换届文书包",
    "workers-congress": "职代会文书包",
    "bargaining": "集体协商文书包",
}
"""文书包：开头 packs 里的编号 → 名称。"""

_SEPARATORS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}


def script(name: str, payload: Any) -> str:
    """写成普通脚本：从 U 盘打开的网页不许 fetch，也不许用模块。"""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in _SEPARATORS.items():
        text = text.replace(char, escaped)
    return f'jianjia.load("{name}",{text});\n'


def scripts(library: Library) -> Iterator[tuple[str, str]]:
    """全部数据脚本：（``assets/`` 里的文件名，内容）。"""
    for page in (*library.of_kind("template"), *library.of_kind("policy")):
        if isinstance(page, Template | Policy):
            name = name_of(page)
            yield f"office/{name}.js", script(f"office/{name}", page_payload(library, page))
    for pack in packs(library):
        yield f"packs/{pack}.js", script(f"packs/{pack}", pack_payload(library, pack))


def name_of(page: Template | Policy) -> str:
    """数据脚本叫什么；制度和文书可能同名，所以制度前面加一节。"""
    return page.slug if isinstance(page, Template) else f"policy-{page.slug}"


def packs(library: Library) -> list[str]:
    """有文书的文书包。"""
    used = {pack for page in library.of_kind("template") for pack in page.meta.packs}
    return [pack for pack in PACKS if pack in used]


def page_payload(library: Library, page: Template | Policy) -> dict[str, Any]:
    """一页文书或制度：连同它用得着的公用填写项和名额档次。"""
    known = _known(library, page)
    used = _used(page, known) | _checked(checks_of(library, page), known)
    shared = [spec for spec in known.values() if spec.source != "own" and spec.key in used]
    return {
        "document": _document(library, page, (*shared, *page.specs)),
        "bands": bands(library.registers.bands),
    }


def pack_payload(library: Library, pack: str) -> dict[str, Any]:
    """一个文书包：档案里用得着的填写项、校验，和照次序排好的文书。"""
    pages = pages_of(library, pack)
    wanted = {check.id for page in pages for check in checks_of(library, page)}
    profile = {spec.key: spec for spec in library.registers.profile.specs.values()}
    # 要看各文书自有的键的，在那份文书里查。
    checks = [
        check
        for check in library.registers.checks.values()
        if check.id in wanted and suited(check, profile) is check
    ]
    used = _checked(checks, profile)
    for page in pages:
        used |= _used(page, _known(library, page))
    return {
        "id": pack,
        "title": PACKS[pack],
        "documents": [_document(library, page, page.specs, pack) for page in pages],
        "specs": specs_of(
            [spec for spec in profile.values() if spec.key in used], library, pack=pack
        ),
        "steps": [step.model_dump() for step in library.registers.profile.steps],
        "checks": [_check(check) for check in checks],
        "bands": bands(library.registers.bands),
    }


def pages_of(library: Library, pack: str) -> list[Template]:
    """文书包里的文书，照次序。"""
    return [
        page
        for page in library.of_kind("template")
        if isinstance(page, Template) and pack in page.meta.packs
    ]


def needs(library: Library, page: Template | Policy) -> list[str]:
    """正文直接间接用到的、要人填的键。"""
    known = _known(library, page)
    used = _used(page, known)
    return [key for key, spec in known.items() if key in used and not spec.derive]


def _known(library: Library, page: Template | Policy) -> dict[str, FieldSpec]:
    return {spec.key: spec for spec in library.specs(page).values()}


def checks_of(library: Library, page: Template | Policy) -> list[Check]:
    """这份文书要过的校验；算式里有它没有的键的，改由人来核。"""
    known = _known(library, page)
    found = library.registers.checks
    listed = [found[key] for key in getattr(page.meta, "checks", ()) if key in found]
    return [suited(check, known) for check in listed]


def suited(check: Check, known: Mapping[str, FieldSpec]) -> Check:
    """算式里有不认识的键的，去掉算式。"""
    if all(name in known for name in _names(check.expr)):
        return check
    return check.model_copy(update={"expr": ""})


def _document(
    library: Library, page: Template | Policy, specs: Iterable[FieldSpec], pack: str = ""
) -> dict[str, Any]:
    out: dict[str, Any] = {
        "slug": page.slug,
        "title": page.title,
        "address": address(page),
        "file": office.file_name(page),
        "specs": specs_of(specs, library, page.slug, pack),
        "needs": needs(library, page),
    }
    if isinstance(page, Policy):
        title = document.inline(page.meta.document or page.title)
        return out | {
            "kind": "policy",
            "layout": "公文",
            "inline": _inline(title),
            "chapters": [_chapter(chapter) for chapter in page.chapters],
        }
    meta = page.meta
    return out | _kept(
        layout=meta.layout,
        genre=meta.genre,
        step=meta.step,
        landscape=meta.landscape,
        minutes=meta.layout == "纪要",
        upward=meta.direction == "上行",
        sealed=meta.sealed,
        red=office.is_red(page),
        usage=[[field.name, unmarked(field.text)] for field in page.fields],
        parts=_parts(page.parts),
        checks=[_check(check) for check in checks_of(library, page)],
    )


def address(page: Template | Policy) -> str:
    """从站点根起的网址，不带后缀。"""
    top, _, inside = page.path.removesuffix(".md").partition("/")
    return ROOTS[top] + inside


def _kept(**values: Any) -> dict[str, Any]:
    """空的、假的、零不写。"""
    return {key: value for key, value in values.items() if value or key == "inline"}


# —— 用得着哪些填写项 ——


def _used(page: Template | Policy, known: Mapping[str, FieldSpec]) -> set[str]:
    """正文直接间接用到的键。"""
    labels = {spec.label: spec.key for spec in known.values()}
    todo = [spec.key for spec in page.specs]
    for _, text in document.inlines(all_parts(page)):
        for item in document.walk(text):
            if isinstance(item, When) and item.test.startswith("="):
                todo += _names(item.test[1:])
            else:
                label = item.test.partition(".")[0] if isinstance(item, When) else item.label
                todo += [labels[label]] if label in labels else []
    for part in document.flat(all_parts(page)):
        if isinstance(part, TablePart):
            todo += [labels[row.repeat] for row in part.rows if row.repeat in labels]
    return _closure(todo, known)


def _checked(checks: Iterable[Check], known: Mapping[str, FieldSpec]) -> set[str]:
    """校验直接间接用到的键。"""
    return _closure([key for check in checks for key in _names(check.expr)], known)


def _closure(keys: Iterable[str], known: Mapping[str, FieldSpec]) -> set[str]:
    todo = list(keys)
    used: set[str] = set()
    while todo:
        key = todo.pop()
        if key in known and key not in used:
            used.add(key)
            todo += _names(known[key].derive)
    return used


def all_parts(page: Template | Policy) -> list[Part]:
    if isinstance(page, Template):
        return list(page.parts)
    title = Title(0, document.inline(page.meta.document or page.title))
    return [
        title,
        *(part for chapter in page.chapters for part in chapter.parts),
        *(part for article in page.articles for part in article.parts),
    ]


def _names(expr: str) -> list[str]:
    try:
        return list(syntax.names(syntax.parse(expr))) if expr else []
    except syntax.Unreadable:
        return []


def _formula(expr: str) -> Any:
    """算式 → 语法树；没有算式、读不懂的是空。"""
    try:
        return syntax.parse(expr) if expr else None
    except syntax.Unreadable:
        return None


# —— 填写项、校验、名额档次 ——


def specs_of(
    specs: Iterable[FieldSpec], library: Library, slug: str = "", pack: str = ""
) -> list[dict[str, Any]]:
    profile = {field.key: field for field in library.registers.profile.fields}
    out = []
    for spec in specs:
        field = profile.get(spec.key) if spec.source == "profile" else None
        made = _kept(
            key=spec.key,
            label=spec.label,
            type="" if spec.type == "文本" else spec.type,
            options=list(spec.options),
            columns=[_column(column) for column in spec.columns],
            rows=spec.rows,
            note=spec.note,
            source="" if spec.source == "own" else spec.source,
            step=field.step if field else "",
            group=field.group if field else "",
            sensitive=bool(field and field.sensitive),
        )
        value = sampled(library, slug, spec, pack)
        # 零也是示例：无效票 0 张。
        if not is_missing(value):
            made["example"] = value
        if not spec.required:
            made["required"] = False
        if spec.derive:
            made["derive"] = _formula(spec.derive)
        out.append(made)
    return out


def _column(column: Column) -> dict[str, Any]:
    kind = "" if column.type == "文本" else column.type
    return _kept(key=column.key, label=column.label, type=kind, options=list(column.options))


def sampled(library: Library, slug: str, spec: FieldSpec, pack: str = "") -> Any:
    """示例里的值：这个文书包另写了的用它，再看 data/sample.yml，都没写的用填写项自己的示例。

    *pack* 为空的，看这份文书头一个属于哪个包。
    """
    sample = library.registers.sample
    special = sample.packs.get(pack or _first_pack(library, slug))
    for layer in (special, sample) if special else (sample,):
        own = layer.forms.get(slug, {})
        known = {"own": own, "profile": layer.profile, "congress": layer.congress}
        if spec.key in known[spec.source]:
            return known[spec.source][spec.key]
    return example(spec)


def _first_pack(library: Library, slug: str) -> str:
    known: dict[str, str] = library.memo.setdefault("first-packs", {})
    if not known:
        pages = library.of_kind("template")
        known |= {p.slug: p.meta.packs[0] if p.meta.packs else "" for p in pages}
    return known.get(slug, "")


def example(spec: FieldSpec) -> Any:
    """示例；明细表写成“甲，1；乙，2”的，拆成一行行。"""
    value = spec.example
    if spec.type not in TABULAR or not isinstance(value, str):
        return value
    keys = [column.key for column in spec.columns]
    rows = [row.split("，") for row in value.split("；") if row.strip()]
    return [dict(zip(keys, (cell.strip() for cell in row), strict=False)) for row in rows]


def _check(check: Check) -> dict[str, Any]:
    made = {"id": check.id, "level": check.level, "says": check.says, "keys": check.keys}
    made |= _kept(waive=check.waive)
    return {**made, "expr": _formula(check.expr)}


def bands(found: Bands) -> dict[str, Any]:
    return {
        name: [
            {key: value for key, value in band.model_dump(by_alias=True).items() if value != ""}
            for band in getattr(found, name)
        ]
        for name in ("committee", "delegates")
    }


# —— 正文 ——


def _chapter(chapter: Chapter) -> dict[str, Any]:
    mark, inline = policy.heading(chapter)
    return _kept(mark=mark, inline=_inline(inline)) | {
        "parts": _parts(chapter.parts),
        "articles": [_article(article) for article in chapter.articles],
    }


def _article(article: Article) -> dict[str, Any]:
    note = policy.note_of(article)
    return {"number": article.number, "parts": _parts(article.parts), **_kept(note=note)}


def _parts(parts: Iterable[Part]) -> list[dict[str, Any]]:
    return [_part(part) for part in parts]


def _part(part: Part) -> dict[str, Any]:
    match part:
        case Title():
            return {
                "part": "title",
                **_kept(inline=_inline(part.inline), attachment=part.attachment),
            }
        case Para():
            made = _kept(inline=_inline(part.inline), level=part.level, bold=part.bold)
            return {"part": "para", **made}
        case Addressee():
            return {"part": "to", "inline": _inline(part.inline)}
        case Note():
            return {"part": "note", "inline": _inline(part.inline)}
        case Head():
            return {"part": "head", "lines": [_inline(line) for line in part.lines]}
        case Signature():
            return {"part": "sign", "lines": [_inline(line) for line in part.lines]}
        case Attachments():
            return {"part": "attachments", "lines": [_inline(name) for name in part.names]}
        case TablePart():
            rows = [
                {
                    "cells": [_cell(cell) for cell in row.cells],
                    **_kept(repeat=row.repeat, test=_test(row.test)),
                }
                for row in part.rows
            ]
            return {"part": "table", "widths": part.widths, "rows": rows, **_kept(heads=part.heads)}
        case Choice():
            made = {"part": "choice", "test": _test(part.test), "then": _parts(part.then)}
            return {**made, **_kept(other=_parts(part.other))}
        case Break():
            return {"part": "break"}
    raise TypeError(f"不认识的要素：{part}")


def _cell(cell: Cell) -> Any:
    return cell.merge or _inline(cell.inline)


def _test(test: str) -> Any:
    return {"=": _formula(test[1:].strip())} if test.startswith("=") else test


def _inline(items: Inline) -> list[Any]:
    out: list[Any] = []
    for item in items:
        match item:
            case Ref():
                out.append([item.label, item.column] if item.column else [item.label])
            case Repeat():
                out.append({"repeat": item.label})
            case When():
                made = {"when": _test(item.test), "then": _inline(item.then)}
                out.append({**made, **_kept(other=_inline(item.other))})
            case _:
                out.append(item)
    return out
