"""校验命令的共同部分：三个脚本只是选的规则不同。退出码：0 干净，1 有问题，2 用法或环境不对。"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from jianjia import coverage, fix, report, schema
from jianjia.library import Library
from jianjia.own_words import Source
from jianjia.rules import RULES, run

ROOT = Path(__file__).resolve().parents[2]


class _Parser(argparse.ArgumentParser):
    """用法不对时说一句中文，退出码 2。"""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"用法不对：{message}。加 --help 看说明。\n")


def main(argv: Sequence[str], *, prefixes: tuple[str, ...] = ("",), about: str) -> int:
    """检查内容；*prefixes* 是默认检查的规则编号开头。"""
    parser = _arguments(about)
    options = parser.parse_args(argv)
    if options.explain:
        return explain(options.explain)
    codes = _chosen(parser, options.select, prefixes) - _chosen(parser, options.ignore, ())
    root: Path = options.root.resolve()
    try:
        sources = Source.load(options.sources) if options.sources else None
        library = Library.load(root, sources)
        if options.schema:
            schema.write(root)
        if options.coverage:
            sys.stdout.write(coverage.report(library))
            return 0
        given = [*options.paths, *(_changed(parser, root) if options.changed else ())]
        paths = _paths(parser, root, given, library) if given or options.changed else None
        if options.fix:
            print(f"改好了 {fix.write(root, library, codes, paths)} 个文件", file=sys.stderr)
            library = Library.load(root, sources)
    except OSError as error:
        parser.error(f"读不了 {error.filename}（{error.strerror}）")
    findings = run(library, codes, paths)
    try:
        report.FORMATS[options.format](findings, library, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:  # 后面接了 head，读够了就关了
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 —— 退出时还要冲刷一次
    return 1 if findings else 0


def _arguments(about: str) -> _Parser:
    parser = _Parser(description=about, add_help=False, allow_abbrev=False)
    add = parser.add_argument
    add("paths", nargs="*", help="只报这些文件或文件夹（默认全部）")
    add("--changed", action="store_true", help="只报还没提交的文件")
    some = "只查这些规则，逗号分开，可以只写开头，如 CHK,LAW101"
    add("--select", default="", metavar="编号", help=some)
    add("--ignore", default="", metavar="编号", help="不查这些规则")
    add("--fix", action="store_true", help="能自动改的先改好")
    formats = "、".join(report.FORMATS)
    add("--format", default="full", choices=list(report.FORMATS), help=f"输出格式：{formats}")
    add("--explain", metavar="编号", help="说明一条规则")
    add("--coverage", action="store_true", help="不查毛病，列出哪些指引还没写到页上")
    add("--sources", type=Path, metavar="文件夹", help="另查和这些材料一字不差的长句")
    add("--schema", action="store_true", help="重写 .vscode/ 里给编辑器的提示")
    add("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    add("-h", "--help", action="help", help="显示这段说明")
    return parser


def explain(code: str) -> int:
    rule = RULES.get(code)
    if rule is None:
        sys.stderr.write(f"没有编号为 {code} 的规则\n")
        return 2
    print(f"{rule.code} {rule.summary}\n\n{rule.manual}\n改法：{rule.mend}")
    return 0


def _chosen(parser: _Parser, text: str, default: tuple[str, ...]) -> set[str]:
    wanted = tuple(part.strip() for part in text.split(",") if part.strip()) or default
    for part in wanted:
        if part and not any(code.startswith(part) for code in RULES):
            parser.error(f"没有以 {part} 开头的规则")
    return {code for code in RULES if any(code.startswith(part) for part in wanted)}


def _changed(parser: _Parser, root: Path) -> list[str]:
    """还没提交的文件，新建的也算。"""
    command = ["git", "-C", str(root), "status", "--porcelain", "-z", "--untracked-files=all"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        parser.error("--changed 要在 git 仓库里用")
    names = [entry[3:] for entry in done.stdout.split("\0") if entry[3:]]
    return [str(root / name) for name in names if (root / name).exists()]


def _paths(parser: _Parser, root: Path, given: Sequence[str], library: Library) -> frozenset[str]:
    """命令行给的文件和文件夹 → 仓库路径。"""
    known = [*library, *{path for path, _ in library.problems}]
    out: set[str] = set()
    for text in given:
        path = Path(text).resolve()
        if not path.exists():  # 从 Windows 上抄来的路径
            path = Path(text.replace("\\", "/")).resolve()
        if not path.exists():
            parser.error(f"没有这个文件：{text}")
        try:
            inside = path.relative_to(root).as_posix()
        except ValueError:
            parser.error(f"不在仓库里：{text}")
        out |= {p for p in known if p == inside or p.startswith(inside + "/") or inside == "."}
    return frozenset(out)
