"""做一页文书或制度、把真实页面都排出来、请校验器和 LibreOffice 来看。"""

import functools
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jianjia import kinds, office
from jianjia.library import Library
from jianjia.model import Policy, Template
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
    """一份排好的真实文书。"""

    name: str
    page: Template | Policy
    flow: Flow
    data: bytes


def _example(value: Any, columns: tuple[Any, ...]) -> Any:
    """填写项表里的示例：明细表写成“甲，1；乙，2”。"""
    if not columns or not isinstance(value, str):
        return value
    keys = [column.key for column in columns]
    return [dict(zip(keys, row.split("，"), strict=False)) for row in value.split("；") if row]


@pytest.fixture(scope="session")
def real(library: Library) -> list[Made]:
    """仓库里全部文书和制度，空白件和照示例填好的件各一份。"""
    made = []
    for page in (*library.of_kind("template"), *library.of_kind("policy")):
        assert isinstance(page, Template | Policy)
        specs = library.specs(page)
        values = {s.key: _example(s.example, s.columns) for s in specs.values()}
        name = f"{page.kind}-{page.theme}-{page.slug}"
        blank = office.flow_of(page, specs)
        full = office.flow_of(page, specs, values, _always)
        made.append(Made(f"{name}-blank", page, blank, office.blank(page, specs)))
        made.append(Made(f"{name}-filled", page, full, office.filled(page, specs, values, _always)))
    return made


def _always(expr: str, values: Mapping[str, Any]) -> bool:
    """算式在别处测；这里一律当作成立。"""
    return True


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
def to_pdf(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Mapping[str, bytes]], dict[str, Path]]:
    """把几份 .docx 一次转成 PDF。"""
    soffice = os.environ.get("JIANJIA_SOFFICE") or shutil.which("soffice")
    if not soffice or not shutil.which("pdftotext"):
        pytest.skip("没有 LibreOffice 或 pdftotext")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def run(files: Mapping[str, bytes]) -> dict[str, Path]:
        folder = tmp_path_factory.mktemp("word")
        for name, data in files.items():
            (folder / f"{name}.docx").write_bytes(data)
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        sources = [str(folder / f"{name}.docx") for name in files]
        subprocess.run(
            [*command, "--outdir", str(folder), *sources],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return {name: folder / f"{name}.pdf" for name in files}

    return run


@functools.cache
def _text(path: Path, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="session")
def pdf_text() -> Callable[..., str]:
    return _text
