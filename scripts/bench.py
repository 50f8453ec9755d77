"""基准：python3 dev.py bench build [--runs 5]。"""

import argparse
import sys
from pathlib import Path

from jianjia.bench import build, table

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description="量快慢：和同类工具轮流跑，看比值。")
    parser.add_argument("what", choices=["build"], help="build 建站")
    parser.add_argument("--runs", type=int, default=5, help="量几轮（默认 5）")
    options = parser.parse_args()
    count, timings = build.run(ROOT, options.runs)
    print(f"{count} 页，{options.runs} 轮\n\n{table(timings)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
