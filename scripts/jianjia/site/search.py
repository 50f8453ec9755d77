"""搜索索引：一页按小标题分成几条；留到真打字了再下载。

索引自己做，不用主题的：主题把每个网页再解析一遍，占建站三成的时间；界面和查法还是主题的。
"""

import functools
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jieba
from material.plugins.search.plugin import SearchIndex
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

EMPTY, REAL = "search/search_index.json", "search/index.json"
"""主题一打开页面就取的，和 theme/assets/javascripts/workers/lazy-search.js 打字以后才取的。"""

_HEADING = re.compile(r'<h([1-6])((?=[^>]* id="([^"]+)")[^>]*)>(.*?)</h\1>', re.S)
_DROPPED = re.compile(
    r'<(\w+)[^>]* data-search-exclude[^>]*>.*?</\1>|<a class="headerlink".*?</a>|<style.*?</style>',
    re.S,
)
_CHIP = re.compile(r'<span class="jj-chip[^>]*>([^<]*)</span>')
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|span|strong|sub|sup)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_EXCLUDED = re.compile(r"\s?data-search-exclude(?:=\"[^\"]*\")?")
GAP = "\u200b"
"""词和词之间：零宽空格，看不见，主题照它分词。"""


class Index(SearchIndex):  # type: ignore[misc]
    """代替主题的索引：``plugin.search_index = Index(**plugin.config)``。"""

    def add_entry_from_context(self, page: Page) -> None:
        """收一页。开头写了不进搜索的不收；别名（tags）只跟着头一条。"""
        options = page.meta.get("search", {})
        if options.get("exclude"):
            return
        for number, (anchor, title, text) in enumerate(sections(page.content or "")):
            entry: dict[str, Any] = {
                "location": page.url + (f"#{anchor}" if anchor else ""),
                "title": segmented(title or str(page.meta.get("title", page.title))),
                "text": segmented(text),
                "boost": options.get("boost", 1),
            }
            if not number and page.meta.get("tags"):
                entry["tags"] = page.meta["tags"]
            self.entries.append(entry)


def sections(html: str) -> Iterator[tuple[str, str, str]]:
    """一页的 HTML → （锚点，小标题，文字）；头一条是小标题以前的，没有锚点。"""
    anchor = title = attributes = ""
    start = 0
    for m in (*_HEADING.finditer(html), None):
        if "data-search-exclude" not in attributes:
            yield anchor, title, plain(html[start : m.start() if m else len(html)])
        if m:
            anchor, attributes, start = m[3], m[2], m.end()
            title = plain(m[4])


def plain(html: str) -> str:
    """去掉标签和不进搜索的；“待核”“转引”放进括号；转义的符号留着，主题要当 HTML 印。"""
    kept = _CHIP.sub(r"（\1）", _DROPPED.sub("", html))
    text = _TAG.sub(" ", _INLINE.sub("", kept))
    return " ".join(text.split())


def segmented(text: str) -> str:
    """汉字分成词。"""
    return _HAN.sub(lambda m: f"{GAP}{_words(m[0])}{GAP}", text).strip(GAP)


@functools.cache
def _words(run: str) -> str:
    return GAP.join(jieba.cut(run))


def install(config: MkDocsConfig) -> None:
    """换上自己的索引；没有开搜索（离线版）就不动。"""
    jieba.setLogLevel(logging.WARNING)  # 装词典的几行英文，编辑用不着看
    plugin = config.plugins.get("material/search")
    if plugin is not None and plugin.config.enabled:
        plugin.search_index = Index(**plugin.config)


def unmarked(html: str) -> str:
    """“不进搜索”的记号用过就去掉，读者的网页里不留。"""
    return _EXCLUDED.sub("", html)


def defer(site: Path) -> None:
    """建好的网站里，真索引改名，原处放一份只有设置的。没有索引（离线版）就不动。"""
    path = site / EMPTY
    if not path.exists():
        return
    index = json.loads(path.read_text("utf-8"))
    (site / REAL).write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")
    path.write_text(json.dumps({"config": index["config"], "docs": []}), "utf-8")
