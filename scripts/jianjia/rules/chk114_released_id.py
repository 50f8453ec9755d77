from collections.abc import Iterator

from jianjia import items
from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import lists


@rule(
    "CHK114",
    "发布过的事项编号没有了，或者换了清单",
    mend="改回原来的编号；真的撤销了，把编号写进那张清单的 retired。",
)
def check(library: Library) -> Iterator[Hit]:
    """
    读者手机里的勾认的是编号和清单。编号改了、挪到别的清单去了，已经办完的事又变成没办。

    反例是发布过 BR-FD-01，后来改成了 BR-FD-55；正例是保留 BR-FD-01，只改文字，
    或者把它写进 `retired: [BR-FD-01]`。
    """
    now = {
        item.id: (path, item)
        for path, page in lists(library)
        for item in page.items
        if item.id and not item.same_as
    }
    retired = {key for _, page in lists(library) for key in page.retired}
    paths = {items.home(path): path for path, _ in lists(library)}
    for key, home in library.released.items.items():
        if key in now:
            path, item = now[key]
            if items.home(path) != home and home in paths:
                said = f"{key} 发布时在 {paths[home]}，现在挪到了这里"
                yield Hit(item.line, said, item.column, path)
        elif key not in retired:
            path = paths.get(home, items.PATH)
            yield Hit(1, f"{key} 发布过，现在没有了", 1, path)
