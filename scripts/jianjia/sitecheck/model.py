"""网站检查用到的几样东西，全部只读。"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

LOCAL, ROOT, WEB, EMPTY, SCRIPT, MAIL, PHONE, PRIVATE, OTHER = range(9)
"""地址的种类：相对的、以“/”开头的、别的网站的、空的、会运行脚本的、邮箱、电话、本机或内网的、不用管的。"""

LINK, FRAME, LOAD, FORM, REFRESH = "点开", "嵌页", "取用", "提交", "转向"
NAME, CANONICAL, BASE = "写明", "正址", "基址"
"""地址的用处。后三种浏览器不会自己去取，也点不到。"""

WALKED = frozenset({LINK, FRAME, FORM, REFRESH})
"""读者顺着这几种能走到另一页。"""

FETCHED = frozenset({LOAD, FRAME})
"""打开网页时浏览器自己去取的。"""


class Trouble(Exception):
    """没法检查：一句中文。"""


class Ref(NamedTuple):
    """网页里写的一个地址：用处、写下的样子，和拆开的各段。

    ``ups`` 是开头“../”的个数，``path`` 是其余部分（已解码，不带问号以后），
    ``anchor`` 是井号以后（已解码一次）。
    """

    use: str
    written: str
    kind: int
    ups: int
    path: str
    anchor: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """一处问题，和内容检查的同一个样子。"""

    path: str
    line: int
    column: int
    code: str
    message: str


@dataclass(frozen=True, slots=True, eq=False)
class File:
    """网站里的一个文件。``ids`` 为 ``None`` 的没有锚点可言（图片、附件）。"""

    path: str
    size: int
    page: bool = False
    ids: frozenset[str] | None = None
    doubles: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """一个网站文件夹。``doors`` 是打得开的路径 → 文件：``a/``、``a`` 和 ``a/index.html`` 是同一页。"""

    root: Path
    files: Mapping[str, File]
    doors: Mapping[str, File]
    base: str = "/"
    origin: str = ""
    start: File | None = None


class Fault(NamedTuple):
    """还没有定位的一处问题；``ref`` 是出问题的地址，``name`` 是重复的编号。"""

    file: File
    code: str
    message: str
    ref: Ref | None = None
    name: str = ""
