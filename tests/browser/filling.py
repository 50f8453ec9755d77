"""在网页上照人的样子填表；Python 这边用同样的值做同样的文书来比。"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jianjia import expr, office
from jianjia.library import Library
from jianjia.model import FieldSpec, Policy, Template

Values = Mapping[str, Any]
WECHAT = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/107.0 MicroMessenger/8.0.40(0x28002837)"
BLOCKED = (
    "for (const name of ['localStorage', 'sessionStorage'])"
    " Object.defineProperty(window, name, {get() { throw new DOMException('不让', 'SecurityError'); }});"
)
"""浏览器不让存东西。"""


def type_in(page: Any, prefix: str, spec: FieldSpec, value: Any) -> None:
    """填一项；表一格一格地填。"""
    control = page.locator(f"#{prefix}{spec.key}")
    if spec.columns:
        _rows(page.locator(f"[data-key={spec.key}] .jj-rows:visible"), spec, value)
    elif control.count() and control.evaluate("node => node.tagName") == "SELECT":
        control.select_option(str(value))
    elif control.count():
        control.fill(str(value))
    else:
        page.locator(f'[name="{prefix}{spec.key}"][value="{value}"]').check()


def _rows(table: Any, spec: FieldSpec, rows: list[Values]) -> None:
    for i, row in enumerate(rows):
        if i:
            table.get_by_role("button", name="加一行").click()
        cells = table.locator(f'[data-row="{i}"] .jj-cell input, [data-row="{i}"] .jj-cell select')
        for n, column in enumerate(spec.columns):
            if str(row.get(column.key, "")):
                cells.nth(n).fill(str(row[column.key]))


def word(library: Library, page: Template | Policy, values: Values, **options: bool) -> bytes:
    """Python 用这些值做出来的 .docx。"""
    specs = library.specs(page)
    known = list(specs.values())
    engine = expr.Engine(library.registers.bands)
    full = engine.derive(known, values)
    return office.filled(page, specs, full, engine.condition(known, full), **options)


def sheet(library: Library, page: Template, values: Values) -> bytes:
    """同上，.xlsx。"""
    specs = library.specs(page)
    known = list(specs.values())
    engine = expr.Engine(library.registers.bands)
    full = engine.derive(known, values)
    return office.workbook(page, specs, full, engine.condition(known, full))


def serious(root: Path, page: Any, selector: str) -> list[str]:
    """axe 在 *selector* 里查出的毛病。"""
    page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found = page.evaluate("s => axe.run(s, {resultTypes: ['violations']})", selector)
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]]
