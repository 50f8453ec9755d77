"""离线包：python3 dev.py package。解压后双击 index.html 就能看，U 盘、内网都行。"""

import argparse
import sys
import tempfile
from pathlib import Path

from jianjia.export.archive import pack
from jianjia.site.build import build

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description="打一个离线包，解压后双击就能看。")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "dist/jianjia-offline.zip", help="放到哪里"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "jianjia"
        if problem := build(ROOT, site, offline=True):
            print(problem, file=sys.stderr)
            return 1
        pack(site, options.out)
    print(f"离线包：{options.out}（{options.out.stat().st_size / 1e6:.1f} MB）")
    return 0


if __name__ == "__main__":
    sys.exit(main())
