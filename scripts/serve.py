"""预览：python3 dev.py serve [--address 127.0.0.1:8000]。"""

import argparse
import sys
from pathlib import Path

from jianjia.site.serve import serve

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description="开一个预览网站，改了文件自动刷新；按 Ctrl+C 停。")
    parser.add_argument(
        "--address", default="127.0.0.1:8000", help="地址和端口（默认 127.0.0.1:8000）"
    )
    options = parser.parse_args()
    print(f"预览地址：http://{options.address}/　按 Ctrl+C 停", flush=True)
    try:
        serve(ROOT, options.address)
    except OSError as error:
        print(f"开不了预览：{error.strerror}；换个端口：--address 127.0.0.1:8001", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
