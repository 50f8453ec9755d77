"""普通页：正文大体原样，标记处填进生成的内容。"""

from jianjia.library import Library
from jianjia.model import Plain
from jianjia.site.cite import Citer
from jianjia.site.render import fills


def draw(page: Plain, library: Library, citer: Citer) -> str:
    if page.path.startswith("docs/about/"):
        # 说明写法的页里到处是样子，引用不能真的加上链接。
        return fills.only(page.body, page, library, citer)
    return fills.blocks(page.body, page, library, citer)
