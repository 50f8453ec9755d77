"""模型 → 交给 MkDocs 的 Markdown。页面永远等于模型；写了一半的文件也画得出来。

页里的小标题、列表、表格仍交给 Python-Markdown，链接照样由 ``--strict`` 核对。
"""

from collections.abc import Callable
from html import escape
from typing import Any

from jianjia.library import Library
from jianjia.model import Case, Checklist, Guide, Page, Plain, Policy, Template, Training
from jianjia.site.cite import Citer
from jianjia.site.render import checklist, plain, policy, prose, template, training

_DRAW: dict[type[Page], Callable[[Any, Library, Citer], str]] = {
    Plain: plain.draw,
    Guide: prose.guide,
    Case: prose.case,
    Checklist: checklist.draw,
    Policy: policy.draw,
    Template: template.draw,
    Training: training.draw,
}


def markdown(page: Page, library: Library) -> str:
    """一页的 Markdown：摘要、写坏了的提示、正文。"""
    citer = Citer(library.registers.laws, page.path)
    parts = [_summary(page), _mistakes(page, library), _DRAW[type(page)](page, library, citer)]
    return "\n\n".join(part for part in parts if part)


def _summary(page: Page) -> str:
    if not page.meta.summary or page.meta.model_dump().get("template"):
        return ""
    return f'<p class="jj-summary" markdown="span">{page.meta.summary}</p>'


def _mistakes(page: Page, library: Library) -> str:
    """预览时把看不懂的地方摆在页首，编辑不用去翻命令行。"""
    unreadable = [problem for path, problem in library.problems if path == page.path]
    found = [(p.line, p.message) for p in (*unreadable, *page.problems)]
    found += [(s.line, f"{s.why}：{s.text.strip()[:60]}") for s in page.strays]
    if not found:
        return ""
    rows = "\n".join(f"<li>第 {line} 行：{escape(text)}</li>" for line, text in sorted(found))
    return (
        '<div class="jj-mistakes" role="note">\n<p>这一页有写法要改（发布前必须改好）：</p>\n'
        f"<ul>\n{rows}\n</ul>\n</div>"
    )
