"""出问题的地方在第几行第几列。只有出了问题的文件才再读一遍。"""

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from jianjia.sitecheck import css, scan, tree
from jianjia.sitecheck.model import Fault, Finding, Ref, Site


def findings(site: Site, faults: Iterable[Fault]) -> list[Finding]:
    """定位，排序。同一个地址写了几处就报几处。"""
    by_file: dict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        by_file[fault.file.path].append(fault)
    out: set[Finding] = set()
    for path, group in by_file.items():
        if all(fault.ref is None and not fault.name for fault in group):
            out.update(Finding(path, 1, 1, fault.code, fault.message) for fault in group)
        else:
            out.update(_placed(path, tree.load(site.root, path), group))
    return sorted(out)


def _placed(path: str, data: bytes, group: list[Fault]) -> Iterator[Finding]:
    wanted = {fault.ref or fault.name for fault in group}
    places: dict[Ref | str, list[int]] = defaultdict(list)
    for what, offset in _css(data) if path.lower().endswith(".css") else _html(data, wanted):
        places[what].append(offset)
    lines = Lines(data)
    for fault in group:
        offsets = places.get(fault.ref or fault.name, [])
        if fault.ref is None and fault.file.page:
            offsets = offsets[1:]  # 编号重复，第一处是对的
        elif fault.ref is None and fault.name:
            offsets = [data.find(fault.name.encode())]
        for offset in offsets or [0]:
            yield Finding(path, *lines.place(max(offset, 0)), fault.code, fault.message)


def _html(data: bytes, wanted: set[Ref | str]) -> Iterator[tuple[Ref | str, int]]:
    memo: dict[bytes, bool] = {}
    for m in scan.tokens(data):
        token = m[0]
        if token not in memo:
            memo[token] = any((mark.ref or mark.value) in wanted for mark in scan.read(token))
        if memo[token]:
            for mark in scan.read(token):
                if mark.ref is not None:
                    yield mark.ref, m.start() + mark.offset
                elif mark.what == "id":
                    yield mark.value, m.start() + mark.offset


def _css(data: bytes) -> Iterator[tuple[Ref, int]]:
    text = data.decode("utf-8", "replace")
    for written, at in css.addresses(text):
        yield css.ref(written), len(text[:at].encode("utf-8", "replace"))


class Lines:
    """字节位置 → 行列。"""

    def __init__(self, data: bytes) -> None:
        self._data, self._plain = data, data.isascii()
        self._starts = [0, *(m.end() for m in re.finditer(b"\n", data))]

    def place(self, offset: int) -> tuple[int, int]:
        """（行，列），都从 1 数起，列按字数。"""
        line = bisect.bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        if self._plain:
            return line, offset - start + 1
        return line, len(self._data[start:offset].decode("utf-8", "replace")) + 1
