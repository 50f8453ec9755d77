"""参加校验比较的工具：怎么装、怎么跑、从它的输出里取出一处处问题。"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
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
    touch: bool = False
    """跑之前先改一页：上次的结果还在，只有这一页要重查。"""
    judged: bool = True
    """参不参加找毛病；同一个工具换个量法的，不必再比一遍。"""

    def contender(self, corpus: Path, bad: bool = False) -> Contender:
        folder = corpus / f"{'bad-' if bad else ''}{self.on}"
        before = (lambda: _touch(folder)) if self.touch else None
        return Contender(self.name, self.command(folder), folder, self.ok, before)

    def found(self, corpus: Path, bad: bool) -> set[str]:
        """跑一次，取出一处处问题。"""
        one = self.contender(corpus, bad)
        run = measure(one.command, one.cwd)
        if run.code not in self.ok or "Traceback (most recent" in run.errors:
            raise RuntimeError(f"{self.name} 自己出错了：\n{run.errors[-800:]}")
        return self.lines(run.output + run.errors, one.cwd)


def _touch(folder: Path) -> None:
    """改一页，每次都和以前不一样。"""
    path = min((folder / "docs/guides").rglob("guide-*.md"))
    text = re.sub(r"\n第\d+稿。\n\Z", "", path.read_text("utf-8"))
    path.write_text(f"{text}\n第{time.time_ns()}稿。\n", "utf-8")


# ── 我们的 ────────────────────────────────────────────────────────────

SITE = "建家：查网站"
LINKS = "建家：查源文件的链接（从头查）"
LINKS_AGAIN = "建家：查源文件的链接（改了一页）"
WHOLE = "建家：查源文件，全部规则（从头查）"
WHOLE_AGAIN = "建家：查源文件，全部规则（改了一页）"


def ours(root: Path) -> list[Tool]:
    def source(script: str, *more: str) -> Callable[[Path], Sequence[str]]:
        return lambda at: _script(root, script, "--root", str(at), *more)

    fresh = "--no-cache"
    return [
        Tool(
            SITE, "site", lambda at: _script(root, "validate_links.py", "--site", str(at)), placed
        ),
        Tool(LINKS, "source", source("validate_links.py", fresh), placed),
        Tool(WHOLE, "source", source("check.py", fresh), placed),
        Tool(WHOLE_AGAIN, "source", source("check.py"), placed, touch=True, judged=False),
        Tool(LINKS_AGAIN, "source", source("validate_links.py"), placed, touch=True, judged=False),
    ]


def _script(root: Path, name: str, *more: str) -> list[str]:
    return [sys.executable, str(root / "scripts" / name), "--format", "concise", *more]


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


def npm(folder: Path) -> list[Tool]:
    """markdownlint-cli2 和 linkinator。"""
    bins = folder / "node_modules/.bin"
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


def zensical(program: str) -> list[Tool]:
    """Zensical 建站时查链接。它不认我们的钩子，当普通 Markdown 建。"""

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

PYTHON_LOCK = "requirements-bench.lock"
NODE_LOCK = "scripts/jianjia/bench/npm/package-lock.json"


def python_tools(root: Path, cache: Path) -> Path:
    """照锁文件装好的 Python 工具在哪个文件夹；装不上就抛错。和平常的环境分开。"""
    folder = cache / "venv"
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    lock = root / PYTHON_LOCK
    if _installed(folder, lock):
        return scripts
    print("· 安装 lychee、Zensical …", file=sys.stderr, flush=True)
    venv.create(folder, with_pip=True, clear=True)
    pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--no-deps"]
    _do([*pip, "--disable-pip-version-check", "--require-hashes", "-r", str(lock)], root)
    _stamp(folder, lock)
    return scripts


def node_tools(root: Path, cache: Path) -> Path:
    """照锁文件装好的 Node 工具的文件夹；装不上就抛错。"""
    folder = cache / "npm"
    lock = root / NODE_LOCK
    if _installed(folder, lock):
        return folder
    print("· 安装 markdownlint、linkinator …", file=sys.stderr, flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(lock.parent / name, folder)
    # 写明 --prefix：不然 npm 会一路往上，装进仓库自己的 node_modules。
    install = ["npm", "ci", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"]
    _do([*install, "--silent"], folder)
    _stamp(folder, lock)
    return folder


def _installed(folder: Path, lock: Path) -> bool:
    mark = folder / ".stamp"
    return mark.is_file() and mark.read_text("utf-8") == _print(lock)


def _stamp(folder: Path, lock: Path) -> None:
    (folder / ".stamp").write_text(_print(lock), "utf-8")


def _print(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()


class NotInstalled(Exception):
    """工具没有装上，原因是一句话。"""


def _do(command: Sequence[str], cwd: Path) -> None:
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    except OSError as error:
        raise NotInstalled(str(error)) from error
    if done.returncode:
        raise NotInstalled((done.stderr or done.stdout).strip()[-300:])


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
