"""清单快慢的基准：一节怎么写、写进哪里、别的基准重写那一页时带不带得上。"""

from pathlib import Path

from jianjia.bench import interaction
from jianjia.bench.interaction import Action, Result

RESULT = Result(
    "筹建工会清单", 58, "Chromium 140", (Action("打勾", (10.0, 20.0, 30.0), (8.0, 10.0)),)
)
SLOW = Result("筹建工会清单", 58, "Chromium 140", (Action("打勾", (10.0, 70.0, 80.0)),))


def test_the_section_says_how_and_whether_the_goal_is_met():
    """表里有中位数和最慢的，说清放慢几倍、达没达到。"""
    text = interaction.section([RESULT, SLOW], "2026-11-29")
    assert "| 打勾 | 20 | 30 | 30 | 3 | 达到 | 9，2.2 倍 |" in text
    assert "| 打勾 | 70 | 80 | 80 | 3 | 没有达到 | — |" in text
    assert "CPU 放慢 4 倍" in text


def test_only_its_own_section_is_replaced(tmp_path: Path):
    """原来没有就加在最后；有就换掉，前后的节不动；别的基准重写时取得出来。"""
    page = tmp_path / interaction.PAGE
    page.parent.mkdir(parents=True)
    page.write_text("# 基准\n\n## 快慢\n\n表\n", "utf-8")
    interaction.write(tmp_path, [SLOW], "2026-11-28")
    page.write_text(page.read_text("utf-8") + "\n## 后面一节\n\n字\n", "utf-8")
    interaction.write(tmp_path, [RESULT], "2026-11-29")
    text = page.read_text("utf-8")

    assert text.count(interaction.TITLE) == 1
    assert "2026-11-28" not in text
    assert text.startswith("# 基准\n\n## 快慢\n\n表\n")
    assert text.endswith("## 后面一节\n\n字\n")
    assert interaction.kept(text).startswith(interaction.TITLE)
    assert "后面一节" not in interaction.kept(text)
    assert interaction.kept("# 基准\n") == ""
