from collections.abc import Iterator

from jianjia.model import Checklist
from jianjia.rules import Hit, rule

LIMIT = 15


@rule("CHK123", "一个阶段里事项太多", mend="按先后或按对象再分几个小标题，一段最好不超过 9 项。")
def check(page: Checklist) -> Iterator[Hit]:
    """
    一口气列十几项，读者看不到头，常常做到一半就放下了。

    反例是一个“## 会前”下面连着列 16 项，正例是分成“## 定方案”“## 发通知”两段。
    """
    for stage in page.stages:
        if len(stage.items) > LIMIT:
            said = f"“{stage.title or page.title}”下面有 {len(stage.items)} 项，最多 {LIMIT} 项"
            yield Hit(stage.line, said)
