"""正文里的引用：加上到法规页的链接、强度和核对情况。编辑只写“《工会法》第十一条”。"""

import posixpath
import re
from html import escape

from jianjia import anchors, citation
from jianjia.citation import EXPERIENCE, Citation
from jianjia.registers import ADVICE, CHECK_LABELS, CHECK_MEANING, UNSURE, Law, Laws

_SKIP = re.compile(
    r"(`+).+?\1|!?\[[^\]\n]*\]\([^)\n]*\)|<[^>\n]+>|^#{1,6} .*$|^(?: {4}|\t).*$", re.M
)
"""不动的地方：代码、已有的链接、HTML 标签、小标题。"""

UNPINNED = "未注条号"


def law_path(law_id: str) -> str:
    """法规页的仓库路径；这些页由登记册生成，没有实体文件。"""
    return f"docs/laws/{law_id}.md"


def relative(source: str, target: str) -> str:
    """从一页到另一页的相对路径。"""
    return posixpath.relpath(target, posixpath.dirname(source))


class Citer:
    """替一页加引用的链接和标签；*source* 是这一页的仓库路径。"""

    def __init__(self, laws: Laws, source: str) -> None:
        self.laws = laws
        self.source = source

    def text(self, markdown: str) -> str:
        """一段正文。没写条号的引用只加链接，不加标签。"""
        out, at = [], 0
        for m in _SKIP.finditer(markdown):
            if m[0].startswith("    ") and re.match(r"\s+(?:[-*+]|\d+\.) ", m[0]):
                continue
            out += [self._plain(markdown[at : m.start()]), m[0]]
            at = m.end()
        return "".join(out) + self._plain(markdown[at:])

    def basis(self, text: str) -> str:
        """“依据”一栏：每个依据都要有标签，工作经验也有。"""
        return "；".join(
            self._one_basis(part.strip()) for part in re.split("[；;]", text) if part.strip()
        )

    def _one_basis(self, part: str) -> str:
        if part.rstrip("。") == EXPERIENCE:
            return f"{EXPERIENCE}{chip(ADVICE, '', '来自实际工作，没有成文规定')}"
        return self._plain(part, always=True)

    def _plain(self, text: str, *, always: bool = False) -> str:
        if "《" not in text:
            return text
        out, at = [], 0
        for cite in citation.find(text):
            if cite.start == cite.end:
                continue
            law = self.laws.find(cite.law)
            if law is None:
                continue
            shown = text[cite.start : cite.end]
            out += [text[at : cite.start], self.link(cite, law, shown)]
            if cite.article or cite.topic or always:
                out.append(self.label(cite, law))
            at = cite.end
        return "".join(out) + text[at:]

    def link(self, cite: Citation, law: Law, shown: str) -> str:
        entries = law.entries(cite)
        anchor = f"#{anchors.entry(cite.article)}" if cite.article and entries else ""
        says = _attribute(entries[0].says if entries else law.name)
        address = relative(self.source, law_path(law.id)) + anchor
        return f'[{shown}]({address} "{says}"){{ .jj-cite }}'

    def label(self, cite: Citation, law: Law) -> str:
        if not cite.article and not law.entries(cite):
            return chip(law.strength, UNPINNED, "引用了整部文件，没有指明哪一条", "none")
        verdict = self.laws.verdict(cite)
        return chip(law.strength, CHECK_LABELS[verdict], CHECK_MEANING[verdict], verdict)


def chip(strength: str, check: str, title: str, kind: str = "advice") -> str:
    """一枚小标签：``法定·已核原文``。哪一页都有，不进搜索；待核、转引的，搜出来的那几句里也要带着。"""
    text = "·".join(part for part in (strength, check) if part)
    hidden = "" if kind in UNSURE else ' data-search-exclude="1"'
    return f'<span class="jj-chip jj-chip--{kind}" title="{escape(title)}"{hidden}>{text}</span>'


def _attribute(text: str) -> str:
    """放进 Markdown 链接标题里的字：去掉会打断它的符号。"""
    table = str.maketrans(
        {'"': "”", "(": "（", ")": "）", "[": "［", "]": "］", "|": "｜", "\n": " "}
    )
    return text.translate(table)
