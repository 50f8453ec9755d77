from collections.abc import Iterator

from jianjia.kinds import KINDS
from jianjia.library import Library
from jianjia.meta import THEMES
from jianjia.rules import Hit, rule
from jianjia.rules._facts import facts


@rule("PATH104", "文件放错了文件夹", mend=f"放到“种类/主题/”下面；主题只有：{'、'.join(THEMES)}。")
def check(library: Library) -> Iterator[Hit]:
    """
    文件夹决定它是哪种页、属于哪个主题。放浅了、放深了、主题名拼错了，
    就成了没有种类的页：没有清单的方框，没有文书的下载，也进不了栏目。

    反例：

    ```path
    docs/guides/brunch/how-to.md
    ```

    正例：

    ```path
    docs/guides/branch/how-to.md
    ```
    """
    for path, page in facts(library).items():
        for kind in KINDS.values():
            if not path.startswith(f"{kind.folder}/"):
                continue
            theme = path.removeprefix(f"{kind.folder}/").partition("/")[0]
            if kind.themed and "/" in path.removeprefix(f"{kind.folder}/") and theme not in THEMES:
                yield Hit(1, f"没有叫“{theme}”的主题", 1, path)
            elif page.kind == "plain" and not path.endswith("/README.md"):
                where = f"{kind.folder}/主题/" if kind.themed else f"{kind.folder}/"
                yield Hit(1, f"{kind.label}要直接放在 {where} 下面", 1, path)
