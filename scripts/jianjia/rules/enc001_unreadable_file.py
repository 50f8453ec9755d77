from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule("ENC001", "文件读不出来", mend="用编辑器另存为 UTF-8 纯文本；太大的拆成几页。")
def check(library: Library) -> Iterator[Hit]:
    """
    编码不是 UTF-8 的文件，读者看到的是乱码；太大的文件，手机打不开。

    反例是用 GBK 编码存的文件，正例是同样的字存成 UTF-8。
    """
    for path, problem in library.problems:
        if problem.code.startswith("ENC"):
            yield Hit(problem.line, problem.message, problem.column, path)
