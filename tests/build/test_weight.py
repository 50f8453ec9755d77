"""清单组件多重：随页来的不超过 15 KB，全部加起来有个上限，压缩后算。"""

import gzip
import re

KB = 1024
PARTS = ("checklist.js", "checklist-later.js", "home.js")


def _weight(site, name: str) -> int:
    return len(gzip.compress((site / "assets" / name).read_bytes(), 9))


def test_a_checklist_brings_fifteen_kilobytes(site):
    """打开一张清单，自己的脚本只有一个，不超过 15 KB；面板里的点开才取。"""
    html = (site / "checklists/branch/founding/index.html").read_text("utf-8")
    own = re.findall(r'<script src="[^"]*assets/([a-z-]+\.js)"', html)

    assert own == ["checklist.js"]
    assert _weight(site, "checklist.js") <= 15 * KB


def test_all_of_it_together(site):
    """清单、面板、首页三个加起来；再长就要拆、要减，不是改这个数。"""
    assert sum(_weight(site, name) for name in PARTS) <= 34 * KB


def test_nothing_is_carried_twice(site):
    """面板那一半里没有清单那一半已经带了的：存取、合并、时限。"""
    later = (site / "assets/checklist-later.js").read_text("utf-8")

    assert ":corrupt:" not in later
    assert "快到了，" not in later
