"""法规页：一部法的基本情况、核过的条文，和反过来——每一条被哪些页引用。"""

from jianjia import anchors
from jianjia.library import Library
from jianjia.registers import CHECK_LABELS, CHECK_MEANING, Entry, Law
from jianjia.site.cite import chip, law_path, relative
from jianjia.site.render import parts


def draw(law: Law, library: Library) -> str:
    return "\n\n".join(
        part
        for part in (
            f'<p class="jj-summary">{summary(law)}</p>',
            _facts(law, library),
            _warning(law, library),
            law.note,
            "## 登记的条文" if law.articles else "",
            *(_entry(e, n, law, library) for n, e in enumerate(law.articles)),
            _whole(law, library),
        )
        if part
    )


def summary(law: Law) -> str:
    named = "" if law.title == law.name else f"（简称《{law.title}》）"
    return f"《{law.name}》{named}：{law.level}，{law.strength}效力，{law.status}。"


def _facts(law: Law, library: Library) -> str:
    rows = [
        ("制定机关", law.issuer),
        ("文号", law.number),
        ("通过或发布", law.adopted),
        ("最近修改", law.revised),
        ("现行版本施行", law.effective),
        ("适用地区", law.region),
        ("全文", f"{law.total} 条" if law.total else ""),
        ("官方查询", f"<{law.url}>" if law.url else ""),
    ]
    body = "\n".join(
        f'<div markdown="1">\n<dt>{name}</dt>\n<dd markdown="span">{value}</dd>\n</div>'
        for name, value in rows
        if value
    )
    memory = "\n\n日期或文号凭记忆登记，引用前请核对。" if law.dates_from_memory else ""
    return f'<dl class="jj-facts" markdown="1">\n{body}\n</dl>{memory}' if body else ""


def _warning(law: Law, library: Library) -> str:
    if law.status == "已被取代" and law.replaced_by in library.registers.laws:
        new = library.registers.laws[law.replaced_by]
        return f'!!! warning "已被取代"\n\n    现在用[《{new.title}》]({new.id}.md)。'
    if law.region:
        return (
            f'!!! note "只在{law.region}适用"\n\n'
            "    这里登记的是存档文本，可能已经修订；使用前核对现行版本。别的地方不能照搬。"
        )
    return ""


def _entry(entry: Entry, n: int, law: Law, library: Library) -> str:
    name = entry.article or "、".join(entry.topics[:2]) or f"第 {n + 1} 项"
    verified = entry.verified if entry.number_verified else "memory"
    label = chip(law.strength, CHECK_LABELS[verified], CHECK_MEANING[verified], verified)
    unnumbered = "" if entry.article else "（条号没有核到）"
    # 没有条号的几项可以讲同一个事由，锚点带上次序才不重。
    anchor = anchors.entry(name) if entry.article else f"{anchors.entry(name)}-{n + 1}"
    pages = library.citing.get((law.id, entry.article), []) if entry.article else []
    source = law_path(law.id)
    where = "、".join(f"[{p.title}]({relative(source, p.path)})" for p in pages)
    seen = f"；{entry.seen}" if entry.seen else ""
    return "\n\n".join(
        part
        for part in (
            f"### {name}{unnumbered} {{ #{anchor} }}",
            f"{entry.says}{label}",
            entry.note and f"说明：{entry.note}",
            f'<p class="jj-checked">核对：{entry.checked}{seen}</p>',
            f"引用它的页：{where}\n{parts.UNSEARCHED}" if where else "",
        )
        if part
    )


def _whole(law: Law, library: Library) -> str:
    pages = library.citing.get((law.id, ""), [])
    if not pages:
        return ""
    source = law_path(law.id)
    rows = "\n".join(f"- [{p.title}]({relative(source, p.path)})" for p in pages)
    return f"## 提到整部文件的页 {parts.UNSEARCHED}\n\n{rows}"
