"""搜索索引留到真打字了再下载：页面先拿到一份空的，真的另存一个名字。"""

import json
from pathlib import Path

EMPTY, REAL = "search/search_index.json", "search/index.json"
"""主题一打开页面就取的，和 theme/assets/javascripts/workers/lazy-search.js 打字以后才取的。"""


def defer(site: Path) -> None:
    """建好的网站里，真索引改名，原处放一份只有设置的。没有索引（离线版）就不动。

    一页的别名（开头的 keywords）只留在这一页的头一条上，不跟着每一节重复。
    """
    path = site / EMPTY
    if not path.exists():
        return
    index = json.loads(path.read_text("utf-8"))
    for entry in index["docs"]:
        if "#" in entry["location"]:
            entry.pop("tags", None)
    (site / REAL).write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")
    path.write_text(json.dumps({"config": index["config"], "docs": []}), "utf-8")
