"""各处共用的：真实仓库的内容、只建一次的网站、只开一次的浏览器。"""

import functools
import http.server
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import filelock
import pytest

from jianjia.library import Library

ROOT = Path(__file__).resolve().parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """几个进程一起跑时，Word 的测试都归一个：全部文书只排一遍、只转一遍。"""
    for item in items:
        if item.path.parent.name == "office":
            item.add_marker(pytest.mark.xdist_group("office"))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """仓库里的真实内容。"""
    return Library.load(ROOT)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """这一次测试里，几个同时跑的进程共用的文件夹。"""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


def _build(out: Path, **options: bool) -> Path:
    """谁先要谁建，别的进程等着用；没建成的，后来的照样看得到原因。"""
    from jianjia.site.build import build

    out.parent.mkdir(exist_ok=True)
    said = out.parent / "problem.txt"
    with filelock.FileLock(out.parent / "lock"):
        if not said.exists():
            said.write_text(build(ROOT, out, **options), "utf-8")
    problem = said.read_text("utf-8")
    assert problem == "", problem
    return out


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """严格模式建出来的网站，全部测试共用。"""
    return _build(shared / "online" / "site")


@pytest.fixture(scope="session")
def offline_site(shared: Path) -> Path:
    """双击就能看的离线版。文件夹名带空格、汉字和井号，U 盘上常这样。"""
    return _build(shared / "offline" / "建家 手册#1", offline=True)


class _Server(http.server.SimpleHTTPRequestHandler):
    """带着正式的响应头：网页违反安全策略，浏览器就会报错，测试就不过。"""

    def log_message(self, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        for line in Path(self.directory, "_headers").read_text("utf-8").splitlines()[1:]:
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()


class _Threads(http.server.ThreadingHTTPServer):
    def handle_error(self, *address: object) -> None:
        """浏览器没取完就关了网页，不算错。"""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*address)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """本机上的网站，返回网址（以 / 结尾）。"""
    handler = functools.partial(_Server, directory=str(site))
    with _Threads(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_address[1]}/"
        httpd.shutdown()


def chromium() -> str:
    """浏览器的路径；没有就跳过用到它的测试。"""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    found = os.environ.get("JIANJIA_CHROMIUM") or next(filter(None, map(shutil.which, names)), "")
    if not found:
        pytest.skip("没有找到 Chromium")
    return found


@pytest.fixture(scope="session")
def chrome():
    from playwright.sync_api import sync_playwright

    sandbox = [] if sys.platform == "win32" or os.geteuid() else ["--no-sandbox"]
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=[*sandbox, *quiet, "--disable-gpu", "--no-first-run"]
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(chrome, server: str, offline_site: Path):
    """打开一页：``open_page("guides/branch/founding/", width=360, dark=True, local=True)``。

    结束时：不许有控制台错误，不许向别的网站要任何东西。
    """
    contexts, faults = [], []

    def watch(page) -> None:
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))

    def refuse(route) -> None:
        faults.append(f"向别的网站要东西：{route.request.url}")
        route.abort()

    def open_(path: str, *, width: int = 1280, dark: bool = False, local: bool = False, **options):
        context = chrome.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            **options,
        )
        contexts.append(context)
        base = offline_site.as_uri() + "/" if local else server
        context.route(lambda url: not url.startswith((base, "data:", "blob:")), refuse)
        context.on("page", watch)
        page = context.new_page()
        page.goto(base + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []
