"""制度：每条后面标出能不能改、凭什么。"""

from html import escape

from jianjia import anchors
from jianjia.export import blanks
from jianjia.library import Library
from jianjia.model import Article, Chapter, FieldSpec, Inline, Policy, Ref, TablePart, When, get
from jianjia.office.policy import SCOPES
from jianjia.site.cite import Citer
from jianjia.site.render import parts, template

_SCOPE = {"可改": "free", "改须报批": "approve", "不可低于": "floor"}


def draw(page: Policy, library: Library, citer: Citer) -> str:
    legend = "；".join(f"{_scope(name)} {text}" for name, text in SCOPES.items())
    return "\n\n".join(
        part
        for part in (
            parts.blocks(page.intro, citer),
            template.download(page, library),
            template.fill_in(page),
            _annotated(page, library),
            f'<p class="jj-legend">{legend}。</p>',
            *(_chapter(chapter, citer) for chapter in page.chapters),
            _specs(page.specs),
            parts.blocks(page.after, citer),
        )
        if part
    )


def _annotated(page: Policy, library: Library) -> str:
    """空白的讲解版的真实地址。"""
    size = blanks.size(blanks.docx(library, page, notes=True))
    return (
        f'<p class="jj-also" markdown="span">[下载讲解版（Word，{size}）]({page.slug}-notes.docx)'
        f'{{ download="讲解版 {escape(page.title)}.docx" }}：每条旁边写明能不能改、凭什么，'
        "讲课、送审时用。</p>"
    )


def _chapter(chapter: Chapter, citer: Citer) -> str:
    out = [f"## {chapter.title}", parts.blocks(chapter.notes, citer)]
    out += [_article(article, citer) for article in chapter.articles]
    return "\n\n".join(part for part in out if part)


def _article(article: Article, citer: Citer) -> str:
    name = anchors.article(article.number)
    body = []
    for i, part in enumerate(article.parts):
        if isinstance(part, TablePart):
            body.append(_table(part))
            continue
        text = _highlight(getattr(part, "inline", ()))
        head = f'<a class="jj-article-no" href="#{name}">{name}</a> ' if i == 0 else ""
        body.append(f"<p>{head}{text}</p>")
    rest = [field for field in article.fields if field.name != "幅度"]
    scope = _scope(get(article, "幅度"))
    foot = parts.fields(rest, citer, "jj-article-basis")
    return (
        f'<div class="jj-article" id="{name}" markdown="1">\n'
        + "\n".join(body)
        + f'\n<div class="jj-article-foot" markdown="1">\n{scope}\n{foot}\n</div>\n</div>'
    )


def _scope(name: str) -> str:
    if name not in _SCOPE:
        return ""
    return f'<span class="jj-scope jj-scope--{_SCOPE[name]}" title="{SCOPES[name]}">{name}</span>'


def _specs(specs: tuple[FieldSpec, ...]) -> str:
    return f"## 填写项 {parts.UNSEARCHED}\n\n{template.specs_table(specs)}" if specs else ""


def _table(part: TablePart) -> str:
    """表格，合并的格子并好。"""
    rows = part.rows
    out = []
    for r, row in enumerate(rows):
        cells = []
        for c, cell in enumerate(row.cells):
            if cell.merge:
                continue
            across = down = 1
            while c + across < len(row.cells) and row.cells[c + across].merge == "←":
                across += 1
            while (
                r + down < len(rows)
                and c < len(rows[r + down].cells)
                and rows[r + down].cells[c].merge == "↑"
            ):
                down += 1
            span = (f' colspan="{across}"' if across > 1 else "") + (
                f' rowspan="{down}"' if down > 1 else ""
            )
            tag = "th" if r < part.heads else "td"
            cells.append(f"<{tag}{span}>{_highlight(cell.inline)}</{tag}>")
        out.append("<tr>" + "".join(cells) + "</tr>")
    return '<table class="jj-p-table">\n' + "\n".join(out) + "\n</table>"


def _highlight(text: Inline) -> str:
    """一行字：填写项加底色，条件用虚线框出来。"""
    out = []
    for item in text:
        if isinstance(item, str):
            out.append(escape(item))
        elif isinstance(item, Ref):
            name = item.label + (f"·{item.column}" if item.column else "")
            out.append(f'<span class="jj-blank">【{escape(name)}】</span>')
        elif isinstance(item, When):
            other = f"／{_highlight(item.other)}" if item.other else ""
            out.append(
                f'<span class="jj-when" title="不适用就删去">{_highlight(item.then)}{other}</span>'
            )
    return "".join(out)
