"""覆盖率引导的模糊测试，跑一分钟。"""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from test_faults import MARK

HERE = Path(__file__).parent
SECONDS = 60


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None,
    reason="atheris 没有这个平台、这个 Python 的安装包（有的：Linux x86_64，Python 3.11 到 3.14）",
)
def test_a_minute_of_fuzzing_finds_no_crash(tmp_path):
    """从一百七十种毛病的样品和真实的几页出发，改着字节试一分钟：一次也没有抛出错来。"""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number, text in enumerate(sources()):
        for kind in range(256 // 8):
            if (number + kind) % 16 == 0:
                (seeds / f"{number}-{kind}").write_bytes(
                    bytes([kind * 8 + 2]) + text.encode()[:4000]
                )
    command = [sys.executable, str(HERE / "fuzz_check.py"), f"-max_total_time={SECONDS}"]
    more = ["-timeout=20", "-rss_limit_mb=2048", f"-artifact_prefix={tmp_path}/", str(seeds)]
    done = subprocess.run([*command, *more], capture_output=True, check=False)

    told = done.stderr.decode("utf-8", "replace")
    assert done.returncode == 0, told[-4000:]
    assert "Done" in told


def sources() -> list[str]:
    faults = yaml.safe_load((HERE / "faults.yml").read_text("utf-8"))
    root = HERE.parents[1]
    pages = sorted(root.glob("*/**/*.md"))[::12]
    real = [
        p.read_text("utf-8")
        for p in pages
        if p.parts[len(root.parts)] in {"docs", "policies", "checklists"}
    ]
    return [
        *(MARK.sub("", f"---\ntitle: 例子\n---\n\n{f['page']}") for f in faults if "page" in f),
        *real,
    ]
