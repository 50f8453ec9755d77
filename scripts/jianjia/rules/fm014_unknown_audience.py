from collections.abc import Iterator

from jianjia.model import Page
from jianjia.registers import Registers
from jianjia.rules import Hit, rule
from jianjia.rules.fm013_full_width_comma import is_list_mistake


@rule(
    "FM014",
    "写给谁看，写了用词表里没有的人",
    mend="照 data/terms.yml 里 audience 的写法写；确实要添的，先添到那里。",
)
def check(page: Page, data: Registers) -> Iterator[Hit]:
    """
    “写给谁看”要能归类，同一种人写成两个名字就归不到一起。

    反例：

    ```plain
    ---
    title: 怎样建会
    audience: [工会干部们]
    ---
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    audience: [工会干部]
    ---
    ```
    """
    known = data.terms.audience
    for i, name in enumerate(page.meta.audience):
        if known and name not in known and not is_list_mistake(name):
            line, column = page.outline.front.place(("audience", i))
            yield Hit(line, f"用词表里没有“{name}”", column)
