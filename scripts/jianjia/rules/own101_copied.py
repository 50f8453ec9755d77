from collections.abc import Iterator

from jianjia.library import Library
from jianjia.own_words import RUN
from jianjia.rules import Hit, rule


@rule("OWN101", "和别的材料一字不差", mend="用自己的话重写这一句；名称、口诀、条号、数字可以照写。")
def check(library: Library) -> Iterator[Hit]:
    """
    抄来的话既有版权问题，也常常带着人家的年代和口径。
    只有运行时加了 --sources 文件夹，才和里面的材料比；连着 25 个字一样就算。
    """
    if library.sources is None:
        return
    for path, page in library.items():
        for line, name, text in library.sources.runs(page.outline.text):
            yield Hit(
                line, f"连着 {len(text)} 个字和 {name} 一样（{RUN} 个就算）：{text[:30]}", 1, path
            )
