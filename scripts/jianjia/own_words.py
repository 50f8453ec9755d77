"""查抄：和某个文件夹里的材料一字不差的长句。只比汉字、字母、数字，标点和空白不算。"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RUN = 25
"""连着这么多字一样就算抄。"""

MOSTLY_HAN = 0.7
"""汉字占到这么多才算一句话；一串代码、网址不算。"""


@dataclass(frozen=True, slots=True)
class Source:
    """拿来比的材料：窗口 → 文件名。"""

    windows: dict[str, str]

    @classmethod
    def load(cls, folder: Path) -> "Source":
        windows: dict[str, str] = {}
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                flat = "".join(filter(str.isalnum, path.read_text("utf-8", "replace")))
                for i in range(len(flat) - RUN + 1):
                    piece = flat[i : i + RUN]
                    if _is_sentence(piece):
                        windows.setdefault(piece, path.name)
        return cls(windows)

    def runs(self, text: str) -> Iterator[tuple[int, str, str]]:
        """（行号，材料的文件名，一样的那一段）。"""
        places = [i for i, char in enumerate(text) if char.isalnum()]
        flat = "".join(text[i] for i in places)
        at = 0
        while at <= len(flat) - RUN:
            name = self.windows.get(flat[at : at + RUN])
            if name is None:
                at += 1
                continue
            end = at
            while flat[end + 1 : end + 1 + RUN] in self.windows:
                end += 1
            yield text.count("\n", 0, places[at]) + 1, name, flat[at : end + RUN]
            at = end + RUN


def _is_sentence(piece: str) -> bool:
    return sum("\u4e00" <= char <= "\u9fff" for char in piece) >= len(piece) * MOSTLY_HAN
