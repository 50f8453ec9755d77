import re
from collections.abc import Iterator

from jianjia.model import Page
from jianjia.rules import Hit, rule, spot
from jianjia.rules._common import printed

_PATTERN = r"(?<![A-Za-z])(?:TODO|FIXME|TBD|X{3,})(?![A-Za-z])|待补(?!选|缴|发|偿|助|交|办|签|贴)|待填(?!写|报)|待完善|待续|此处填|××+|某某"

_SIGNS = re.compile("TODO|FIXME|TBD|XXX|××")


@rule("PG117", "没写完的记号还留着", mend="把它写完；写不出的，整句删掉，记到别处。")
def check(page: Page) -> Iterator[Hit]:
    """
    TODO、待补、XXX、某某是写给自己看的，读者见了会以为整页都没写完。

    反例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前 XXX 天发通知。
    ```

    正例：

    ```plain
    ---
    title: 怎样建会
    ---

    提前七天发通知。
    ```
    """
    words = page.words
    found = _SIGNS.search(page.marks) or "某某" in words or "此处填" in words
    if page.for_editors or not (found or ("待" in words and re.search("待[补填完续]", words))):
        return
    body = printed(page)
    for m in re.finditer(_PATTERN, page.words):
        hit = spot(page, m.start(), f"“{m[0]}”还没有写成正式的话")
        if hit.line not in body:
            yield hit
