"""培训课：投影、讲稿、练习、测验都在一页上，打印出来就是讲师手册。"""

from html import escape

from jianjia.library import Library
from jianjia.model import Question, Slide, Training
from jianjia.site.cite import Citer
from jianjia.site.render import parts


def draw(page: Training, library: Library, citer: Citer) -> str:
    goals = "\n".join(f"- {goal}" for goal in page.meta.goals)
    return "\n\n".join(
        part
        for part in (
            _times(page),
            f"**学完能做到**\n\n{goals}" if goals else "",
            parts.blocks(page.intro, citer),
            *(_slide(n, slide, citer) for n, slide in enumerate(page.slides, 1)),
            _quiz(page, citer),
        )
        if part
    )


def _times(page: Training) -> str:
    core = sum(slide.minutes for slide in page.slides if slide.core)
    full = sum(slide.minutes for slide in page.slides)
    return f'<p class="jj-times">全讲 {full} 分钟；只讲必讲的 {core} 分钟。测验 {len(page.questions)} 题。</p>'


def _slide(n: int, slide: Slide, citer: Citer) -> str:
    kind = "必讲" if slide.core else "选讲"
    notes = [field for field in slide.fields if field.name not in {"时间", "级别"}]
    return "\n\n".join(
        part
        for part in (
            f'<section class="jj-slide" data-core="{str(slide.core).lower()}" markdown="1">',
            f"## {slide.title}",
            f'<p class="jj-slide-time">第 {n} 张 · {slide.minutes} 分钟 · {kind}</p>',
            parts.blocks(slide.blocks, citer),
            parts.fields(notes, citer, "jj-talk"),
            "</section>",
        )
        if part
    )


def _quiz(page: Training, citer: Citer) -> str:
    if not page.questions:
        return ""
    passing = f"答对 {page.meta.passing} 题算过。" if page.meta.passing else ""
    body = "\n\n".join(_question(n, q, citer) for n, q in enumerate(page.questions, 1))
    return f'## 测验\n\n先自己想，再点开看解析。{passing}\n\n<div class="jj-quiz" markdown="1">\n\n{body}\n\n</div>'


def _question(n: int, question: Question, citer: Citer) -> str:
    many = "（多选）" if sum(option.right for option in question.options) > 1 else ""
    items = "\n".join(f"<li>{escape(option.text)}</li>" for option in question.options)
    whys = "\n".join(
        f'<li markdown="span">{"✓ 对" if option.right else "✗ 错"}　{option.text}　{citer.text(option.why)}</li>'
        for option in question.options
    )
    return (
        f'<div class="jj-question-box" id="第{n}题" markdown="1">\n'
        f'<p markdown="span"><strong>{n}. {question.text}</strong>{many}</p>\n'
        f'<ol type="A">\n{items}\n</ol>\n'
        f'<details markdown="1">\n<summary>看解析</summary>\n<ol type="A" markdown="1">\n{whys}\n</ol>\n</details>\n</div>'
    )
