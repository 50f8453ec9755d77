"""建站：python3 dev.py build [--out site] [--offline]。"""

import argparse
import sys
import time
from pathlib import Path

from jianjia.site.build import build

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description="建站到 site/；有警告就失败，旧网站不动。")
    parser.add_argument("--out", type=Path, default=ROOT / "site", help="建到哪里（默认 site）")
    parser.add_argument("--offline", action="store_true", help="建成双击就能看的离线版")
    parser.add_argument("--no-strict", action="store_true", help="有警告也建（只供排查）")
    options = parser.parse_args()
    start = time.perf_counter()
    problem = build(
        ROOT, options.out.resolve(), strict=not options.no_strict, offline=options.offline
    )
    if problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"网站建好了：{options.out}（{time.perf_counter() - start:.1f} 秒）")
    return 0


if __name__ == "__main__":
    sys.exit(main())
