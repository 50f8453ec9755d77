from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule


@rule("REG001", "登记册写得不对", mend="照提示改 data/ 里的那一行；旁边的条目就是样子。")
def check(library: Library) -> Iterator[Hit]:
    """
    登记册里一处写错，引用它的每一页都会跟着错。

    反例：

    ```law
    id: example-law
    name: 示例条例
    level: 法规
    status: 现行
    ```

    正例：

    ```law
    id: example-law
    name: 示例条例
    level: 法律
    status: 现行
    ```
    """
    for path, problem in library.problems:
        if not problem.code.startswith("ENC"):
            yield Hit(problem.line, problem.message, problem.column, path)
    for loaded in library.registers.laws.loaded:
        if loaded.value is None and not loaded.problems:
            yield Hit(1, "这个文件是空的", 1, loaded.path)
