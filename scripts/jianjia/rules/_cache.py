"""上次的结果：什么也没改，整份照用；改了几页，只重查那几页。

记在 ``.cache/`` 的两个文件里。规则、登记册改了，换了 Python，过了一天，以前的就不作数；
写不进去、读出来不对也不要紧，再查一遍就是。
"""

import contextlib
import hashlib
import marshal
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jianjia import tree
from jianjia.tree import Tree

WHOLE, PAGES = ".cache/check-whole", ".cache/check-pages"
Found = list[tuple[str, int, str, int]]
"""一页的问题：（编号，行，话，列）。"""
Said = list[tuple[str, int, int, str, str]]
"""全库的问题：（路径，行，列，编号，话）。"""
HOME = Path(__file__).resolve().parents[1]


class Entry(NamedTuple):
    """一页的结果：内容的摘要、只看一页的规则报的（没有全查为 ``None``）、别的页要知道的事。"""

    digest: str
    found: Found | None
    facts: tuple[object, ...]


def stamp() -> str:
    """程序、Python、今天的日子；有一样变了，以前的结果都不作数。"""
    seen = hashlib.blake2b(f"{sys.version} {tree.today()}".encode(), digest_size=16)
    for name, size, changed in _sources(str(HOME)):
        seen.update(f"{name} {size} {changed}\n".encode())
    return seen.hexdigest()


def _sources(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _sources(entry.path)
        elif entry.name.endswith(".py"):
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns


def whole(root: Path, key: str) -> tuple[int, Said] | None:
    """内容一点没改时，上次的（页数，全部问题）。"""
    said = _read(root / WHOLE, key)
    return (said[0], said[1]) if said is not None else None


def write_whole(root: Path, key: str, pages: int, said: Said) -> None:
    _write(root / WHOLE, key, (pages, said))


class Cache:
    """各页的结果。没有仓库的（测试里的）什么也不记。"""

    def __init__(self, found: Tree | None) -> None:
        self.path = found.root / PAGES if found else None
        self.key = f"{stamp()} {found.data}" if found else ""
        self.codes: tuple[str, ...] = ()
        """只看一页的规则有哪些。"""
        self.pages: dict[str, Entry] = {}
        self.fresh: dict[str, Entry] = {}
        said = _read(self.path, self.key) if self.path else None
        if said is not None:
            self.codes = said[0]
            self.pages = {path: Entry(*entry) for path, entry in said[1].items()}

    def get(self, path: str, digest: str) -> Entry | None:
        """这一页没有改过，就是上次的结果。"""
        known = self.pages.get(path)
        return known if known and known.digest == digest else None

    def write(self, codes: tuple[str, ...], paths: Iterable[str]) -> None:
        """记下新查的，连同没有改过、这次没有查的；*paths* 是现在还有的页。"""
        if self.path is None:
            return
        pages = {
            path: tuple(entry)
            for path in paths
            if (entry := self.fresh.get(path) or self.pages.get(path))
        }
        if self.fresh or codes != self.codes or len(pages) != len(self.pages):
            _write(self.path, self.key, (codes, pages))


def _read(path: Path, key: str) -> Any:
    """文件第一行是它对什么作数，第二行是摘要：对不上的不读，marshal 才不会读到坏东西。"""
    try:
        head, digest, data = path.read_bytes().split(b"\n", 2)
        if head.decode() != key or digest.decode() != tree.short(data):
            return None
        return marshal.loads(data)  # noqa: S302 —— 自己写的，摘要对得上
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _write(path: Path, key: str, value: Any) -> None:
    data = marshal.dumps(value)
    part = path.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        part.write_bytes(f"{key}\n{tree.short(data)}\n".encode() + data)
        part.replace(path)
