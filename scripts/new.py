"""新建一页：python3 dev.py new checklist branch/year-start。"""

import argparse
import datetime
import sys
from pathlib import Path

from jianjia import scaffold
from jianjia.kinds import KINDS

ROOT = Path(__file__).resolve().parents[1]


def ask(question: str) -> str:
    return input(f"{question}：").strip() if sys.stdin.isatty() else ""


def main() -> int:
    parser = argparse.ArgumentParser(description="新建一页能通过检查的草稿；没写的会用中文问。")
    names = "、".join(f"{kind.name} {kind.label}" for kind in KINDS.values())
    parser.add_argument("kind", nargs="?", help=f"种类：{names}")
    parser.add_argument(
        "place", nargs="?", help="主题/名称，如 branch/year-start；培训和案例只写名称"
    )
    parser.add_argument("--title", help="标题")
    parser.add_argument("--prefix", help="清单事项编号的开头，如 BR-YS")
    options = parser.parse_args()
    kind = options.kind or ask(f"建哪一种（{names}）")
    place = options.place or ask("放在哪里，写成 主题/名称")
    try:
        path = ROOT / scaffold.path_of(kind, place)
        if path.exists():
            raise scaffold.Refused(f"已经有 {path.relative_to(ROOT)}，换个名称")
    except scaffold.Refused as error:
        print(error, file=sys.stderr)
        return 2
    title = options.title or ask("标题") or path.stem
    prefix = options.prefix or (ask("事项编号的开头，如 BR-YS") if kind == "checklist" else "")
    path.parent.mkdir(parents=True, exist_ok=True)
    today = datetime.datetime.now().astimezone().date()
    text = scaffold.draft(kind, title, place, today, prefix or "ZZ-ZZ")
    path.write_text(text, "utf-8")
    print(
        f"建好了：{path.relative_to(ROOT)}。写法见 docs/about/format.md，写完运行 python3 dev.py check"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
