"""种下去的四十处毛病：二十处在源文件，二十处在网页。一处一页，工具的输出里提到那个文件就算找到。"""

import json
import posixpath
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from jianjia.bench import corpus
from jianjia.bench.corpus import Made


@dataclass(frozen=True, slots=True)
class Planted:
    """一处毛病：说法，和报告里应当提到的文件。"""

    name: str
    path: str


SOURCE: tuple[tuple[str, str], ...] = (
    ("指向不存在的文件", "[甲](no-such-page.md)"),
    ("别的页里没有这个锚点", "[甲]({peer}#没有这一节)"),
    ("本页没有这个锚点", "[甲](#没有这一节)"),
    ("锚点大小写不对", "[甲]({list}#{ID})"),
    ("锚点编码了两次", "[甲]({peer}#{twice})"),
    ("锚点字形不同（NFD）", "## 小憩 caf\u00e9\n\n[甲](#小憩-cafe\u0301)"),
    ("文件名大小写不对", "[甲]({PEER})"),
    ("走出仓库", "[甲](../../../../../outside.md)"),
    ("锚点用序号", "[甲]({peer}#_3)"),
    ("全角圆括号", "[甲]（{peer}）"),
    ("方头括号", "【甲】({peer})"),
    ("方括号后有空格", "[甲] ({peer})"),
    ("地址空着", "[甲]()"),
    ("会运行脚本的地址", "[甲](javascript:alert(1))"),
    ("缺图", "![流程图](missing.png)"),
    ("地址带进句号", "[甲]({peer}。)"),
    ("全角井号", "[甲]({peer}＃相关)"),
    ("以“/”开头", "[甲](/docs/index.md)"),
    ("方框打成全角", "- 【 】 找三个人谈话"),
    ("事项编号重复", "- [ ] 再做一遍 `{id}`\n    - 依据：工作经验"),
)
"""（说法，加在正文末尾的字）。最后两条加在清单里，其余加在指南里。"""

_SIMPLE: tuple[tuple[str, str], ...] = (
    ("指向不存在的页", '<a href="../no-such-page/">甲</a>'),
    ("别的页里没有这个锚点", '<a href="{peer}#没有这一节">甲</a>'),
    ("本页没有这个锚点", '<a href="#没有这一节">甲</a>'),
    ("锚点编码了两次", '<a href="{peer}#{twice}">甲</a>'),
    ("锚点大小写不对", '<a href="{peer}#__RELATED">甲</a>'),
    ("锚点字形不同（NFD）", '<h2 id="caf\u00e9">小憩</h2><a href="#cafe\u0301">甲</a>'),
    ("路径大小写不对", '<a href="{PEER}">甲</a>'),
    ("缺图", '<img src="../missing.png" alt="流程图">'),
    ("缺样式", '<link rel="stylesheet" href="../missing.css">'),
    ("srcset 里缺一张", '<img srcset="{up}assets/logo.svg 1x, ../missing2.png 2x" alt="图">'),
    ("缺下载的文件", '<a href="../missing.docx">下载</a>'),
    ("走出网站", '<a href="../../../../../../outside/">甲</a>'),
    ("不在网站所在的路径下", '<a href="/other/">甲</a>'),
    ("编号重复", '<p id="same">甲</p><p id="same">乙</p>'),
    ("会运行脚本的地址", '<a href="javascript:alert(1)">甲</a>'),
    ("向第三方要脚本", '<script src="https://cdn.example.com/a.js"></script>'),
)
TURN = '<!doctype html><meta http-equiv="refresh" content="0; url={}"><title>转</title>'


def plant_source(source: Path, made: Sequence[Made]) -> list[Planted]:
    """在源文件里种二十处。"""
    guides = [page for page in made if page.kind == "guide"]
    lists = [page for page in made if page.kind == "checklist"]
    hosts = iter([*guides[10:], *guides[:10]])
    own = iter(lists[1:])
    first = next(name for name in lists[0].anchors if name.startswith("z"))
    out = []
    for number, (name, text) in enumerate(SOURCE):
        page = next(own) if number >= len(SOURCE) - 2 else next(hosts)
        folder = posixpath.dirname(page.path)
        peer = posixpath.relpath(guides[0].path, folder)
        mine = next((one for one in page.anchors if one.startswith("z")), "")
        values = {
            "peer": peer,
            "PEER": posixpath.join(posixpath.dirname(peer), posixpath.basename(peer).upper()),
            "twice": quote(quote(guides[0].anchors[0])),
            "list": posixpath.relpath(lists[0].path, folder),
            "ID": first.upper(),
            "id": mine.upper(),
        }
        path = source / page.path
        gap = "" if text.startswith("- ") else "\n"
        path.write_text(path.read_text("utf-8") + f"{gap}{text.format(**values)}\n", "utf-8")
        out.append(Planted(name, page.path))
    return out


def plant_html(site: Path, made: Sequence[Made]) -> list[Planted]:
    """在网页里种二十处。"""
    guides = [page for page in made if page.kind == "guide"]
    hosts = iter(guides[10:] + guides[:10])
    out = []
    for name, text in _SIMPLE:
        page = next(hosts)
        peer = posixpath.relpath(guides[0].url, page.url) + "/"
        values = {
            "peer": peer,
            "PEER": peer.replace("guide-", "Guide-"),
            "twice": quote(quote(guides[0].anchors[0])),
            "up": "../" * page.url.count("/"),
        }
        _append(site / page.url / "index.html", text.format(**values))
        out.append(Planted(name, page.url))
    page = next(hosts)
    name = page.url.rstrip("/").rpartition("/")[2]
    turns = {"gone-1": "../gone/", "loop-1": "../loop-2/", "loop-2": "../loop-1/"}
    folder = site / posixpath.dirname(page.url.rstrip("/"))
    for old, target in turns.items():
        (folder / old).mkdir()
        (folder / old / "index.html").write_text(TURN.format(target), "utf-8")
        _append(site / page.url / "index.html", f'<a href="../{old}/">{name}</a>')
    document = next(other for other in made if other.kind == "template")
    (site / (document.url.rstrip("/") + ".docx")).write_text("<!doctype html>404", "utf-8")
    style = site / "assets/palette.css"
    style.write_text(style.read_text("utf-8") + 'b{background:url("missing.svg")}\n', "utf-8")
    return [
        *out,
        Planted("转向不存在的页", "gone-1/index.html"),
        Planted("转向绕圈", "loop-1/index.html"),
        Planted("附件内容和扩展名不符", document.url.rstrip("/") + ".docx"),
        Planted("样式里缺图", "assets/palette.css"),
    ]


def _append(path: Path, text: str) -> None:
    page = path.read_text("utf-8")
    path.write_text(page.replace("</article>", f"{text}\n</article>", 1), "utf-8")


def main(root: Path, folder: Path, pages: int) -> None:
    """生成语料，复制一份种上毛病；打印种在哪里。"""
    made = corpus.generate(root, folder, pages)
    out = {}
    for on, plant in (("source", plant_source), ("site", plant_html)):
        shutil.copytree(folder / on, folder / f"bad-{on}")
        out[on] = [(one.name, one.path) for one in plant(folder / f"bad-{on}", made)]
    json.dump(out, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
