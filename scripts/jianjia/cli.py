"""校验命令的共同部分：三个脚本只是选的规则不同。退出码：0 干净，1 有问题，2 用法或环境不对。

查网站的命令行（``sitecheck.cli``）也用这里的；用得着的东西都到用的时候才装，命令才起得快。
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NoReturn, Protocol

from jianjia import report, tree
from jianjia.checking import Limits, Result, check, only
from jianjia.rules import RULES
from jianjia.tree import Trouble

ROOT = Path(__file__).resolve().parents[2]


class Parser(argparse.ArgumentParser):
    """用法不对时说一句中文，退出码 2。"""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"用法不对：{message}。加 --help 看说明。\n")


def main(argv: Sequence[str], *, prefixes: tuple[str, ...] = ("",), about: str) -> int:
    """检查内容；*prefixes* 是默认检查的规则编号开头。"""
    speak_plainly()
    parser = _arguments(about)
    options = parser.parse_args(argv)
    if options.explain:
        return explain(RULES, options.explain)
    codes = chosen(parser, RULES, options.select, prefixes)
    codes -= chosen(parser, RULES, options.ignore, ())
    root: Path = options.root.resolve()
    try:
        if options.schema or options.check_schema:
            return _schema(root, options.schema)
        if options.coverage:
            return _coverage(root)
        if options.fix:
            _fix(root, codes, _limits(options, root).paths)
        found = tree.read(root)
        result = check(found, codes, _limits(options, root, found))
    except OSError as error:
        parser.error(f"读不了 {error.filename}（{error.strerror}）")
    except Trouble as trouble:
        parser.error(str(trouble))
    return _show(options.format, result)


def _arguments(about: str) -> Parser:
    parser = Parser(description=about, add_help=False, allow_abbrev=False)
    add = parser.add_argument
    add("paths", nargs="*", help="只报这些文件或文件夹（默认全部）")
    changed = "只报还没提交的文件，和它们牵连到的别的页"
    add("--changed", action="store_true", help=changed)
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
    add("--check-schema", action="store_true", help="看 .vscode/ 里的提示是不是最新的")
    add("--no-cache", action="store_true", help="不用上次的结果，从头查")
    add("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    add("-h", "--help", action="help", help="显示这段说明")
    return parser


def _limits(options: argparse.Namespace, root: Path, found: tree.Tree | None = None) -> Limits:
    limits = only(found or tree.read(root), options.paths, changed=options.changed)
    return limits._replace(sources=options.sources, cached=not options.no_cache)


def _schema(root: Path, write: bool) -> int:
    from jianjia import schema

    if write:
        schema.write(root)
        return 0
    stale = schema.stale(root)
    for path in stale:
        print(f"{path} 不是最新的；运行 python3 dev.py check --schema 重写")
    return 1 if stale else 0


def _coverage(root: Path) -> int:
    from jianjia import coverage
    from jianjia.library import Library

    sys.stdout.write(coverage.report(Library.load(root)))
    return 0


def _fix(root: Path, codes: set[str], paths: frozenset[str] | None) -> None:
    from jianjia import fix
    from jianjia.library import Library

    print(f"改好了 {fix.write(root, Library.load(root), codes, paths)} 个文件", file=sys.stderr)


def _show(name: str, result: Result) -> int:
    checked = report.Subject(result.pages, result.lines, RULES)
    write_report(name, result.findings, checked)
    return 1 if result.findings else 0


# ── 查网站也用的 ──────────────────────────────────────────────────────


class Explained(Protocol):
    """说得清自己的规则。"""

    @property
    def code(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def mend(self) -> str: ...
    @property
    def manual(self) -> str: ...


def speak_plainly() -> None:
    """文件名里可能有写不出来的字节，写成反斜杠，不出错。"""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def explain(rules: Mapping[str, Explained], code: str) -> int:
    rule = rules.get(code)
    if rule is None:
        sys.stderr.write(f"没有编号为 {code} 的规则\n")
        return 2
    print(f"{rule.code} {rule.summary}\n\n{rule.manual}\n\n改法：{rule.mend}")
    return 0


def chosen(parser: Parser, known: Collection[str], text: str, default: tuple[str, ...]) -> set[str]:
    """``CHK,LAW101`` → 编号；写了没有的就说用法不对。"""
    wanted = tuple(part.strip() for part in text.split(",") if part.strip()) or default
    for part in wanted:
        if part and not any(code.startswith(part) for code in known):
            parser.error(f"没有以 {part} 开头的规则")
    return {code for code in known if code.startswith(wanted)} if wanted else set()


def write_report(name: str, findings: Sequence[report.Finding], checked: report.Subject) -> None:
    """写到标准输出。"""
    try:
        report.FORMATS[name](findings, checked, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:  # 后面接了 head，读够了就关了
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 —— 退出时还要冲刷一次
