"""一张小小的横条图，SVG，浅色深色都看得清。"""

from collections.abc import Sequence
from html import escape

_ROW, _LEFT, _WIDTH, _BAR = 26, 290, 760, 380
_STYLE = (
    "text{font:13px system-ui,'PingFang SC','Microsoft YaHei',sans-serif;fill:#333}"
    ".b{fill:#9aa3ad}.o{fill:#b3261e}.t{fill:#666;font-size:12px}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.t{fill:#aaa}.b{fill:#69727d}.o{fill:#ff8a80}}"
)


def draw(title: str, rows: Sequence[tuple[str, float, bool]]) -> str:
    """*rows*：（名称，秒，是不是我们的）。长短按平方根画，快慢差几百倍也都看得见。"""
    most = max((seconds for _, seconds, _ in rows), default=1.0)
    height = _ROW * len(rows) + 44
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<text x="0" y="16">{escape(title)}</text>',
    ]
    for number, (name, seconds, own) in enumerate(rows):
        y = 30 + number * _ROW
        width = max(2, round(_BAR * (seconds / most) ** 0.5))
        parts += [
            f'<text x="{_LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>',
            f'<rect class="{"o" if own else "b"}" x="{_LEFT}" y="{y}" width="{width}" height="18"/>',
            f'<text x="{_LEFT + width + 6}" y="{y + 14}">{seconds:.2f} 秒</text>',
        ]
    parts.append(f'<text class="t" x="0" y="{height - 2}">横条的长短是秒数的平方根</text></svg>\n')
    return "\n".join(parts)
