"""没有实体文件的东西：法规页、空白文书、脚本和样式、旧地址的转向页。"""

import shutil
import subprocess
from collections.abc import Iterator
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from jianjia.export import blanks, packs, payload
from jianjia.library import Library
from jianjia.model import Policy, Template
from jianjia.site.cite import law_path
from jianjia.site.mount import at, virtual

BUNDLE = ".build/assets"
"""打包好的脚本和样式放在仓库的这里，不入库。"""


def files(library: Library, config: MkDocsConfig) -> Iterator[File]:
    """要并进网站的全部生成文件。"""
    for law in library.registers.laws.values():
        edit = library.registers.laws.path_of[law.id]
        yield virtual(law_path(law.id), f"---\ntitle: {law.title}\n---\n", config, edit)
    for page in library.values():
        if isinstance(page, (Template, Policy)):
            path = page.path.removesuffix(".md") + ".docx"
            yield virtual(path, blanks.docx(library, page), config)
        if isinstance(page, Template) and page.meta.layout in blanks.SHEETED:
            path = page.path.removesuffix(".md") + ".xlsx"
            yield virtual(path, blanks.xlsx(library, page), config)
        if isinstance(page, Policy):
            path = page.path.removesuffix(".md") + "-notes.docx"
            yield virtual(path, blanks.docx(library, page, notes=True), config)
    yield from _data(library, config)
    root = Path(config.config_file_path).parent
    for asset in sorted(bundle(root).iterdir()):
        yield virtual(f"docs/assets/{asset.name}", asset.read_bytes(), config)


def _data(library: Library, config: MkDocsConfig) -> Iterator[File]:
    """文书的数据脚本（在浏览器里填写用），和一包包空白件。"""
    for name, text in payload.scripts(library):
        yield virtual(f"docs/assets/{name}", text.encode(), config)
    for pack in payload.packs(library):
        yield virtual(f"docs/assets/packs/{pack}.zip", packs.blank(library, pack), config)


def bundle(root: Path) -> Path:
    """``web/`` 比上次打包新就再打包一次，返回成品所在的文件夹。"""
    out = root / BUNDLE
    folders = ("web", "scripts/jianjia/office/parts")
    found = [p for folder in folders for p in (root / folder).rglob("*")]
    sources = [p for p in found if p.is_file() and "tests" not in p.parts]
    newest = max((p.stat().st_mtime for p in sources), default=0.0)
    built = min((p.stat().st_mtime for p in out.glob("*")), default=0.0)
    if newest < built:
        return out
    node = shutil.which("node")
    if node is None:
        raise PluginError("没有找到 Node（20 以上）；请用 python3 dev.py 运行，它会装好")
    shutil.rmtree(out, ignore_errors=True)
    done = subprocess.run(
        [node, "web/build.mjs", "--out", str(out)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise PluginError(f"打包 web/ 失败：\n{done.stderr[-2000:]}")
    return out


def redirects(library: Library, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """（网站里的路径，转向页的 HTML）。"""
    pretty = config.use_directory_urls
    for page in library.values():
        target = at(page.path, None, config).url
        for alias in page.meta.aliases:
            name = f"{alias.strip('/')}/index.html" if pretty else f"{alias.strip('/')}.html"
            up = "../" * (name.count("/"))
            yield name, _redirect(up + target, page.title)


def _redirect(address: str, title: str) -> str:
    """不用脚本的转向页；转不过去也有链接可点。"""
    return (
        '<!doctype html>\n<html lang="zh"><head><meta charset="utf-8">'
        f'<meta http-equiv="refresh" content="0; url={escape(address)}">'
        f'<meta name="robots" content="noindex"><title>{escape(title)}</title></head>'
        f'<body><p>这一页搬到了：<a href="{escape(address)}">{escape(title)}</a></p></body></html>\n'
    )
