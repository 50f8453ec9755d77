"""“您是否想写……”：给打不开的地址和锚点找一个最像的。同样的只找一次。"""

import difflib
import functools
import unicodedata
from collections.abc import Sequence

from jianjia.sitecheck.model import File, Site

_MOST = 300
"""多于这么多个名字就不猜像哪个，猜够这么多次也不再猜：猜一次要比几百回。"""


class Hints:
    """一个网站的各种“差一点”。用到才准备。"""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._said: dict[tuple[File | None, str], str] = {}
        self._letters: dict[File, dict[str, str]] = {}
        self._left = _MOST

    def same_path(self, path: str) -> str:
        """只有大小写或字形不同的真实路径；没有为空。"""
        return self._folded.get(fold(path), "")

    def same_anchor(self, target: File, name: str) -> str:
        """只有大小写或字形不同的锚点；没有为空。"""
        if target not in self._letters:
            ids = sorted(target.ids or (), reverse=True)
            self._letters[target] = {fold(known): known for known in ids}
        return self._letters[target].get(fold(name), "")

    def path(self, path: str) -> str:
        """半句话，接在“没有……”后面。"""
        key = (None, path)
        if key not in self._said:
            self._said[key] = self._path(path.rstrip("/"))
        return self._said[key]

    def anchor(self, target: File, name: str) -> str:
        """半句话，接在“没有锚点……”后面。"""
        key = (target, name)
        if key not in self._said:
            near = self._closest(name, sorted(target.ids or ()))
            self._said[key] = f"，您是否想写“#{near}”" if near else ""
        return self._said[key]

    def _path(self, path: str) -> str:
        folder, _, name = path.rpartition("/")
        if path in self._inside:
            return "，那个文件夹里没有 index.html"
        if f"{path}.html" in self._site.files:
            return f"，有的是“{path}.html”"
        if found := self._named.get(name):
            return f"，叫这个名字的是“{found}”"
        near = self._closest(name, self._inside.get(folder, []))
        return f"，您是否想写“{f'{folder}/{near}'.lstrip('/')}”" if near else ""

    def _closest(self, name: str, known: Sequence[str]) -> str:
        """*known* 里最像 *name* 的。"""
        if not self._left or len(known) > _MOST or len(name) > _MOST:
            return ""
        self._left -= 1
        return next(iter(difflib.get_close_matches(name, known, 1, 0.65)), "")

    @functools.cached_property
    def _folded(self) -> dict[str, str]:
        return {fold(path): path for path in sorted(self._site.doors, reverse=True)}

    @functools.cached_property
    def _inside(self) -> dict[str, list[str]]:
        """文件夹 → 里面的名字。"""
        out: dict[str, list[str]] = {}
        for path in sorted(self._site.files):
            while "/" in path:
                path, _, name = path.rpartition("/")
                names = out.setdefault(path, [])
                if names and names[-1] == name:
                    break
                names.append(name)
        return out

    @functools.cached_property
    def _named(self) -> dict[str, str]:
        """文件名，或者有 ``index.html`` 的文件夹的名字 → 路径。"""
        names = sorted(self._site.doors, reverse=True)
        return {path.rstrip("/").rpartition("/")[2]: path for path in names if path}


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    return composed(text).casefold()
