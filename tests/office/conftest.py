"""做一页文书或制度、把真实页面都排出来、请校验器和 LibreOffice 来看。"""

import functools
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jianjia import kinds, office
from jianjia.export import payload
from jianjia.expr import Engine
from jianjia.library import Library
from jianjia.model import Policy, Template
from jianjia.office import package
from jianjia.office.blocks import Flow

_SPECS = """
| 填写项 | 键 | 类型 | 必填 | 示例 | 说明 |
| --- | --- | --- | --- | --- | --- |
| 单位 | unit | 文本 | 是 | 示例公司 | |
| 上级 | upper | 文本 | 是 | 示例总工会 | |
| 署名 | signer | 文本 | 是 | 示例公司工会 | |
| 文号 | number | 文本 | 否 | 示工〔2026〕1号 | |
| 签发人 | approver | 文本 | 否 | 林若谷 | |
| 人数 | people | 整数 | 是 | 3 | |
| 经费 | money | 金额 | 是 | 20000 | |
| 日期 | day | 日期 | 是 | 2026-04-28 | |
| 意见 | opinion | 多行文本 | 否 | | |
| 名单 | members | 明细表（姓名 name、票数 votes 整数、日期 date 日期）×3 | 是 | | |
"""


@pytest.fixture
def template() -> Callable[..., Template]:
    """``template("正文", layout="公文")``：带一张常用填写项表的文书。"""

    def make(body: str, **front: str) -> Template:
        keys = {"title": "样张", "layout": "公文", "genre": "样张", **front}
        head = "".join(f"{key}: {value}\n" for key, value in keys.items())
        text = f"---\n{head}---\n\n## 填写项\n{_SPECS}\n## 正文\n\n{body}\n"
        page = kinds.read("docs/templates/branch/sample.md", text)
        assert isinstance(page, Template)
        assert not page.strays
        return page

    return make


@pytest.fixture
def policy() -> Callable[[str], Policy]:
    def make(body: str) -> Policy:
        text = f"---\ntitle: 样张\ndocument: 【单位】工会办法\n---\n\n{body}\n\n## 填写项\n{_SPECS}"
        page = kinds.read("policies/branch/sample.md", text)
        assert isinstance(page, Policy)
        return page

    return make


@dataclass(frozen=True)
class Made:
    """一份排好的真实文书；``kind``：``blank`` 空白件、``filled`` 照示例填好、``notes`` 填好的讲解版。"""

    page: Template | Policy
    kind: str
    flow: Flow
    data: bytes

    @property
    def name(self) -> str:
        return f"{payload.name_of(self.page)}-{self.kind}"


@pytest.fixture(scope="session")
def real(library: Library, engine: Engine) -> list[Made]:
    """仓库里全部文书和制度：空白件、照示例填好的件，制度另有讲解版。"""
    found = []
    for page in (*library.of_kind("template"), *library.of_kind("policy")):
        assert isinstance(page, Template | Policy)
        named = library.specs(page)
        specs = list(named.values())
        given = {s.key: payload.sampled(library, page.slug, s) for s in specs if not s.derive}
        values = engine.derive(specs, given)
        when = engine.condition(specs, values)
        found.append(
            Made(
                page,
                "blank",
                office.flow_of(page, named),
                package.docx(office.flow_of(page, named)),
            )
        )
        kinds_of = [("filled", False), *([("notes", True)] if isinstance(page, Policy) else [])]
        for kind, notes in kinds_of:
            flow = office.flow_of(page, named, values, when, notes=notes)
            data = office.filled(page, named, values, when, notes=notes)
            found.append(Made(page, kind, flow, data))
    return found


# —— 校验器和 LibreOffice ——


@pytest.fixture(scope="session")
def validate(root: Path) -> Callable[[Path], list[str]]:
    """用 Open XML SDK 校验一个文件，返回毛病。"""
    command = _validator(root)
    if not command:
        pytest.skip("没有 Open XML 校验器（npm ci 会装）")

    def run(path: Path) -> list[str]:
        done = subprocess.run([*command, path], capture_output=True, text=True, check=False)
        assert done.returncode in {0, 1}, done.stderr
        return [
            f"{e['path']} {e['xPath']} {e['description']}"
            for e in json.loads(done.stdout)["errors"]
        ]

    return run


def _validator(root: Path) -> list[str]:
    """优先直接用随 npm 装好的程序，不必有 Node.js。"""
    packages = sorted((root / "node_modules/@xarsh").glob("ooxml-validator-*/ooxml-validator*"))
    binary = next((path for path in packages if os.access(path, os.X_OK)), None)
    return [str(binary)] if binary else []


@pytest.fixture(scope="session")
def convert(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Mapping[str, bytes], str], Path]:
    """请 LibreOffice 把几份文件一次转好，返回所在的文件夹；开两个，一起转。"""
    soffice = os.environ.get("JIANJIA_SOFFICE") or shutil.which("soffice")
    if not soffice:
        pytest.skip("没有 LibreOffice")
    profiles = [tmp_path_factory.mktemp("profile").as_uri() for _ in range(2)]

    def once(profile: str, names: Sequence[str], folder: Path, to: str) -> None:
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
        sources = [str(folder / name) for name in names]
        subprocess.run(
            [*command, "--outdir", str(folder), *sources],
            check=True,
            capture_output=True,
            timeout=300,
        )

    def run(files: Mapping[str, bytes], to: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        for name, data in files.items():
            (folder / name).write_bytes(data)
        largest_first = sorted(files, key=lambda name: -len(files[name]))
        shares = [s for s in (largest_first[::2], largest_first[1::2]) if s]
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda job: once(*job, folder, to), zip(profiles, shares, strict=False)))
        return folder

    return run


@pytest.fixture(scope="session")
def to_pdf(
    convert: Callable[[Mapping[str, bytes], str], Path],
) -> Callable[[Mapping[str, bytes]], dict[str, Path]]:
    """把几份 .docx 一次转成 PDF。"""
    if not shutil.which("pdftotext"):
        pytest.skip("没有 pdftotext")

    def run(files: Mapping[str, bytes]) -> dict[str, Path]:
        folder = convert({f"{name}.docx": data for name, data in files.items()}, "pdf")
        return {name: folder / f"{name}.pdf" for name in files}

    return run


@functools.cache
def _text(path: Path, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="session")
def pdf_text() -> Callable[..., str]:
    return _text


# —— 浏览器里的那一份 ——


class Twin:
    """一直开着的 Node：``twin("page", payload=…, values=…)`` 在那边算一遍。"""

    def __init__(self, root: Path) -> None:
        node = shutil.which("node")
        if not node or not (root / "node_modules/esbuild").exists():
            pytest.skip("没有 Node.js 或 esbuild（npm ci 会装）")
        self.process = subprocess.Popen(
            [node, "web/tests/office_server.mjs"],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def __call__(self, job: str, **rest: Any) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"job": job, **rest}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer.get("ok")

    def close(self) -> None:
        self.process.communicate(timeout=10)


@pytest.fixture(scope="session")
def twin(root: Path) -> Iterator[Twin]:
    process = Twin(root)
    yield process
    process.close()


@pytest.fixture(scope="session")
def engine(library: Library) -> Engine:
    return Engine(library.registers.bands)


@pytest.fixture(scope="session")
def bands(library: Library) -> dict[str, Any]:
    """名额档次，浏览器里的写法。"""
    return payload.bands(library.registers.bands)


@pytest.fixture(scope="session")
def sample(library: Library) -> dict[str, Any]:
    """示例档案。"""
    found = library.registers.sample
    return {**found.profile, **found.congress}
