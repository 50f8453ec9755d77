"""MkDocs 的钩子：只接线，活儿都在 jianjia.site 里。"""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from jianjia import anchors
from jianjia.library import Library
from jianjia.site import csp, generated, mount, nav, render, search, view
from jianjia.site.polish import polish
from jianjia.site.render import law as law_page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.mdx_configs["toc"]["slugify"] = anchors.slugify
    search.install(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    library = config.extra["library"] = Library.load(Path(config.config_file_path).parent)
    files = mount.mount(files, config, library)
    for file in generated.files(library, config):
        files.append(file)
    config.nav = nav.expand(config.nav or [], library)
    config.extra["href"] = lambda path: files.src_uris[path].url
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """正文由模型画出来；开头的键值用我们自己读到的，不用 MkDocs 读到的。"""
    library = config.extra["library"]
    path = page.file.src_uri
    if path.startswith("docs/laws/"):
        law = library.registers.laws[Path(path).stem]
        page.meta = {"title": law.title, "description": law_page.summary(law)}
        return law_page.draw(law, library)
    doc = library.get(path)
    if doc is None:
        return markdown
    page.meta = view.theme_meta(doc)
    return render.markdown(doc, library)


def on_page_context(context: Any, page: Page, config: MkDocsConfig, **_: Any) -> Any:
    library = config.extra["library"]
    doc = library.get(page.file.src_uri)
    context["view"] = view.of(doc, library) if doc else None
    return context


def on_post_page(output: str, **_: Any) -> str:
    return polish(search.unmarked(output))


def on_post_build(config: MkDocsConfig) -> None:
    library = config.extra["library"]
    for name, html in generated.redirects(library, config):
        path = Path(config.site_dir, name)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, "utf-8")
    search.defer(Path(config.site_dir))
    Path(config.site_dir, "_headers").write_text(csp.headers(Path(config.site_dir)), "utf-8")
