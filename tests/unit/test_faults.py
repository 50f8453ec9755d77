"""内容会出的一百七十种毛病，逐条试：查得出、指得准、不多报；不会有的，说得出为什么。"""

import datetime
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from jianjia import kinds, sitecheck
from jianjia.library import Disk, Library
from jianjia.rules import RULES, run

HERE = Path(__file__).parent
FAULTS = yaml.safe_load((HERE / "faults.yml").read_text("utf-8"))
COUNT = 170
TODAY = datetime.date(2026, 11, 29)
MARK = re.compile(r"‹([A-Z0-9 ]+)›")
ITEM = "    - 依据：工作经验\n    - 责任：工会主席\n    - 留存：通知"

HOMES = {
    "plain": "docs/about/example.md",
    "guide": "docs/guides/branch/example.md",
    "case": "docs/cases/example.md",
    "checklist": "checklists/democracy/example.md",
    "template": "docs/templates/branch/example.md",
    "policy": "policies/branch/example.md",
    "training": "docs/training/example.md",
}
FRONTS = {
    "plain": {"title": "例子"},
    "case": {
        "title": "例子", "summary": "结果", "theme": "branch", "unit": "工厂", "reviewed": "2026-11-20",
    },
    "checklist": {"title": "例子", "summary": "会前", "prefix": "ZZ-AA", "reviewed": "2026-11-20"},
    "template": {
        "title": "例子", "summary": "通知", "layout": "表格", "genre": "通知", "reviewed": "2026-11-20",
    },
    "policy": {
        "title": "例子", "summary": "办法", "applies_to": "[企业]", "reviewed": "2026-11-20",
    },
    "training": {
        "title": "例子", "summary": "实训", "theme": "branch", "minutes": 5, "passing": 1, "reviewed": "2026-11-20",
    },
}  # fmt: skip
"""各种页开头最少要写的。"""
USAGE = "- 什么时候用：会前七天\n- 份数：一份\n- 下一步：开会\n- 依据：工作经验\n"
HEAD = "| 填写项 | 键 | 类型 | 必填 | 示例 | 说明 |\n| --- | --- | --- | --- | --- | --- |\n"
BODIES = {
    "plain": "{page}",
    "case": "{page}",
    "checklist": "## 会前\n\n{page}",
    "template": "## 使用说明\n\n" + USAGE + "\n{specs}## 正文\n\n### 会议通知\n\n{page}",
    "policy": "## 总则\n\n**第一条** 为规范本会的工作，制定本办法。\n\n- 幅度：可改\n- 依据：工作经验\n\n"
    "{page}\n\n## 采用办法\n\n职代会通过。\n\n## 备案和复审\n\n一年一次。\n",
    "training": "## 第一张\n\n- 要点\n\n> 时间：5 分钟\n> 讲解：说明。\n\n## 测验\n\n{page}",
}
"""正文最少要有的，样品填在中间。"""


@dataclass(frozen=True)
class Sample:
    """去掉标记的各个文件，和该报的：（路径，行，编号）。"""

    files: dict[str, str]
    expected: set[tuple[str, int, str]]


def sample(fault: dict, text: str) -> Sample:
    """一页的样品。"""
    kind = fault.get("kind", "plain")
    path = fault.get("path") or HOMES[kind]
    return marked({path: text if text.lstrip("\ufeff\n").startswith("---") else page(fault, text)})


def page(fault: dict, text: str) -> str:
    kind = fault.get("kind", "plain")
    front = {**FRONTS[kind], **fault.get("front", {})}
    front |= {key: fault[key] for key in ("layout", "genre") if key in fault}
    rows = "".join(f"{key}: {value}\n" for key, value in front.items() if value is not None)
    specs = f"## 填写项\n\n{HEAD}{fault['specs'].strip()}\n\n" if "specs" in fault else ""
    return f"---\n{rows}---\n\n" + BODIES[kind].format(page=text.rstrip("\n"), specs=specs) + "\n"


def marked(files: dict[str, str]) -> Sample:
    expected = set()
    out = {}
    for path, text in files.items():
        rows = text.replace("\n@", f"\n{ITEM}").split("\n")
        for number, row in enumerate(rows, 1):
            for m in MARK.finditer(row):
                expected |= {(path, number, code) for code in m[1].split()}
        out[path] = MARK.sub("", "\n".join(rows))
    return Sample(out, expected)


def found(library: Library, files: dict[str, str]) -> set[tuple[str, int, str]]:
    """放进一个小仓库：旁边有写作格式，另有一页链接到它们。"""
    hub = "docs/about/links.md"
    links = "".join(
        f"- [第{n}页](<{'../' * 2}{path}>)\n" if not path.startswith("docs/")
        else f"- [第{n}页](<../{path.removeprefix('docs/')}>)\n"
        for n, path in enumerate(files, 1)
    )  # fmt: skip
    pages = {"docs/about/format.md": library["docs/about/format.md"]}
    pages[hub] = kinds.read(hub, f"---\ntitle: 链接\n---\n\n{links}")
    pages |= {path: kinds.read(path, text) for path, text in files.items()}
    small = Library(pages, library.registers, library.files | set(files))
    small.disk = Disk(None, tuple(pages))
    small.today = TODAY
    return {(f.path, f.line, f.code) for f in run(small, RULES, frozenset(files))}


def samples(fault: dict) -> list[Sample]:
    texts = [*([fault["page"]] if "page" in fault else []), *fault.get("samples", [])]
    made = [sample(fault, text) for text in texts]
    return [*made, *([marked(fault["pages"])] if "pages" in fault else [])]


def named(fault: dict) -> str:
    return f"{fault['id']}-{fault['fault']}"


@pytest.mark.parametrize("fault", [f for f in FAULTS if samples(f)], ids=named)
def test_a_fault_in_the_source_is_found(fault, library):
    """报在标着的那一行，报的是标着的那一条；没有标的不报。"""
    extra = set(fault.get("extra", ()))
    for one in samples(fault):
        told = found(library, one.files)
        first = {(path, 1, fault["first"]) for path in one.files} if "first" in fault else set()

        assert {hit for hit in told if hit[2] not in extra} == one.expected | first
        assert bool(told) != bool(fault.get("clean"))


@pytest.mark.parametrize("fault", [f for f in FAULTS if "data" in f], ids=named)
def test_a_fault_in_a_register_is_found(fault, root, tmp_path):
    """登记册里的毛病，报在登记册的那一行。"""
    shutil.copytree(root / "data", tmp_path / "data")
    one = marked(fault["data"])
    for path, text in one.files.items():
        (tmp_path / path).write_text(text, "utf-8")
    hits = {(f.path, f.line, f.code) for f in run(Library.load(tmp_path), ["REG001"])}

    assert hits == one.expected


@pytest.mark.parametrize("fault", [f for f in FAULTS if "site" in f], ids=named)
def test_a_fault_in_the_site_is_found(fault, tmp_path):
    """建好的网站里的毛病。"""
    one = marked(fault["site"])
    for path, text in one.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    first = {("index.html", 1, fault["first"])} if "first" in fault else set()

    assert {(f.path, f.line, f.code) for f in sitecheck.check(tmp_path)[0]} == one.expected | first


def test_every_fault_has_an_answer():
    """一百七十种，一种不少；每一种都查得出，或者说得出为什么不会有、查不出。"""
    assert [fault["id"] for fault in FAULTS] == list(range(1, COUNT + 1))
    for fault in FAULTS:
        tried = [
            key for key in ("page", "pages", "samples", "data", "site", "test") if key in fault
        ]
        assert tried or fault.get("reason"), fault["id"]
        assert fault.get("reason") or not fault.get("open"), fault["id"]


def test_the_tests_named_exist(root):
    """写着由别的测试来试的，那个测试真的有；编号也真的有。"""
    known = {**RULES, **sitecheck.RULES}
    for fault in FAULTS:
        assert fault.get("code", "LNK101") in known, fault["id"]
        if "test" in fault:
            name, _, function = fault["test"].partition("::")
            assert f"def {function}(" in (HERE / name).read_text("utf-8"), fault["test"]
        for name in re.findall(r"test_\w+\.py", fault.get("reason", "")):
            assert list((root / "tests").rglob(name)), (fault["id"], name)
        for function in re.findall(r"\b(test_\w+)\b(?!\.py)", fault.get("reason", "")):
            tests = (path.read_text("utf-8") for path in (root / "tests").rglob("test_*.py"))
            assert any(f"def {function}(" in text for text in tests), (fault["id"], function)
