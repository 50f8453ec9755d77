"""标题折行：一行放不下时按意思断开，排成梯形或菱形。

把标题切成不能再拆的小段，列出每一种断法，各记一个“别扭分”，取最低的；同分取先断的。
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from jianjia.office.blocks import Run, text_of, width
from jianjia.office.fill import Piece

WORDS = (
    "经费审查委员会|会员代表大会|职工代表大会|女职工委员会|劳动争议调解|工会委员会|"
    "合理化建议|工会小组|会员大会|全体会议|有限公司|集体协商|集体合同|工资专项|民主评议|"
    "民主管理|厂务公开|劳动保护|劳动竞赛|技能竞赛|困难职工|法律援助|建议名单|建议人选|"
    "推荐名单|选举结果|选举办法|换届选举|筹备工作|基层工会|工作报告|工作方案|管理办法|"
    "实施办法|实施细则|议事规则|候选人|筹备组|委员会|登记表|申请表|申请书|审批表|"
    "汇总表|报告单|花名册|责任书|协议书|关于|同意|成立|筹建|建立|设立|召开|进行|"
    "印发|开展|调整|延期|换届|选举|差额|等额|公示|公告|通知|通报|请示|批复|报告|"
    "决议|决定|纪要|方案|办法|制度|规定|规则|细则|草案|工会|单位|公司|会员|职工|"
    "代表|委员|主席|名额|分配|名册|选票|名单|人选|经费|工作|组织|情况|大会|会议"
)
"""标题里不拆开的词，长的在前。"""

_WORD = (
    "第[一二三四五六七八九十百零0-9]+[届次章条号年]"
    "|[0-9][0-9.%年月日—〔〕-]{0,15}|[A-Za-z]{1,15}|" + WORDS + "|."
)
_TOKEN = re.compile("《[^《》]*》|“[^“”]*”|（[^（）]*）|【[^【】]*】|" + _WORD)
_INNER = re.compile(_WORD)
_NOT_FIRST = "的等、，。；：！？）》”】〕"
_NOT_LAST = "（《“【〔"
_ATTACHED = {"工会", "工会委员会", "委员会", "筹备组"}
"""跟着前面的单位名称走，不另起一行。"""
_JOINING = {"和", "及", "与"}
"""跟着后面的走。"""
MOST_LINES = 4

_Token = tuple[str, bool]
"""一小段字；是不是填写项、书名这样自成一体的。"""


def fold(pieces: Sequence[Piece], capacity: int) -> tuple[Run, ...]:
    """标题的各段 → 加了换行的各段。*capacity* 是一行放几个半字。"""
    pieces = [replace(p, run=replace(p.run, text=p.run.text.replace("\n", ""))) for p in pieces]
    runs = [piece.run for piece in pieces]
    if width(text_of(runs)) <= capacity:
        return tuple(runs)
    lines = best(tokens(pieces, capacity), capacity)
    if lines is None:
        lines = best(tokens([Piece(run) for run in runs], capacity), capacity)
    if lines is None:
        lines = _greedy(text_of(runs), capacity)
    cuts: list[int] = []
    for line in lines[:-1]:
        cuts.append((cuts[-1] if cuts else 0) + len(line))
    return _cut(runs, cuts)


def _cut(runs: Sequence[Run], cuts: Sequence[int]) -> tuple[Run, ...]:
    """在全文的第几个字之后换行。"""
    out: list[Run] = []
    at = 0
    for run in runs:
        text = ""
        for char in run.text:
            text += char
            at += 1
            if at in cuts:
                text += "\n"
        out.append(Run(text, run.style))
    return tuple(out)


def tokens(pieces: Sequence[Piece], capacity: int) -> list[_Token]:
    """不能再拆的小段。填写项的内容、书名号里的字不拆；比一行还长的只好拆成词。"""
    out: list[_Token] = []
    for piece in pieces:
        whole = piece.value and width(piece.run.text) <= capacity
        for text in [piece.run.text] if whole else _TOKEN.findall(piece.run.text):
            if width(text) > capacity:
                out += [(word, False) for word in _INNER.findall(text)]
            elif text:
                out.append((text, whole or text[0] in "《“（【"))
    return out


def best(parts: Sequence[_Token], capacity: int) -> list[str] | None:
    """最不别扭的断法；断成四行还放不下的没有。"""
    found: tuple[int, list[str]] | None = None
    widths = [width(text) for text, _ in parts]
    for count in range(2, MOST_LINES + 1):
        if sum(widths) > count * capacity:
            continue
        for lines, cost in _ways(parts, widths, 0, count, capacity):
            total = cost + _shape([width(line) for line in lines]) + 8 * count
            if found is None or total < found[0]:
                found = total, lines
    return found[1] if found else None


def _ways(
    parts: Sequence[_Token], widths: Sequence[int], start: int, count: int, capacity: int
) -> list[tuple[list[str], int]]:
    """从第 *start* 段起排成 *count* 行的各种断法，连同断处的别扭分。"""
    out: list[tuple[list[str], int]] = []
    line, used, left = "", 0, sum(widths[start:])
    for i in range(start, len(parts)):
        line += parts[i][0]
        used += widths[i]
        left -= widths[i]
        if used > capacity:
            break
        if i + 1 == len(parts):
            if count == 1:
                out.append(([line], 0))
        # 余下的几行放不下的，不必再试。
        elif count > 1 and left <= (count - 1) * capacity:
            cost = _break(parts[i], parts[i + 1])
            for rest, more in _ways(parts, widths, i + 1, count - 1, capacity) if cost >= 0 else ():
                out.append(([line, *rest], cost + more))
    return out


def _break(before: _Token, after: _Token) -> int:
    """在两段之间断开有多别扭；负数是不许断。"""
    if after[0][0] in _NOT_FIRST or before[0][-1] in _NOT_LAST:
        return -1
    if after[0] in _ATTACHED or before[0] in _JOINING:
        return 6
    if after[0] == "关于" or before[0][-1] == "、":
        return 0
    if before[0] in {"关于", "的"} or after[0] in _JOINING or before[1] or after[1]:
        return 1
    return 2 if len(before[0]) > 1 and len(after[0]) > 1 else 6


def _shape(widths: Sequence[int]) -> int:
    """上下等宽、中间凹进去、末行太短、长短悬殊的，都不好看。"""
    cost = (max(widths) - min(widths)) // 4
    if max(widths) - min(widths) <= 2:
        cost += 3
    if widths[-1] < 10:
        cost += 10
    middle = widths[1:-1]
    if middle and min(middle) < min(widths[0], widths[-1]):
        cost += 8
    return cost


def _greedy(text: str, capacity: int) -> list[str]:
    """实在太长的，排满一行算一行。"""
    lines = [""]
    for char in text:
        if width(lines[-1] + char) > capacity:
            lines.append("")
        lines[-1] += char
    return lines
