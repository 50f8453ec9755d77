"""正文里的图：三种代码块变成列表做成的图。手机上能看，读屏能读，打印得出，不用脚本。"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from jianjia.outline import Fence

_INFO = re.compile(r"图\s+(流程|时间轴|判断)\s+(.+)\Z")
Inline = Callable[[str], str]


def render(block: Fence, inline: Inline) -> str:
    """代码块 → 图；不是图的原样。*inline* 处理一行字里的引用。"""
    m = _INFO.match(block.info)
    if not m:
        return block.source
    body = _DRAW[m[1]]([line for line in block.body if line.strip()], inline)
    caption = f'<figcaption markdown="span">{m[2]}</figcaption>'
    return f'<figure class="jj-figure jj-figure--{_CLASS[m[1]]}" markdown="1">\n{caption}\n{body}\n</figure>'


def _pair(line: str) -> tuple[str, str]:
    head, _, tail = line.strip().partition("：")
    return head, tail


def _steps(lines: list[str], inline: Inline) -> str:
    items = "\n".join(
        f'<li markdown="span"><strong>{head}</strong> {inline(tail)}</li>'
        for head, tail in map(_pair, lines)
    )
    return f'<ol class="jj-steps" markdown="1">\n{items}\n</ol>'


def _timeline(lines: list[str], inline: Inline) -> str:
    rows = "\n".join(
        f'<dt markdown="span">{head}</dt>\n<dd markdown="span">{inline(tail)}</dd>'
        for head, tail in map(_pair, lines)
    )
    return f'<dl class="jj-timeline" markdown="1">\n{rows}\n</dl>'


@dataclass(slots=True)
class _Node:
    text: str
    children: "list[_Node]"


def _decision(lines: list[str], inline: Inline) -> str:
    top: list[_Node] = []
    stack: list[tuple[int, list[_Node]]] = [(-1, top)]
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        while stack[-1][0] >= indent:
            stack.pop()
        node = _Node(line.strip().removeprefix("- "), [])
        stack[-1][1].append(node)
        stack.append((indent, node.children))
    return "\n".join(_branch(node, inline) for node in top)


def _branch(node: _Node, inline: Inline) -> str:
    answer, rest = _pair(node.text)
    known = answer in {"是", "否"} and rest
    label = f"<b>{answer}</b> {inline(rest)}" if known else inline(node.text)
    if not node.children:
        return f'<p class="jj-leaf" markdown="span">{label}</p>'
    inside = "\n".join(
        f'<li markdown="1">\n{_branch(child, inline)}\n</li>' for child in node.children
    )
    return (
        f'<p class="jj-question" markdown="span">{label}</p>\n'
        f'<ul class="jj-decision" markdown="1">\n{inside}\n</ul>'
    )


_DRAW = {"流程": _steps, "时间轴": _timeline, "判断": _decision}
_CLASS = {"流程": "steps", "时间轴": "timeline", "判断": "decision"}
