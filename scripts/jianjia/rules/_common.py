"""几条规则都要问的：这一页的开头读没读出来、是不是写给编辑看的、哪几行是文书的正文。"""

import re
from collections.abc import Callable, Iterable, Iterator

from jianjia import links, outline
from jianjia.links import BLANK
from jianjia.model import Page, Policy, Stray, Template
from jianjia.outline import Block, Heading, Paragraph

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
"""汉字，用在正则的方括号里。"""

_BROKEN = frozenset({"FM001", "FM005", "FM006", "FM007"})


def broken(page: Page) -> bool:
    """开头没读出来；这时别的毛病多半是它引起的，先不说。"""
    return any(problem.code in _BROKEN for problem in page.problems)


def strays(page: Page) -> Iterator[Stray]:
    """看不懂的行；缩进不对的归 LST102，像方框而不是方框的归 CHK107，不重复说。"""
    for stray in page.strays:
        if not _NOT_STRAY.match(stray.text) and not LIKE_BOX.match(stray.text):
            yield stray


_NOT_STRAY = re.compile(r" +(?:[-*+]|\d+[.)])[ \t]|\s*\[.?\]\(")
"""缩进的列表项；以一个字的链接开头的一行，不是方框。"""


LIKE_BOX = re.compile(
    r"[ \t]*(?:[-*+·•—－–＊]|\d+[.)、])?[ \t\u3000\xa0]*"
    r"(?:\[[ xX\t\u3000\xa0√✓✔]*\]|［[ xX\u3000\xa0√✓✔]*］|【[ xX\u3000\xa0√✓✔]*】|[□☐☑])"
)
"""一行开头像方框的：``- [ ]``、``- 【 】``、``— [ ]``、``□``……"""


def sections(page: Page) -> Iterator[tuple[str, int, int]]:
    """（小标题，第一行，最后一行）：二级小标题管到下一个二级小标题。"""
    heads = [b for b in page.blocks_of(Heading) if b.level <= 2]
    last = len(page.outline.rows)
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        yield head.text, head.line, after.line - 1 if after else last


def paragraphs(page: Page) -> list[Paragraph]:
    return page.blocks_of(Paragraph)


def printed(page: Page) -> range:
    """文书里要印出来的那些行（“正文”一节）；别的页是空的。"""
    if isinstance(page, Template):
        for text, first, last in sections(page):
            if text == "正文":
                return range(first, last + 1)
    return range(0)


def is_document(page: Page) -> bool:
    """要印成文件的：文书、制度。"""
    return isinstance(page, (Template, Policy))


def glued(block: Block) -> bool:
    """这一块有好几行，会拼成一段。"""
    return isinstance(block, Paragraph) and len(block.lines) > 1


# —— 自动改 ——


def replace(pattern: str, make: Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    """改法：正文里合 *pattern* 的地方换一种写法；开头的键值、代码、注释里的不动。"""

    def fix(text: str) -> str:
        out, at = [], 0
        for m in re.finditer(pattern, prose(text), re.M):
            if BLANK not in m[0]:
                out += [text[at : m.start()], make(m)]
                at = m.end()
        return "".join(out) + text[at:]

    return fix


def prose(text: str) -> str:
    """全文，代码、注释和开头的键值换成等长的空字符。"""
    return links.blank(outline.parse("", text))


def insert_blank_lines(text: str, before: Callable[[Block], Iterable[int]]) -> str:
    """在 *before* 说的那些行前面各空一行。"""
    rows = text.split("\n")
    doc = outline.parse("", text)
    for number in sorted({n for block in doc.blocks for n in before(block)}, reverse=True):
        rows.insert(number - 1, "")
    return "\n".join(rows)
