from collections.abc import Iterator

from jianjia.library import Library
from jianjia.rules import Hit, rule
from jianjia.rules._facts import linked
from jianjia.rules._files import attachments


@rule("ATT103", "没有哪一页用到这个文件", mend="链接到它，或者删掉它。")
def check(library: Library) -> Iterator[Hit]:
    """
    用不到的图片和附件白占地方，过期了也没有人更新，别人却能从旧链接下载到。
    docs/assets/ 里的归网页样式用，不在此列。

    反例是放在 docs/guides/ 里、没有一页链接到的 old.pdf，正例是有一页写着“[登记表](old.pdf)”。
    """
    used = linked(library)
    for path, _ in attachments(library):
        if path not in used and not path.startswith("docs/assets/"):
            yield Hit(1, "没有哪一页链接到它", 1, path)
