"""基准用的语料：把仓库自己的正文重新拼成几百、几千页，链接都是通的。同一个种子，每次拼得一样。

每页两份：照我们格式写的 Markdown，和建好以后的 HTML（版面照着主题的网页写，不跑生成器，
三千页也只要几秒）。
"""

import itertools
import posixpath
import random
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from markdown import Markdown

from jianjia import anchors
from jianjia.bench import html as html_page
from jianjia.library import Library
from jianjia.meta import THEMES
from jianjia.model import Checklist, Page
from jianjia.rules import RULES, run

KINDS = ("guide", "policy", "checklist", "template", "training", "case")
"""各种页都有，比例照仓库里的。"""
SOURCE_LINKS, PAGE_LINKS = 6, 62
"""每页至少几个链接：源文件照真实的内容（平均六个），网页上还有导航、目录、相关，六十来个。"""
_DROPPED = ("title:", "aliases:", "matter:", "prefix:", "theme:", "retired:", "guidance:")
_SLOT = re.compile(r"@@(\d+)@@")
_LINK = re.compile(r"(?<=\]\()(?![a-zA-Z][a-zA-Z0-9+.\-]*:)[^()\s]+(?=\))")
_ANCHORS = re.compile(r'<(?:h2|code|strong) id="([^"]+)"')
_IDS = re.compile(r'\bid="([^"]+)"')
_HEADING = re.compile(r"^## ", re.M)


@dataclass(frozen=True, slots=True)
class Piece:
    """一段正文，Markdown 和 HTML 各一份；链接的地方是 ``@@0@@``、``@@1@@``……"""

    text: str
    html: str
    slots: int

    @property
    def ids(self) -> list[str]:
        return _IDS.findall(self.html)

    @property
    def anchors(self) -> list[str]:
        """网页上也一定有的锚点：文书正文、测验题目里的三级小标题不算。"""
        return _ANCHORS.findall(self.html)


@dataclass(frozen=True, slots=True)
class Seed:
    """一页真实内容：开头的键值和各段正文。"""

    kind: str
    front: str
    pieces: tuple[Piece, ...]
    prefix: str


@dataclass(frozen=True, slots=True)
class Made:
    """拼出来的一页；``number`` 是第几页。"""

    number: int
    path: str
    title: str
    kind: str
    front: str
    pieces: tuple[Piece, ...]

    @property
    def url(self) -> str:
        return self.path.removeprefix("docs/").removesuffix(".md") + "/"

    @property
    def anchors(self) -> list[str]:
        return [name for piece in self.pieces for name in piece.anchors]


def generate(root: Path, out: Path, count: int, seed: int = 1925) -> list[Made]:
    """拼 *count* 页，源文件放在 ``out/source``，网页放在 ``out/site``。"""
    shutil.rmtree(out, ignore_errors=True)
    rng = random.Random(seed)  # noqa: S311 —— 要的就是每次一样
    library = Library.load(root)
    made = list(_make(_seeds(library), count, rng))
    shutil.copytree(root / "data", out / "source/data")
    _write(out / "source/docs/index.md", "---\ntitle: 首页\n---\n\n语料的首页。\n")
    for page in made:
        links = _targets(page, made, rng)
        _write(out / "source" / page.path, _markdown(page, links))
        _write(out / "site" / page.url / "index.html", _html(page, links, made))
    _rest(out / "site", made)
    return made


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


# ── 取料 ──────────────────────────────────────────────────────────────


def _seeds(library: Library) -> dict[str, list[Seed]]:
    """挑没有毛病的真实页（链接会另接，所以链接的毛病不算）。"""
    codes = [code for code in RULES if not code.startswith(("LNK", "OWN"))]
    dirty = {finding.path for finding in run(library, codes)}
    out: dict[str, list[Seed]] = {}
    for path, page in sorted(library.items()):
        if path not in dirty and _usable(page):
            out.setdefault(page.kind, []).append(_seed(page))
    return out


def _usable(page: Page) -> bool:
    """清单要没有用到别的清单的事项，开头不是任务（前面要添一段链接）。"""
    if page.kind not in KINDS or page.path.endswith("README.md"):
        return False
    if not isinstance(page, Checklist):
        return True
    return bool(page.intro) and not any(item.same_as for item in page.items)


def _seed(page: Page) -> Seed:
    lines = page.outline.lines
    first = page.outline.body_line - 1
    front = "\n".join(line for line in lines[1 : first - 1] if not line.startswith(_DROPPED))
    body = "\n".join(lines[first:]).strip()
    prefix = page.meta.prefix if isinstance(page, Checklist) else ""
    split = _sections(body) if page.kind in {"guide", "case"} else [body]
    return Seed(page.kind, front, tuple(map(_piece, split)), prefix)


def _sections(body: str) -> list[str]:
    """按二级小标题切开；围栏里的不算。"""
    fenced = [m.span() for m in re.finditer(r"^(`{3,}).*?^\1", body, re.S | re.M)]
    cuts = [
        m.start()
        for m in _HEADING.finditer(body)
        if not any(start <= m.start() < end for start, end in fenced)
    ]
    edges = [0, *cuts, len(body)]
    return [body[a:b].strip() for a, b in itertools.pairwise(edges) if body[a:b].strip()]


def _piece(text: str) -> Piece:
    numbers = iter(range(10_000))
    slotted = _LINK.sub(lambda _: f"@@{next(numbers)}@@", text)
    engine = Markdown(
        extensions=["tables", "toc", "attr_list", "admonition", "pymdownx.superfences"],
        extension_configs={"toc": {"slugify": anchors.slugify, "permalink": True}},
    )
    html = engine.convert(slotted)
    html = re.sub(
        r"<code>([A-Z]{2}-[A-Z]{2}-\d+)</code>",
        lambda m: f'<code id="{anchors.item(m[1])}">{m[1]}</code>',
        html,
    )
    html = re.sub(
        r"<strong>(第[零一二三四五六七八九十百]+条)</strong>", r'<strong id="\1">\1</strong>', html
    )
    return Piece(slotted, html, next(numbers))


# ── 拼 ────────────────────────────────────────────────────────────────


def _make(seeds: dict[str, list[Seed]], count: int, rng: random.Random) -> Iterator[Made]:
    every = [seed for kind in KINDS for seed in seeds.get(kind, ())]
    rng.shuffle(every)  # 一轮一轮地用，各种页的比例就是仓库里的
    themes = list(THEMES)
    for number, seed in enumerate(itertools.islice(itertools.cycle(every), count)):
        kind, theme = seed.kind, rng.choice(themes)
        title = f"第{number + 1}页的样子"
        front = [f"title: {title}", *seed.front.splitlines()]
        if kind in {"training", "case"}:
            front.append(f"theme: {theme}")
        pieces = seed.pieces
        if kind in {"guide", "case"}:
            pieces = _mixed(seed, seeds[kind], rng)
        if seed.prefix:
            prefix = _prefix(number)
            front.append(f"prefix: {prefix}")
            pieces = tuple(_renumbered(piece, seed.prefix, prefix) for piece in pieces)
        path = _path(kind, theme, f"{kind}-{number + 1:04d}")
        yield Made(number, path, title, kind, "\n".join(front), pieces)


def _mixed(seed: Seed, others: Sequence[Seed], rng: random.Random) -> tuple[Piece, ...]:
    """同名的小节随便换成另一页的；换了会有重名小标题就不换。"""
    out = list(seed.pieces)
    for i, piece in enumerate(out):
        first = piece.text.partition("\n")[0]
        same = [
            other
            for one in others
            for other in one.pieces
            if first.startswith("## ") and other.text.partition("\n")[0] == first
        ]
        swap = rng.choice(same) if same else piece
        rest = {name for j, p in enumerate(out) if j != i for name in p.ids}
        if not rest.intersection(swap.ids):
            out[i] = swap
    return tuple(out)


def _renumbered(piece: Piece, old: str, new: str) -> Piece:
    text, html = (
        part.replace(f"{old}-", f"{new}-").replace(f'id="{old.lower()}-', f'id="{new.lower()}-')
        for part in (piece.text, piece.html)
    )
    return Piece(text, html, piece.slots)


def _prefix(number: int) -> str:
    letters = [chr(65 + number // 26**i % 26) for i in range(3)]
    return f"Z{letters[0]}-{letters[1]}{letters[2]}"


def _path(kind: str, theme: str, slug: str) -> str:
    folder = {"policy": f"policies/{theme}", "checklist": f"checklists/{theme}"}.get(kind)
    if folder is None:
        where = {"guide": f"guides/{theme}", "template": f"templates/{theme}"}
        folder = "docs/" + where.get(kind, {"training": "training", "case": "cases"}.get(kind, ""))
    return f"{folder}/{slug}.md"


def _targets(page: Made, made: Sequence[Made], rng: random.Random) -> list[tuple[Made, str]]:
    """这一页的链接各指到哪里：三分之一带锚点；头一个指下一页，哪一页都有人链接到。"""
    out = []
    for number in range(max(PAGE_LINKS, _in_source(page))):
        target = rng.choice(made) if number else made[(page.number + 1) % len(made)]
        names = target.anchors
        out.append((target, rng.choice(names) if names and rng.random() < 1 / 3 else ""))
    return out


def _in_source(page: Made) -> int:
    """源文件里写几个：正文里的空位填满，末尾至少再列一个。"""
    return max(SOURCE_LINKS, sum(piece.slots for piece in page.pieces) + 1)


# ── 写 ────────────────────────────────────────────────────────────────


def _markdown(page: Made, links: Sequence[tuple[Made, str]]) -> str:
    links = links[: _in_source(page)]
    folder = posixpath.dirname(page.path)
    written = [
        posixpath.relpath(target.path, folder) + (f"#{anchor}" if anchor else "")
        for target, anchor in links
    ]
    body, used = _filled([piece.text for piece in page.pieces], page, written)
    more = "\n".join(
        f"- [{target.title}]({address})"
        for (target, _), address in list(zip(links, written, strict=True))[used:]
    )
    head = f"---\n{page.front}\n---\n\n"
    if page.kind in {"checklist", "policy", "training"}:  # 这几种多一节就不合格式
        return f"{head}{more}\n\n{body}\n"
    heading = "## 相关" if page.kind == "template" else "另见："
    return f"{head}{body}\n\n{heading}\n\n{more}\n"


def _html(page: Made, links: Sequence[tuple[Made, str]], made: Sequence[Made]) -> str:
    written = []
    for number, (target, anchor) in enumerate(links):
        address = posixpath.relpath(target.url, page.url) + "/"
        name = quote(anchor) if number % 4 == 0 else anchor
        written.append(address + (f"#{name}" if anchor else ""))
    body, used = _filled([piece.html for piece in page.pieces], page, written)
    rows = [
        (address, target.title)
        for (target, _), address in list(zip(links, written, strict=True))[used:]
    ]
    near = [other for other in made if other.kind == page.kind][:12]
    nav = [(posixpath.relpath(other.url, page.url) + "/", other.title) for other in near]
    file = f"../{page.url.rstrip('/').rpartition('/')[2]}.docx"
    download = file if page.kind in {"policy", "template"} else ""
    return html_page.draw(page.url, page.title, body, rows, nav, download)


def _filled(parts: Sequence[str], page: Made, written: Sequence[str]) -> tuple[str, int]:
    """把链接的空位填上：（正文，用掉几个）。"""
    out, used = [], 0
    for part, piece in zip(parts, page.pieces, strict=True):
        start = used
        out.append(_SLOT.sub(lambda m, at=start: written[at + int(m[1])], part))  # type: ignore[misc]
        used += piece.slots
    return "\n\n".join(out), used


def _rest(site: Path, made: Sequence[Made]) -> None:
    """首页、栏目页、样式、附件、网站地图。"""
    groups: dict[str, list[Made]] = {}
    for page in made:
        groups.setdefault(page.url.partition("/")[0] + "/", []).append(page)
    for folder, pages in groups.items():
        rows = [(page.url.removeprefix(folder), page.title) for page in pages]
        text = html_page.draw(folder, folder, "", rows, [], "")
        _write(site / folder / "index.html", text)
    rows = [(folder, folder) for folder in sorted(groups)]
    _write(site / "index.html", html_page.draw("", "首页", "", rows, [], ""))
    for name, text in html_page.ASSETS.items():
        _write(site / name, text)
    document = _docx()
    for page in made:
        if page.kind in {"policy", "template"}:
            (site / (page.url.rstrip("/") + ".docx")).write_bytes(document)
    urls = "".join(f"<url><loc>{html_page.SITE}{page.url}</loc></url>\n" for page in made)
    _write(site / "sitemap.xml", f"<urlset>\n{urls}</urlset>\n")


def _docx() -> bytes:
    """一个最小的 Word 文件，够校验认出来。"""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
            box.writestr(zipfile.ZipInfo(name), "<?xml version='1.0'?><x/>" + " " * 9000)
    return out.getvalue()
