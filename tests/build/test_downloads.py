"""空白件的真实地址：文书、讲解版、空白台账都在，写着的大小就是文件的大小。"""

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from jianjia.export import blanks
from jianjia.export.payload import address
from jianjia.model import Policy, Template


def links(site, page):
    """这一页上下载文件的链接：地址 → 链接的字。"""
    tree = HTMLParser((site / address(page) / "index.html").read_text("utf-8"))
    found = tree.css("a[download]")
    return {unquote(a.attributes["href"]).rpartition("/")[2]: a.text() for a in found}


def stated(text):
    return re.search(r"[0-9]+ KB", text)[0]


def test_sizes_are_those_of_the_files(site, library):
    for page in library.values():
        if not isinstance(page, (Template, Policy)):
            continue
        found = links(site, page)
        wanted = [f"{page.slug}.docx"]
        if isinstance(page, Policy):
            wanted.append(f"{page.slug}-notes.docx")
        elif page.meta.layout in blanks.SHEETED:
            wanted.append(f"{page.slug}.xlsx")
        for name in wanted:
            data = (site / address(page)).with_name(name).read_bytes()
            assert stated(found[name]) == blanks.size(data), (page.path, name)


def test_annotated_policies_say_what_the_clean_ones_do_not(site, library):
    page = next(p for p in library.of_kind("policy") if isinstance(p, Policy))
    folder = (site / address(page)).parent
    clean = (folder / f"{page.slug}.docx").read_bytes().decode("utf-8", "ignore")
    noted = (folder / f"{page.slug}-notes.docx").read_bytes().decode("utf-8", "ignore")

    assert "讲解版" in noted
    assert "讲解版" not in clean
    assert "单位自己定" not in clean
