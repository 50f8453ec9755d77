import re
from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule

_FOLDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_PAGE = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*|README)\.md\Z")
_OTHER = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.I)
LONGEST = 200


@rule(
    "PATH101",
    "文件名不合规矩",
    mend="只用小写英文字母、数字和短横，如 branch-election.md；旧名写进 aliases。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    文件名就是网址。汉字、空格、大写在微信里会变成一串乱码，con.md、aux.md 这类名字 Windows 打不开。

    反例：

    ```path
    docs/guides/branch/怎样 建会.md
    ```

    正例：

    ```path
    docs/guides/branch/how-to.md
    ```
    """
    for path in library.disk.names or sorted(library.files):
        why = _wrong(path)
        if why:
            yield Hit(1, why, 1, path)


def _wrong(path: str) -> str:
    *folders, name = path.split("/")
    if any(_RESERVED.match(part) for part in (*folders, name)):
        return "Windows 上不能有这个名字的文件"
    if len(path) > LONGEST:
        return f"路径有 {len(path)} 个字，太长，Windows 上打不开"
    good = (_PAGE if name.endswith(".md") else _OTHER).match(name)
    if good and all(_FOLDER.match(folder) for folder in folders):
        return ""
    bad = re.findall(r"[^a-z0-9./-]", path.removesuffix("README.md"))
    return f"名字里有“{'”“'.join(dict.fromkeys(bad))}”" if bad else "名字里的点、短横用得不对"
