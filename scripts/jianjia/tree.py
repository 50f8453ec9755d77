"""内容目录里有哪些文件、各是什么字节。只用标准库：什么也没改的时候，检查只要看到这里。"""

import datetime
import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOTS = {"docs": "", "policies": "policies/", "checklists": "checklists/"}
"""内容目录 → 它在网址里的前缀。"""

DATA = "data"
"""登记册的文件夹。"""


@dataclass(frozen=True, slots=True)
class Tree:
    """一个仓库的内容文件。``names`` 是硬盘上的名字；``raw`` 是各页的字节，路径已统一成 NFC。"""

    root: Path
    names: tuple[str, ...]
    symlinks: tuple[str, ...]
    raw: dict[str, bytes]
    registers: tuple[str, ...]
    """登记册的各个文件。"""
    data: str
    """登记册的摘要。"""
    digest: str
    """全部文件的摘要，登记册、图片也在内；一样就是什么也没改。"""


class Trouble(Exception):
    """没法检查，原因是一句中文。"""


def today() -> datetime.date:
    """今天；``JIANJIA_TODAY`` 可以改（2026-11-20），好看看以后哪些页要过期。"""
    given = os.environ.get("JIANJIA_TODAY", "")
    try:
        return datetime.date.fromisoformat(given) if given else datetime.date.today()  # noqa: DTZ011 —— 就要本地的今天
    except ValueError as error:
        raise Trouble(f"JIANJIA_TODAY 要写成 2026-11-20 这样的日期，现在是“{given}”") from error


def changed(root: Path) -> list[str]:
    """还没提交的文件：改过的、新建的、删掉的、改了名的（新旧都算）。"""
    import subprocess

    command = ["git", "-C", str(root), "status", "--porcelain", "-z", "--untracked-files=all", "."]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Trouble("--changed 要在 git 仓库里用") from error
    entries = iter(done.stdout.decode("utf-8", "surrogateescape").split("\0"))
    names = []
    for entry in entries:
        names.append(entry[3:])
        if entry[:2].strip()[:1] in {"R", "C"}:  # 改了名的，后面一段是旧名
            names.append(next(entries, ""))
    return [unicodedata.normalize("NFC", name) for name in names if name]


def read(root: Path) -> Tree:
    """读内容目录；符号链接只记名字，不读。"""
    names, symlinks, raw = list[str](), list[str](), dict[str, bytes]()
    seen = hashlib.blake2b(digest_size=16)
    for folder in ROOTS:
        for name, link in walk(f"{root}/{folder}", folder):
            uri = unicodedata.normalize("NFC", name)
            names.append(name)
            if link:
                symlinks.append(uri)
                what = "link"
            elif name.endswith(".md"):
                raw[uri] = load(f"{root}/{name}")
                what = short(raw[uri])
            else:
                state = os.stat(f"{root}/{name}")  # noqa: PTH116 —— 一千页时快一倍
                what = f"{state.st_size} {state.st_mtime_ns}"
            seen.update(f"{name}\0{what}\0".encode("utf-8", "surrogateescape"))
    registers = [
        name for name, link in walk(f"{root}/{DATA}", DATA) if name.endswith(".yml") and not link
    ]
    said = "".join(f"{name}\0{short(load(f'{root}/{name}'))}\0" for name in registers)
    data = short(said.encode("utf-8", "surrogateescape"))
    seen.update(data.encode())
    kept = (tuple(names), tuple(symlinks), raw, tuple(registers))
    return Tree(root, *kept, data, seen.hexdigest())


def walk(folder: str, inside: str) -> Iterator[tuple[str, bool]]:
    """（仓库路径，是不是符号链接）；藏起来的（以点开头）不算，先文件后文件夹，次序固定。"""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    folders = []
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield f"{inside}/{entry.name}", True
        elif entry.is_dir(follow_symlinks=False):
            folders.append(entry.name)
        elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):  # 管道之类的读了会停住
            yield f"{inside}/{entry.name}", False
    for name in folders:
        yield from walk(f"{folder}/{name}", f"{inside}/{name}")


def load(path: str) -> bytes:
    with open(path, "rb", 0) as file:  # noqa: PTH123 —— 比 Path 快一倍
        return file.read()


def short(data: bytes) -> str:
    """内容的摘要。"""
    return hashlib.blake2b(data, digest_size=12).hexdigest()
