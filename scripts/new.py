"""新建：python3 dev.py new checklist branch/year-start。"""

import argparse
import sys
from pathlib import Path

from jianjia import scaffold, tree

ROOT = Path(__file__).resolve().parents[1]
NAMES = "、".join(f"{name} {label}" for name, label in scaffold.WHAT.items())


def main() -> int:
    parser = argparse.ArgumentParser(description="新建一份能通过检查的草稿；没写的会用中文问。")
    parser.add_argument("what", nargs="?", help=f"建什么：{NAMES}")
    parser.add_argument(
        "place", nargs="?", help="主题/名称，如 branch/year-start；没有主题的只写名称"
    )
    parser.add_argument("--title", help="标题")
    parser.add_argument("--prefix", help="清单事项编号的开头，如 BR-YS")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args()
    what = options.what or ask(f"建什么（{NAMES}）")
    place = options.place or ask("放在哪里（主题/名称；规则写 编号/英文名）")
    title = options.title or ask("标题")
    prefix = options.prefix or (ask("事项编号的开头，如 BR-YS") if what == "checklist" else "")
    try:
        wanted = scaffold.order(what, place, title, prefix)
        path = options.root / wanted.path
        if path.exists():
            raise scaffold.Refused(f"已经有 {wanted.path}，换个名称")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(scaffold.draft(wanted, tree.today()), "utf-8")
    except (scaffold.Refused, tree.Trouble) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"建好了：{wanted.path}。写法见 docs/about/format.md，写完运行 python3 dev.py check")
    return 0


def ask(question: str) -> str:
    """有人在键盘前才问；管道里运行就当没写。"""
    return input(f"{question}：").strip() if sys.stdin.isatty() else ""


if __name__ == "__main__":
    sys.exit(main())
