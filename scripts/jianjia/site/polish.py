"""主题模板里的小毛病，印出来以后再补；主题修好了，这里就删。"""

_SEARCH = '<div class="md-search" data-md-component="search" role="dialog">'
_NAMED = _SEARCH.replace('role="dialog"', 'role="dialog" aria-label="搜索"')


def polish(html: str) -> str:
    """搜索框是个对话框，要有名字，读屏才念得出来。"""
    return html.replace(_SEARCH, _NAMED, 1)
