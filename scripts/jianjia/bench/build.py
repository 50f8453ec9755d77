"""建站快慢：和不加任何东西的 mkdocs-material 建同样的页比。

基线拿到的是我们画好的 Markdown（法规页也在内），所以两边的页数、字数、链接都一样。
"""

import sys
import tempfile
from pathlib import Path

from jianjia.bench import Contender, Timing, alternate
from jianjia.library import Library
from jianjia.site import render
from jianjia.site.cite import law_path
from jianjia.site.render import law as law_page

PLAIN = """\
site_name: 基线
docs_dir: source
theme:
  name: material
  language: zh
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.prune, navigation.top, search.highlight, toc.follow]
plugins:
  - search:
      lang: [zh, en]
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - toc: {permalink: true, slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.superfences
  - pymdownx.highlight: {use_pygments: false}
"""


def run(root: Path, runs: int) -> tuple[int, list[Timing]]:
    """（页数，各项用时）。"""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        count = stage(root, work)
        ours = [sys.executable, str(root / "scripts/build.py"), "--out", str(work / "ours")]
        plain = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(work / "plain")]
        return count, alternate(
            [
                Contender("mkdocs-material（prune）", plain, work),
                Contender("建家手册（strict）", ours, root),
            ],
            runs,
        )


def stage(root: Path, work: Path) -> int:
    """把画好的 Markdown 按仓库的样子放好，返回页数。"""
    library = Library.load(root)
    pages = {
        path: f"# {page.title}\n\n{render.markdown(page, library)}"
        for path, page in library.items()
    }
    for law in library.registers.laws.values():
        pages[law_path(law.id)] = f"# {law.title}\n\n{law_page.draw(law, library)}"
    for path, text in pages.items():
        target = work / "source" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (work / "mkdocs.yml").write_text(PLAIN, "utf-8")
    return len(pages)
