"""给编辑器的提示：开头的键值和各登记册的 JSON Schema，都由模型导出，不另写一份。

VS Code 的 YAML 扩展照 ``settings.json`` 用登记册的 schema；Markdown 开头的键值它不认，
所以另给“打几个字出来一段”的片段，和存一次查一次的任务，毛病标在行上。
"""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from jianjia import registers
from jianjia.calendar import Year
from jianjia.kinds import KINDS, PLAIN
from jianjia.meta import Meta

FOLDER = ".vscode/schema"
DATA: dict[str, tuple[str, type[BaseModel]]] = {
    "law": ("data/laws/*.yml", registers.Law),
    "region": ("data/regions/*.yml", registers.Region),
    "calendar": ("data/calendar/*.yml", Year),
    "profile": ("data/profile.yml", registers.Profile),
    "terms": ("data/terms.yml", registers.Terms),
    "bands": ("data/bands.yml", registers.Bands),
    "sample": ("data/sample.yml", registers.Sample),
    "guidance": ("data/guidance.yml", registers.Guidance),
    "checks": ("data/checks.yml", registers.Check),
}
"""登记册：schema 的名称 → 文件，模型。后两个文件是一串。"""
LISTS = ("guidance", "checks")


def schemas() -> dict[str, dict[str, Any]]:
    """名称 → schema。"""
    out = {kind.name: kind.meta.model_json_schema() for kind in (*KINDS.values(), PLAIN)}
    for name, (_, model) in DATA.items():
        one = model.model_json_schema(by_alias=True)
        if name in LISTS:  # 里面用到的定义要在最外面
            inner = {key: value for key, value in one.items() if key != "$defs"}
            one = {"type": "array", "items": inner, "$defs": one.get("$defs", {})}
        out[name] = one
    return out


def settings() -> dict[str, Any]:
    """VS Code 的设置：哪些文件用哪个 schema，缩进几格。"""
    return {
        "yaml.schemas": {f"{FOLDER}/{name}.json": files for name, (files, _) in DATA.items()},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.detectIndentation": False,
        "editor.insertSpaces": True,
        "editor.tabSize": 4,
        "[yaml]": {"editor.tabSize": 2},
        "[markdown]": {"editor.quickSuggestions": {"other": True, "comments": False}},
    }


def snippets() -> dict[str, Any]:
    """片段：在新建的 Markdown 里打“指南”“清单”……，出来这种页开头的键值。"""
    return {
        f"{kind.label}的开头": {
            "scope": "markdown",
            "prefix": [kind.label, f"---{kind.name}"],
            "description": f"{kind.label}：必须写的键",
            "body": ["---", *_keys(kind.meta), "---", "", "$0"],
        }
        for kind in (*KINDS.values(), PLAIN)
    }


def _keys(model: type[Meta]) -> list[str]:
    return [
        f"{key}: ${{{number}:{model.model_fields[key].description}}}"
        for number, key in enumerate(model.needed, 1)
    ]


def tasks() -> dict[str, Any]:
    """VS Code 的任务：检查，毛病标在行上。"""
    pattern = {
        "regexp": r"^(.+?):(\d+):(\d+): ([A-Z]{2,4}\d{3}) (.+)$",
        "file": 1,
        "line": 2,
        "column": 3,
        "code": 4,
        "message": 5,
    }
    check = {
        "label": "检查内容",
        "type": "shell",
        "command": "python3 dev.py check --format concise",
        "windows": {"command": "py dev.py check --format concise"},
        "problemMatcher": {
            "owner": "jianjia",
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": pattern,
        },
        "group": {"kind": "build", "isDefault": True},
        "presentation": {"reveal": "silent"},
    }
    return {"version": "2.0.0", "tasks": [check]}


def files() -> dict[str, str]:
    """仓库路径 → 内容。"""
    data: dict[str, Any] = {f"{FOLDER}/{name}.json": one for name, one in schemas().items()}
    data |= {
        ".vscode/settings.json": settings(),
        ".vscode/tasks.json": tasks(),
        ".vscode/jianjia.code-snippets": snippets(),
        ".vscode/extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
    }
    return {
        path: json.dumps(value, ensure_ascii=False, indent=2) + "\n" for path, value in data.items()
    }


def write(root: Path) -> None:
    for path, text in files().items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def stale(root: Path) -> list[str]:
    """和模型对不上的文件。"""
    return [
        path
        for path, text in files().items()
        if not (root / path).is_file() or (root / path).read_text("utf-8") != text
    ]
