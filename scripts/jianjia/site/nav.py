"""展开 mkdocs.yml 里以 ``/`` 结尾的导航项：栏目页在前，再按主题、order、文件名排。"""

from typing import Any

from jianjia.library import Library
from jianjia.meta import THEMES


def expand(nav: list[Any], library: Library) -> list[Any]:
    """把每个 ``目录/`` 换成目录下的页面。"""
    return [_entry(entry, library) for entry in nav]


def _entry(entry: Any, library: Library) -> Any:
    if isinstance(entry, dict):
        return {title: _entry(target, library) for title, target in entry.items()}
    if isinstance(entry, list):
        return expand(entry, library)
    return _folder(entry, library) if entry.endswith("/") else entry


def _folder(prefix: str, library: Library) -> list[Any]:
    def rank(path: str) -> tuple[bool, int, str]:
        return not path.endswith("/README.md"), library[path].meta.order, path

    inside = [path.removeprefix(prefix) for path in library if path.startswith(prefix)]
    pages = sorted((prefix + name for name in inside if "/" not in name), key=rank)
    folders = {name.split("/")[0] for name in inside if "/" in name}
    order = list(THEMES)
    ranked = sorted(folders, key=lambda name: (order.index(name) if name in order else 99, name))
    sections = [{THEMES.get(name, name): _folder(f"{prefix}{name}/", library)} for name in ranked]
    return [*pages, *sections]
