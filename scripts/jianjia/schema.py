"""给编辑器的提示：开头的键值和各登记册的 JSON Schema，都由模型导出，不另写一份。"""

import json
from pathlib import Path
from typing import Any

from jianjia import registers
from jianjia.kinds import KINDS, PLAIN

FOLDER = ".vscode/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """文件名 → schema。"""
    pages = {kind.name: kind.meta.model_json_schema() for kind in (*KINDS.values(), PLAIN)}
    data = {
        "law": registers.Law.model_json_schema(by_alias=True),
        "profile": registers.Profile.model_json_schema(),
        "terms": registers.Terms.model_json_schema(),
        "guidance": {"type": "array", "items": registers.Guidance.model_json_schema()},
        "checks": {"type": "array", "items": registers.Check.model_json_schema()},
    }
    return {**pages, **data}


def settings() -> dict[str, Any]:
    """VS Code 的设置：哪些文件用哪个 schema。"""
    return {
        "yaml.schemas": {
            f"{FOLDER}/law.json": "data/laws/*.yml",
            **{
                f"{FOLDER}/{name}.json": f"data/{name}.yml"
                for name in ("profile", "terms", "guidance", "checks")
            },
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.detectIndentation": False,
        "editor.insertSpaces": True,
        "editor.tabSize": 4,
    }


def tasks() -> dict[str, Any]:
    """VS Code 的任务：存一次查一次，毛病标在行上。Markdown 开头的键值编辑器自己认不得，靠它。"""
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
    data = {f"{FOLDER}/{name}.json": schema for name, schema in schemas().items()}
    data |= {".vscode/settings.json": settings(), ".vscode/tasks.json": tasks()}
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
