from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import lists


@rule(
    "CHK113",
    "两张清单用了同一个编号开头",
    mend="给后一张换一个没用过的 prefix，事项编号跟着改；发布过的不改，改另一张。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    编号开头认的是清单。两张用同一个，迟早会编出一样的号，勾了一项另一张也跟着勾上。

    反例：

    ```path
    checklists/branch/how-to.md
    checklists/branch/how-two.md
    ```

    正例：

    ```path
    checklists/branch/how-to.md
    ```
    """
    first: dict[str, str] = {}
    for path, page in lists(library):
        prefix, line, column = page.prefix
        if prefix in first:
            yield Hit(line, f"{prefix} 已经用在 {first[prefix]}", column, path)
        elif prefix:
            first[prefix] = path
