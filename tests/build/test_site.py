"""建好的网站：每页都在、每个锚点都在、链接两边都通。"""

import functools
import gzip
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from jianjia import anchors
from jianjia.model import Policy, Template
from jianjia.site.render import law as law_page


def html(site, path):
    return HTMLParser((site / path / "index.html").read_text("utf-8"))


def url(path: str) -> str:
    """仓库路径 → 网站里的文件夹。"""
    inside = path.removeprefix("docs/").removesuffix(".md")
    return re.sub(r"(^|/)(README|index)$", "", inside)


@pytest.fixture(scope="module")
def pages(site, library):
    return {path: html(site, url(path)) for path in library}


def test_every_page_has_its_title_once(pages, library):
    """一页一个标题，就是开头写的那个；首页是站名。"""
    for path, tree in pages.items():
        if path != "docs/index.md":
            assert [h.text(strip=True) for h in tree.css("h1")] == [library[path].title], path


def test_summary_comes_first(pages, library):
    """正文的第一样东西是摘要。"""
    for path, tree in pages.items():
        if library[path].meta.summary and path != "docs/index.md":
            assert tree.css_first(".jj-summary").text() == library[path].meta.summary, path


def test_every_predicted_anchor_exists(pages, library):
    """校验认为有的锚点，网页上真的有。"""
    for path, tree in pages.items():
        if library[path].kind == "plain":
            continue
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        missing = {a for a in anchors.of(library[path]) if a not in ids}
        skipped = {anchors.heading(b.text) for b in library[path].body if hasattr(b, "text")}
        assert missing - skipped == set(), path


def test_every_law_has_a_page_that_lists_who_cites_it(site, library):
    """法规页列出核过的条文，和引用每一条的页。"""
    laws = library.registers.laws
    for law in laws.values():
        tree = html(site, f"laws/{law.id}")
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        assert {anchors.entry(e.article) for e in law.articles if e.article} <= ids, law.id
    founding = html(site, "laws/gonghui-fa")
    section = founding.css_first("article").text()
    assert "引用它的页" in section
    assert law_page.summary(laws["gonghui-fa"]).startswith("《中华人民共和国工会法》")


def test_cited_statements_carry_strength_and_check(pages):
    """引用后面跟着强度和核对情况，都由登记册推出。"""
    tree = pages["docs/guides/branch/founding.md"]
    chips = {chip.text() for chip in tree.css(".jj-chip")}

    assert "法定·已核原文" in chips
    assert any("待核" in chip or "转引" in chip for chip in chips)


def test_every_document_can_be_downloaded(site, library):
    """每份文书和制度的空白件都在它自己的地址上，是真的 Word 文件。"""
    documents = [p for p in library.values() if isinstance(p, (Template, Policy))]
    for page in documents:
        path = site / (url(page.path) + ".docx")
        assert path.read_bytes()[:4] == b"PK\x03\x04", page.path
        assert (
            page.slug in html(site, url(page.path)).css_first(".jj-download a").attributes["href"]
        )


def test_old_addresses_lead_to_the_page(site, library):
    """旧地址有转向页，指到的文件真的存在。"""
    for page in library.values():
        for alias in page.meta.aliases:
            tree = HTMLParser((site / alias / "index.html").read_text("utf-8"))
            target = unquote(tree.css_first("a").attributes["href"])
            assert (site / alias / target / "index.html").resolve().is_file(), alias


def test_siblings_know_each_other(pages):
    """同一件事的指南、清单、文书互相列出。"""
    hrefs = [
        a.attributes["href"] for a in pages["docs/guides/branch/founding.md"].css(".jj-related a")
    ]

    assert any("checklists/branch/founding" in href for href in hrefs)
    assert any("training/founding" in href for href in hrefs)


def test_outdated_statements_are_all_listed(pages, library):
    """过时对照表一条不少。"""
    rows = pages["docs/guides/start/outdated.md"].css("article table tbody tr")
    outdated = [g for g in library.registers.guidance.values() if g.outdated]

    assert len(outdated) == 118
    assert len(rows) >= 118


def test_nothing_is_asked_of_other_sites(site):
    """网页和样式里没有一处向别的网站要东西。"""
    wanted = re.compile(
        r"""<(?:script|link|img|source|iframe)\b[^>]*(?:src|href)=["']?(?:https?:)?//(?!127\.0\.0\.1)"""
    )
    for path in site.rglob("*.html"):
        assert not wanted.search(path.read_text("utf-8")), path
    for path in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//", path.read_text("utf-8")), path


def test_edit_links_point_into_the_repository(site, root, monkeypatch):
    """“改这一页”指向仓库里真实的文件。"""
    from mkdocs.config import load_config

    monkeypatch.setenv("JIANJIA_EDIT", "https://example.org/edit/main/{path}")
    config = load_config(str(root / "mkdocs.yml"))

    assert config.edit_uri_template == "https://example.org/edit/main/{path}"


def test_no_page_is_heavy_on_a_first_visit(site, pages):
    """每一页连同样式和脚本压缩后不超过 120 KB；没有组件的页，自己的脚本一个字节都没有。"""

    @functools.cache
    def weight(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), 6))

    own: dict[str, int] = {}
    for path, tree in pages.items():
        page = site / url(path) / "index.html"
        needed = [n.attributes["src"] for n in tree.css("script[src]")]
        needed += [n.attributes["href"] for n in tree.css('link[rel="stylesheet"]')]
        files = [(page.parent / name.split("?")[0]).resolve() for name in needed]
        scripts = [f for f in files if f.suffix == ".js" and f.parent.name == "assets"]
        own[path] = sum(map(weight, scripts))
        if path != "docs/tools/profile.md":  # 一整套文书的工具，数据另算
            assert weight(page) + sum(map(weight, files)) <= 120 * 1024, path
    bare = {path for path in own if path.startswith(("docs/guides/", "docs/cases/", "docs/about/"))}
    assert {own[path] for path in bare} == {0}
    assert max(size for path, size in own.items() if path.startswith("checklists/")) <= 15 * 1024
