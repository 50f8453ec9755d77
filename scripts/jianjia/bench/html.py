"""语料网页的版面：照着 Material 主题写的一页，页首、导航、目录、正文、页尾都有。"""

import re
from collections.abc import Iterable, Sequence
from html import escape

SITE = "https://example.org/jianjia/"
ICON = (
    "M12 2A10 10 0 0 0 2 12a10 10 0 0 0 10 10 10 10 0 0 0 10-10A10 10 0 0 0 12 2m0 2a8 8 0 0 1 8 8"
)
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{ICON}"/></svg>'
_TITLE = re.compile(r'<h([23]) id="([^"]+)">(.*?)<a class="headerlink"')

ASSETS = {
    "assets/main.css": "/* 样式 */\n"
    + "".join(f".md-c{n} {{ color: #{n:06x}; margin: 0 0 {n}px }}\n" for n in range(1500))
    + '.md-logo { background: url("logo.svg") }\n',
    "assets/palette.css": ":root { --fg: #000000de }\n" * 200,
    "assets/logo.svg": SVG,
    "assets/bundle.js": 'addEventListener("load",()=>{document.body.dataset.ready="1"});\n' * 900,
}

_HEAD = """<!doctype html>
<html lang="zh" class="no-js">
  <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="description" content="{title}：依据、步骤、下载。">
      <link rel="canonical" href="{url}">
      <link rel="icon" href="{up}assets/logo.svg">
      <meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.1">
      <title>{title} - 建家手册</title>
      <link rel="stylesheet" href="{up}assets/main.css">
      <link rel="stylesheet" href="{up}assets/palette.css">
      <script>__md_scope=new URL("{up}",location),__md_hash=e=>[...e].reduce((e,_)=>(e<<5)-e+\
_.charCodeAt(0),0),__md_get=(e,_=localStorage,t=__md_scope)=>JSON.parse(_.getItem(\
t.pathname+"."+e))</script>
  </head>
  <body dir="ltr" data-md-color-scheme="default" data-md-color-primary="custom">
    <input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
    <input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">
    <label class="md-overlay" for="__drawer"></label>
    <div data-md-component="skip"><a href="#main" class="md-skip">跳转至</a></div>
<header class="md-header md-header--shadow" data-md-component="header">
  <nav class="md-header__inner md-grid" aria-label="页眉">
    <a href="{up}" title="建家手册" class="md-header__button md-logo" data-md-component="logo">{svg}</a>
    <label class="md-header__button md-icon" for="__drawer">{svg}</label>
    <div class="md-header__title" data-md-component="header-title">
      <div class="md-header__ellipsis"><div class="md-header__topic">
          <span class="md-ellipsis">建家手册</span></div></div></div>
    <form class="md-header__option" data-md-component="palette">
      <input class="md-option" data-md-color-media="" type="radio" name="__palette" id="__palette_0">
      <label class="md-header__button md-icon" title="深色" for="__palette_0" hidden>{svg}</label>
    </form>
    <label class="md-header__button md-icon" for="__search">{svg}</label>
  </nav>
</header>
"""

_FOOT = """<footer class="md-footer"><div class="md-footer-meta md-typeset">
    <div class="md-footer-meta__inner md-grid"><div class="md-copyright">
      <div class="md-copyright__highlight">内容采用 CC BY 4.0 许可。</div></div></div></div></footer>
    <script id="__config" type="application/json">{{"base": "{up}", "features": ["navigation.tabs", \
"navigation.indexes", "navigation.prune", "toc.follow"], "search": "{up}assets/search.js", \
"translations": {{"clipboard.copied": "已复制", "search.result.none": "没有找到"}}}}</script>
    <script src="{up}assets/bundle.js"></script>
  </body>
</html>
"""


def draw(
    url: str,
    title: str,
    body: str,
    rows: Sequence[tuple[str, str]],
    nav: Sequence[tuple[str, str]],
    download: str,
) -> str:
    """一页。*rows* 是相关链接，*nav* 是导航里同栏目的页。"""
    shown, up = escape(title), "../" * url.count("/") or "./"
    tabs = [(f"{up}{name}/", name) for name in ("guides", "policies", "checklists", "templates")]
    toc = [(f"#{m[2]}", re.sub(r"<[^>]+>", "", m[3])) for m in _TITLE.finditer(body)]
    parts = [
        _HEAD.format(up=up, url=SITE + url, title=shown, svg=SVG),
        _list("md-tabs", "标签", tabs),
        '<div class="md-container" data-md-component="container"><main class="md-main">',
        _list("md-nav md-nav--primary", "导航栏", nav),
        _list("md-nav md-nav--secondary", "目录", toc),
        '<div class="md-content" data-md-component="content">',
        f'<article class="md-content__inner md-typeset" id="main"><h1>{shown}</h1>\n',
        f'<p class="jj-download"><a href="{download}">下载空白件</a></p>' if download else "",
        body,
        '<h2 id="__related">相关</h2><ul>',
        *(f'<li><a href="{escape(address)}">{escape(text)}</a></li>\n' for address, text in rows),
        "</ul></article></div></main>",
        _FOOT.format(up=up),
    ]
    return "\n".join(parts)


def _list(name: str, label: str, rows: Iterable[tuple[str, str]]) -> str:
    block = name.split(maxsplit=1)[0]
    items = "\n".join(
        f'    <li class="{block}__item">\n      <a href="{escape(address)}" class="{block}__link">\n'
        f'        <span class="md-ellipsis">\n    {escape(text)}\n  </span>\n      </a>\n    </li>'
        for address, text in rows
    )
    return (
        f'<nav class="{name}" aria-label="{label}" data-md-level="0">\n'
        f'  <label class="{block}__title" for="__drawer">{SVG}{label}</label>\n'
        f'  <ul class="{block}__list" data-md-scrollfix>\n{items}\n  </ul>\n</nav>'
    )
