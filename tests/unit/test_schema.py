"""给编辑器的提示：由模型导出，放在仓库里的是最新的，真的登记册都合得上。"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jianjia import schema, yamlio
from jianjia.kinds import KINDS

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_committed_is_fresh(root):
    """.vscode/ 里的和模型一样；不一样就运行 python3 dev.py check --schema。"""
    assert schema.stale(root) == []


def test_the_command_tells_what_is_stale(tmp_path):
    """--check-schema 说出哪个旧了，退出码 1；--schema 重写以后就不旧了。"""

    def run(option: str):
        command = [sys.executable, str(ROOT / "scripts/check.py"), option, "--root", str(tmp_path)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert run("--check-schema").returncode == 1
    assert run("--schema").returncode == 0
    (tmp_path / ".vscode/tasks.json").write_text("{}", "utf-8")
    told = run("--check-schema")
    assert (told.returncode, told.stdout.split(" ")[0]) == (1, ".vscode/tasks.json")
    run("--schema")
    assert run("--check-schema").returncode == 0


def fits(value: Any, rule: dict[str, Any], defs: dict[str, Any]) -> bool:
    """够用的一小部分 JSON Schema。"""
    if "$ref" in rule:
        return fits(value, defs[rule["$ref"].rpartition("/")[2]], defs)
    if "anyOf" in rule:
        return any(fits(value, one, defs) for one in rule["anyOf"])
    if "enum" in rule and value not in rule["enum"]:
        return False
    kinds = {
        "string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None),
        "number": (int, float),
    }  # fmt: skip
    if "type" in rule and not isinstance(value, kinds[rule["type"]]):
        return False
    if "pattern" in rule and not re.search(rule["pattern"], value):
        return False
    if rule.get("type") == "array":
        return all(fits(one, rule.get("items", {}), defs) for one in value)
    if rule.get("type") == "object":
        known = rule.get("properties", {})
        if rule.get("additionalProperties") is False and not value.keys() <= known.keys():
            return False
        return set(rule.get("required", ())) <= value.keys() and all(
            fits(one, known[key], defs) for key, one in value.items() if key in known
        )
    return True


@pytest.mark.parametrize("name", sorted(schema.DATA))
def test_the_real_registers_fit(root, name):
    """仓库里的登记册，照 schema 都写得对；写错一个键就不对。"""
    rule = schema.schemas()[name]
    paths = list(root.glob(schema.DATA[name][0]))

    assert paths
    for path in paths:
        value = yamlio.load(path.read_text("utf-8")).data
        assert fits(value, rule, rule.get("$defs", {})), path
        wrong = (
            [{**value[0], "没有这个键": 1}]
            if isinstance(value, list)
            else {**value, "没有这个键": 1}
        )
        assert not fits(wrong, rule, rule.get("$defs", {})), path


def test_the_task_reads_our_reports(root):
    """任务认毛病用的式子，认得出 concise 的一行。"""
    pattern = json.loads(schema.files()[".vscode/tasks.json"])["tasks"][0]["problemMatcher"][
        "pattern"
    ]
    m = re.match(pattern["regexp"], "docs/a.md:3:5: LNK101 没有文件“x.md”")

    assert m is not None
    assert [m[pattern[key]] for key in ("file", "line", "column", "code")] == [
        "docs/a.md", "3", "5", "LNK101",
    ]  # fmt: skip


def test_snippets_have_what_is_needed():
    """每种页的片段，必须写的键一个不少。"""
    made = schema.snippets()
    for kind in KINDS.values():
        body = "\n".join(made[f"{kind.label}的开头"]["body"])
        assert all(f"\n{key}: " in body for key in kind.meta.needed), kind.name
