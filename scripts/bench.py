"""基准：python3 dev.py bench build|check|interaction [--runs 5]。"""

import argparse
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description="量快慢：和同类工具轮流跑，看比值。")
    words = "build 建站；check 校验；interaction 清单用起来；后两样写进 docs/about/benchmarks.md"
    parser.add_argument("what", choices=["build", "check", "interaction"], help=words)
    parser.add_argument("--runs", type=int, default=5, help="量几轮（默认 5）")
    parser.add_argument("--pages", default="300,1000,3000", help="check：语料各多少页")
    parser.add_argument("--date", default="", help="写进结果的日子；不给就只印出来")
    options = parser.parse_args()
    if options.what == "build":
        from jianjia.bench import build, table

        count, timings = build.run(ROOT, options.runs)
        print(f"{count} 页，{options.runs} 轮\n\n{table(timings)}")
        return 0
    if options.what == "interaction":
        from jianjia.bench import interaction

        browser = os.environ.get("JIANJIA_CHROMIUM") or shutil.which("chromium") or ""
        found = interaction.run(ROOT, options.runs, browser)
        if options.date:
            interaction.write(ROOT, found, options.date)
        print(interaction.section(found, options.date))
        return 0
    from jianjia.bench import check, results

    sizes = [int(part) for part in options.pages.split(",")]
    result = check.run(ROOT, options.runs, sizes)
    if options.date:
        results.write(ROOT, result, options.date)
    print(results.page(result, options.date))
    return 0


if __name__ == "__main__":
    sys.exit(main())
