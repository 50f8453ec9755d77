"""指南和案例：正文大体原样，指南开头是结论、依据、下一步。"""

from jianjia.library import Library
from jianjia.model import Case, Guide
from jianjia.site.cite import Citer
from jianjia.site.render import fills, parts


def guide(page: Guide, library: Library, citer: Citer) -> str:
    return "\n\n".join(
        part
        for part in (
            parts.fields(page.fields, citer, "jj-answer"),
            fills.blocks(page.blocks, page, library, citer),
        )
        if part
    )


def case(page: Case, library: Library, citer: Citer) -> str:
    return parts.blocks(page.blocks, citer)
