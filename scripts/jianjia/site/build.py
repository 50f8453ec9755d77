"""建站：先建到临时文件夹，成了再换上去；失败的，旧网站原样不动。"""

import gc
import logging
import os
import shutil
import tempfile
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException


def build(root: Path, out: Path, *, strict: bool = True, offline: bool = False) -> str:
    """建到 *out*；成功返回空字符串，失败返回一句中文。

    *offline* 时网址带 ``.html``，双击文件就能看。
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        return _build(root, fresh, out, strict, offline)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _build(root: Path, fresh: Path, out: Path, strict: bool, offline: bool) -> str:
    # 绝不加 -q：它会让 strict 数不到警告；也不加 -v：它会关掉锚点检查。
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.addHandler(warnings)
    gc.set_threshold(100_000, 50, 50)  # 建站多半只造东西，不必总去找垃圾
    # 主题的搜索要用 fetch，双击打开的网页里不许用，干脆不放。
    os.environ["JIANJIA_SEARCH"] = "false" if offline else "true"
    try:
        config = load_config(
            str(root / "mkdocs.yml"),
            site_dir=str(fresh),
            strict=strict,
            use_directory_urls=not offline,
        )
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        said = "\n".join(f"  {text}" for text in warnings.said) or f"  {error}"
        return f"建站失败，旧网站没有动。先运行 python3 dev.py check 看中文说明；生成器的原话：\n{said}"
    finally:
        logger.removeHandler(warnings)
    swap(fresh, out)
    return ""


class _Warnings(logging.Handler):
    """记下生成器说的话，失败时一并给出。"""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def swap(fresh: Path, out: Path) -> None:
    """新的换上去，旧的删掉；中间断了，最坏是旧的改了名还在。"""
    old = out.with_name(f".{out.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.chmod(0o755)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
