"""落款排在哪里：GB/T 9704—2012 第 7.3.5 条的署名、成文日期和印章。"""

from collections.abc import Sequence

HALF = 50
"""半个字，以百分之一字计。"""


def indents(
    names: Sequence[int], date: int, *, sealed: bool, line: int
) -> tuple[tuple[int, ...], int]:
    """署名各行和日期的右缩进（百分之一字）。宽度都以半字计，*line* 是一行放几个半字。

    盖章：日期右空四字（没有日期的，署名右空四字），署名以日期为准居中；署名太长，右边顶到版心，日期居中于署名。
    不盖章：署名右空二字，日期首字比署名首字右移二字；日期较长时日期右空二字，署名相应右空。
    几行署名，盖章的各自居中，不盖章的左边对齐；都以最长的一行为准。
    """
    longest = min(max(names, default=0), line)
    if sealed:
        axis = 400 + (date or longest) * HALF // 2
        axis = max(axis, longest * HALF // 2)
        return tuple(_floor(axis - n * HALF // 2) for n in names), _floor(axis - date * HALF // 2)
    if longest >= date + 4:
        right = min(200, (line - longest) * HALF)
        last = right - 200 + (longest - date) * HALF
    else:
        right, last = (date + 8 - longest) * HALF, 200
    return tuple(_floor(right + (longest - n) * HALF) for n in names), _floor(last)


def _floor(indent: int) -> int:
    return max(indent, 0)
