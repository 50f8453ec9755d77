"""主题模板里的小毛病，印出来以后再补；主题修好了，这里就删。"""

import re

_SEARCH = '<div class="md-search" data-md-component="search" role="dialog">'
_NAMED = _SEARCH.replace('role="dialog"', 'role="dialog" aria-label="搜索"')
_NEXT = re.compile(r'<link rel="next" href="[^"]*">')


def polish(html: str) -> str:
    """搜索框是个对话框，要有名字，读屏才念得出来；指着下一页的链接，Firefox 会先去取，费流量，又被安全策略拦下报错。"""
    return _NEXT.sub("", html.replace(_SEARCH, _NAMED, 1), count=1)
