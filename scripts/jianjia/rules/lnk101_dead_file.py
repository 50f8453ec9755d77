import posixpath
import unicodedata
from collections.abc import Iterator

from jianjia.kinds import kind_of
from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import Target, links
from jianjia.rules._links import mended, outside


@rule(
    "LNK101",
    "链接指向的文件不存在",
    mend="改成真实的相对路径，写源文件的名字（.md）；大小写也要一样。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    读者点了会打不开。在 Windows 上大小写不分，到了网上就分了。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](Format.md)做。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    照[写作格式](format.md)做。
    ```
    """
    files = library.files
    for path, link in links(library):
        if link.path in files or not link.path:
            continue
        if not exists(library, link.path) and not _another_rule(link):
            said = f"没有文件“{link.path}”{_hint(library, link)}"
            yield Hit(link.line, said, link.column, path)


def exists(library: Library, path: str) -> bool:
    """有这个文件；建站时才生成的法规页、空白文书也算。"""
    if path in library.files:
        return True
    if path.startswith("docs/laws/"):
        return path[10:].removesuffix(".md") in library.registers.laws
    if path.endswith(".docx"):
        page = path.removesuffix("docx") + "md"
        return page in library.files and kind_of(page).name in {"template", "policy"}
    return False


def _another_rule(link: Target) -> bool:
    """绝对地址、目录外面的、地址里有全角符号、反斜杠的、手写 HTML 里的，别的规则会说。"""
    odd = mended(link.target) != link.target or "&#" in link.target
    html = link.written == "html"
    return link.target.startswith("/") or outside(link.path) or odd or html or "\\" in link.target


def _hint(library: Library, link: Target) -> str:
    """像是想写哪个文件。"""
    path = unicodedata.normalize("NFC", link.path)
    bare = path.rstrip("。，；、：！？,;.")
    guesses = {
        path: "，文字的编码形式不一样，请重打一遍",
        bare: "，地址后面带进了标点",
        bare.removesuffix(".html") + ".md": "，要写源文件的名字“{}”",
        f"{bare}/README.md": "，要指到文件“{}”",
        f"{bare}/index.md": "，要指到文件“{}”",
    }
    for guess, said in guesses.items():
        if guess != link.path and exists(library, guess):
            return said.format(posixpath.basename(guess))
    if near := _names(library).get(path.lower()):
        return f"，大小写应当是“{near}”"
    same = _names(library).get("/" + posixpath.basename(path).lower())
    return f"，同名的文件在“{same}”" if same else ""


def _names(library: Library) -> dict[str, str]:
    """小写的路径 → 路径；“/文件名”→ 唯一的那个路径。"""
    names: dict[str, str] = library.memo.setdefault("names", {})
    if not names:
        counts: dict[str, list[str]] = {}
        for path in sorted(library.files):
            names[path.lower()] = path
            counts.setdefault("/" + posixpath.basename(path).lower(), []).append(path)
        names.update({key: found[0] for key, found in counts.items() if len(found) == 1})
    return names
