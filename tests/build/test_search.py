"""搜索索引：一节一条，记号和空表不进；打字以前只给一份空的。"""

import json

import pytest

from jianjia.export.payload import address
from jianjia.site import search

GAP = search.GAP


@pytest.fixture(scope="module")
def index(site):
    return json.loads((site / search.REAL).read_text("utf-8"))


def said(entry):
    return (entry["title"] + " " + entry["text"]).replace(GAP, "")


def test_a_page_is_divided_at_its_headings():
    """小标题以前的没有锚点；小标题的链接、标签、不进搜索的都去掉；转义的符号留着。"""
    html = (
        '<p>甲<span class="x" data-search-exclude="1">法定</span>《<a href="b">工会法</a>》</p>'
        '<h2 id="怎么做">怎么<em>做</em><a class="headerlink" href="#怎么做">¶</a></h2><ul><li>乙</li><li>1 &lt; 2</li></ul>'
        '<h2 data-search-exclude="1" id="表">表</h2><p>丙</p><h3 id="丁">丁</h3><p>戊</p>'
    )

    assert list(search.sections(html)) == [
        ("", "", "甲《工会法》"),
        ("怎么做", "怎么做", "乙 1 &lt; 2"),
        ("丁", "丁", "戊"),
    ]


def test_chinese_is_cut_into_words():
    assert search.segmented("筹建工会 25人") == f"筹建{GAP}工会{GAP} 25{GAP}人"


def test_every_page_for_readers_can_be_found(index, library):
    """给读者看的每一页都有头一条，别名跟着它；给编辑看的不在里面。"""
    first = {e["location"]: e for e in index["docs"] if "#" not in e["location"]}
    pages = [p for p in library.values() if not p.for_editors and p.kind != "plain"]

    found = {address(page) + "/": page for page in pages}
    assert found.keys() <= first.keys()
    for location, page in found.items():
        assert first[location].get("tags", []) == list(page.meta.keywords), page.path
    assert not any(location.startswith("about/rules") for location in first)
    assert not [e["location"] for e in index["docs"] if "#" in e["location"] and "tags" in e]


def test_labels_and_tables_of_blanks_are_left_out(index):
    """“法定·已核原文”这样的标签、每份文书都有的填写项表，不进索引。"""
    assert not [e["location"] for e in index["docs"] if "法定·已核原文" in said(e)]
    assert not [e["location"] for e in index["docs"] if e["location"].endswith("#填写项")]


def test_what_is_not_verified_says_so_in_the_results_too(index, library):
    """搜出来的那几句里，待核、转引的条文后面跟着标签，和网页上一样。"""
    page = library["docs/guides/democracy/congress.md"]
    entry = next(e for e in index["docs"] if e["location"] == address(page) + "/")

    assert "《企业民主管理规定》第十七条（规定·待核）" in said(entry)


def test_no_mark_is_left_in_the_pages(site):
    for path in ("laws/gonghui-fa", "templates/branch/jh-qingshi", "guides/branch/founding"):
        assert "data-search" not in (site / path / "index.html").read_text("utf-8")


def test_readers_get_an_empty_index_first(site, index, offline_site):
    """一打开页面就取的那一份是空的；离线版没有搜索。"""
    empty = json.loads((site / search.EMPTY).read_text("utf-8"))

    assert empty == {"config": index["config"], "docs": []}
    assert not (offline_site / "search").exists()
