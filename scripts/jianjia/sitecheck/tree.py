"""网站文件夹 → :class:`Site`：有哪些文件，每页有哪些编号、写了哪些地址。"""

import gc
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jianjia.sitecheck import address, css, scan
from jianjia.sitecheck.model import CANONICAL, PRIVATE, WEB, File, Site, Trouble

PAGES = (".html", ".htm", ".xhtml")
_INDEXES = ("index.html", "index.htm", "index.xhtml")
_HIDDEN_BUT_SERVED = ".well-known"
_MEMO = 100_000
"""最多记多少个拆过的标签；到了就从头记起，网站再大内存也有数。"""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w\-]+)", re.I)


def read(root: Path, base: str = "") -> Site:
    """读一个网站文件夹。*base* 是它挂在哪个网址或路径下，不给就从 canonical 看出来。"""
    if not root.is_dir():
        raise Trouble(f"没有这个文件夹：{root}")
    with _no_collecting():
        files = dict(_files(root))
    origin, folder = _guessed(files.values())
    if base:
        host, folder = _given(base)
        origin = host or origin
    doors = _doors(files)
    return Site(root, files, doors, folder, origin, doors.get(""))


def load(root: Path | str, path: str) -> bytes:
    """一个文件的字节；网页统一成 UTF-8。"""
    with open(f"{root}/{path}", "rb", 0) as file:  # noqa: PTH123 —— 比 Path 快一倍
        return utf8(file.read())


def utf8(data: bytes) -> bytes:
    """照页首写的编码转成 UTF-8；认不得的原样。"""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace").encode()
    m = _CHARSET.search(data, 0, 1024)
    if m is None or m[1].lower() in {b"utf-8", b"utf8"}:
        return data
    name = m[1].decode().lower()
    try:
        return data.decode("gb18030" if name.startswith("gb") else name, "replace").encode()
    except LookupError:
        return data


def walk(root: str, inside: str = "") -> Iterator[tuple[str, int]]:
    """（网站里的路径，字节数），按路径排好。点开头的不算，服务器一般不给看。"""
    with os.scandir(os.path.join(root, inside)) as entries:  # noqa: PTH118
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        name = entry.name
        if name.startswith(".") and name != _HIDDEN_BUT_SERVED:
            continue
        path = f"{inside}/{name}" if inside else name
        if entry.is_dir(follow_symlinks=False):
            yield from walk(root, path)
        elif entry.is_file():
            yield path, -1 if path.lower().endswith(PAGES) else entry.stat().st_size


def _files(root: Path) -> Iterator[tuple[str, File]]:
    memo: dict[bytes, scan.Found | None] = {}
    top = str(root)
    for path, size in walk(top):
        kind = path.rpartition(".")[2].lower()
        if size < 0 or kind == "svg":
            if len(memo) > _MEMO:
                memo.clear()
            yield path, _page(path, load(top, path), memo, page=size < 0)
        elif kind == "css":
            text = load(top, path).decode("utf-8", "replace")
            refs = {css.ref(written) for written, _ in css.addresses(text)}
            yield path, File(path, size, refs=tuple(sorted(refs)))
        else:
            yield path, File(path, size)


def _page(path: str, data: bytes, memo: dict[bytes, scan.Found | None], page: bool) -> File:
    ids, names, refs = scan.scan(data, memo)
    unique = frozenset(ids)
    doubles: tuple[str, ...] = ()
    if len(unique) != len(ids):
        doubles = tuple(sorted(name for name, count in Counter(ids).items() if count > 1))
    return File(path, len(data), page, unique | names if names else unique, doubles, tuple(refs))


def _doors(files: Mapping[str, File]) -> dict[str, File]:
    """每个文件打得开的路径；有 ``index.html`` 的文件夹带不带斜杠都打得开。"""
    doors = dict(files)
    for path, file in files.items():
        folder, slash, name = path.rpartition("/")
        if name in _INDEXES:
            doors.setdefault(folder + slash, file)
            doors.setdefault(folder, file)
    return doors


def _given(base: str) -> tuple[str, str]:
    """``--base`` 写的 → （主机，路径）。"""
    host, path = address.split(base) if "//" in base else ("", base)
    return host, f"/{path.strip('/')}/" if path.strip("/") else "/"


def _guessed(files: Iterable[File]) -> tuple[str, str]:
    """各页的 canonical 大多指着哪个网站、哪个文件夹，这个网站就挂在哪里。"""
    votes = Counter(
        vote
        for file in files
        for ref in file.refs
        if ref.use == CANONICAL and ref.kind in {WEB, PRIVATE}
        for vote in _vote(file, ref.path)
    )
    return max(votes, key=lambda vote: (votes[vote], vote), default=("", "/"))


def _vote(file: File, text: str) -> Iterator[tuple[str, str]]:
    host, path = address.split(text)
    own = re.sub(r"(^|/)index\.x?html?\Z", r"\1", file.path)
    if path.endswith("/" + own):
        yield host, path[: len(path) - len(own)]


@contextmanager
def _no_collecting() -> Iterator[None]:
    """读的时候只添不删，垃圾回收白费力气。"""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
