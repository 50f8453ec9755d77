"""查网站的命令行。和查内容的分开，是为了不装载用不着的东西。退出码：0 干净，1 有问题，2 没查成。"""

import functools
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jianjia import report, sitecheck
from jianjia.cli import ROOT, Parser, chosen, explain, speak_plainly, write_report
from jianjia.sitecheck import RULES, tree


def main(argv: Sequence[str]) -> int:
    """查一个建好的网站，或者查站外链接。"""
    speak_plainly()
    parser = _arguments()
    options = parser.parse_args(argv)
    if options.explain:
        return explain(RULES, options.explain)
    codes = chosen(parser, RULES, options.select, ("",))
    codes -= chosen(parser, RULES, options.ignore, ())
    try:
        if options.online:
            from jianjia.sitecheck import online

            return online.report(ROOT, options.site, sys.stdout)
        found, site = sitecheck.check(
            options.site, base=options.base, unused=options.unused, codes=codes
        )
    except sitecheck.Trouble as trouble:
        sys.stderr.write(f"没有查成：{trouble}\n")
        return 2
    _write(options.format, found, site)
    return 1 if found else 0


def _arguments() -> Parser:
    about = "检查建好的网站：链接、锚点、图片、样式、附件、转向。什么生成器建的都行。"
    parser = Parser(description=about, add_help=False, allow_abbrev=False)
    add = parser.add_argument
    add("--site", type=Path, metavar="文件夹", help="建好的网站", default=None)
    add("--base", default="", metavar="路径", help="网站挂在哪个网址或路径下（默认看 canonical）")
    add("--unused", action="store_true", help="另报没有人用的文件")
    add("--online", action="store_true", help="查站外链接，只报告；要联网，要装 lychee")
    add("--select", default="", metavar="编号", help="只查这些规则，逗号分开，可以只写开头")
    add("--ignore", default="", metavar="编号", help="不查这些规则")
    formats = "、".join(report.FORMATS)
    add("--format", default="full", choices=list(report.FORMATS), help=f"输出格式：{formats}")
    add("--explain", metavar="编号", help="说明一条规则")
    add("-h", "--help", action="help", help="显示这段说明")
    return parser


def _write(name: str, found: Sequence[sitecheck.Finding], site: sitecheck.Site) -> None:
    """路径前面加上网站文件夹，点得开。"""
    top = site.root.as_posix().rstrip("/")

    @functools.lru_cache(maxsize=1)
    def lines(path: str) -> list[str]:
        data = tree.load(site.root, path.removeprefix(f"{top}/"))
        return data.decode("utf-8", "replace").split("\n")

    shown = [replace(finding, path=f"{top}/{finding.path}") for finding in found]
    pages = sum(file.page for file in site.files.values())
    write_report(name, shown, report.Subject(pages, lines, RULES))
