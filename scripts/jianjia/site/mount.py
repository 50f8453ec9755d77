"""把仓库里的内容目录挂进 MkDocs。

不变式：每个文件的 ``src_uri`` 就是它在仓库里的路径。于是相对链接在代码托管站和网站上是同一个写法，
“编辑此页”也不需要特例。
"""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from jianjia.kinds import ROOTS
from jianjia.library import Library


def mount(files: Files, config: MkDocsConfig, library: Library) -> Files:
    """留下主题自带的文件，内容目录一律重新挂一遍。"""
    theme = [file for file in files if file.src_dir != config.docs_dir]
    return Files([*theme, *_content(config, library)])


def _content(config: MkDocsConfig, library: Library) -> Iterator[File]:
    root = Path(config.config_file_path).parent
    unreadable = {path for path, _ in library.problems}
    for path in sorted(library.files):
        if path in unreadable:  # 编码不对的，生成器读不了，给它我们认出来的字
            yield virtual(path, library[path].outline.text, config, path)
        elif not (root / path).is_symlink():
            yield at(path, str(root), config)


def at(path: str, src_dir: str | None, config: MkDocsConfig) -> File:
    """仓库路径 → 文件；网址去掉 ``docs/``。"""
    top, _, inside = path.partition("/")
    pretty = config.use_directory_urls
    dest = File(ROOTS[top] + inside, None, config.site_dir, pretty).dest_uri
    return File(path, src_dir, config.site_dir, pretty, dest_uri=dest)


def virtual(path: str, content: str | bytes, config: MkDocsConfig, edit: str | None = None) -> File:
    """没有实体的文件：内容在内存里；*edit* 是“编辑此页”要去的仓库路径。"""
    file = at(path, None, config)
    if isinstance(content, str):
        file.content_string = content
    else:
        file.content_bytes = content
    file.generated_by = "jianjia"
    file.edit_uri = edit
    return file
