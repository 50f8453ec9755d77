"""文书：怎么用、下载空白件、要填什么、全文是什么样。"""

from html import escape

from jianjia import document
from jianjia.export import blanks, payload
from jianjia.library import Library
from jianjia.model import FieldSpec, Policy, Template, When
from jianjia.site.cite import Citer, relative
from jianjia.site.render import paper, parts

PROFILE = "docs/tools/profile.md"


def draw(page: Template, library: Library, citer: Citer) -> str:
    specs = library.specs(page)
    shared = _shared(page, specs)
    return "\n\n".join(
        part
        for part in (
            download(page, library),
            fill_in(page),
            _ledger(page, library),
            _whole_set(page, library, citer),
            "## 使用说明",
            parts.fields(page.fields, citer, "jj-usage"),
            f"## 填写项 {parts.UNSEARCHED}",
            specs_table(page.specs),
            f"另外用到单位档案里的：{'、'.join(shared)}。" if shared else "",
            parts.blocks(page.notes, citer),
            f"## 正文 {parts.UNSEARCHED}",
            "灰底的是要填的地方；打印前查一遍“【”，一个都不能剩。",
            paper.draw(blanks.flow(library, page)),
        )
        if part
    )


def _shared(page: Template, specs: dict[str, FieldSpec]) -> list[str]:
    used: dict[str, None] = {}
    for _, text in document.inlines(page.parts):
        for token in document.walk(text):
            label = token.test if isinstance(token, When) else token.label
            if label in specs and specs[label].source != "own":
                used[label] = None
    return list(used)


def download(page: Template | Policy, library: Library) -> str:
    """空白件的真实地址；微信里也能复制出来。"""
    name = f"{page.slug}.docx"
    size = blanks.size(blanks.docx(library, page))
    return (
        f'<p class="jj-download" markdown="span">[下载空白件（Word，{size}）]({name}){{ .md-button '
        f'download="{escape(page.meta.model_dump().get("name") or page.title)}.docx" }}</p>'
    )


def _ledger(page: Template, library: Library) -> str:
    """空白台账的 .xlsx，真实地址；别的版式没有。"""
    if page.meta.layout not in blanks.SHEETED:
        return ""
    size = blanks.size(blanks.xlsx(library, page))
    return (
        f'<p class="jj-also" markdown="span">[下载空白台账（Excel，{size}）]({page.slug}.xlsx)'
        f'{{ download="{escape(page.title)}.xlsx" }}：在电脑上一直往下记的用这个。</p>'
    )


def fill_in(page: Template | Policy) -> str:
    """在线填写的位置；没有脚本就什么也没有。"""
    return f'<div class="jj-fill" data-document="office/{payload.name_of(page)}"></div>'


def _whole_set(page: Template, library: Library, citer: Citer) -> str:
    """整套文书一起填的入口；不在文书包里的没有。"""
    packs = [payload.PACKS[pack] for pack in page.meta.packs if pack in payload.PACKS]
    if not packs or PROFILE not in library:
        return ""
    address = relative(page.path, PROFILE)
    return (
        '<p class="jj-whole-set" markdown="span">这份文书在'
        f"{'、'.join(packs)}里。几份一起办，到[单位档案]({address})填一次，整套都出来。</p>"
    )


def specs_table(specs: tuple[FieldSpec, ...]) -> str:
    if not specs:
        return ""
    rows = "\n".join(
        f"| {s.label} | {s.type} | {'自动算' if s.derive else '必填' if s.required else '可空'} "
        f"| {_example(s)} | {s.note} |"
        for s in specs
    )
    return f"| 填写项 | 类型 | 填不填 | 示例 | 说明 |\n| --- | --- | --- | --- | --- |\n{rows}"


def _example(spec: FieldSpec) -> str:
    return str(spec.example or "").replace("|", "／").replace("\n", " ")
