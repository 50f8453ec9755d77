"""整段整表的条件：填好的取一支，空白件两支都印。"""

import pytest

from jianjia import kinds, office

PAGE = """---
title: 情况说明
summary: 试一试
layout: 文稿
genre: 说明
reviewed: 2026-11-20
---

## 填写项

| 填写项 | 键 | 类型 | 必填 | 示例 | 说明 |
| --- | --- | --- | --- | --- | --- |
| 党组织 | party | 文本 | 否 | 支部 | |
| 姓名 | name | 文本 | 是 | 甲 | |

## 正文

### 情况说明

【若 党组织】

本单位设有【党组织】。

| 党组织 | 负责人 |
| --- | --- |
| 【党组织】 | 【姓名】 |

【否则】

本单位没有党组织。

【完】

| 项目 | 内容 |
| --- | --- |
| 姓名 | 【姓名】 |
| 【若 党组织】所在支部 | 【党组织】 |
"""


def said(values=None):
    page = kinds.read("docs/templates/branch/x.md", PAGE)
    assert page.strays == ()
    return office.plain_text(office.flow_of(page, {}, values))


def test_a_filled_document_prints_one_branch():
    """有党组织的印一支，没有的印另一支，表格行也跟着。"""
    with_party = said({"party": "机加工支部", "name": "甲"})
    without = said({"party": "", "name": "甲"})

    assert "本单位设有机加工支部。" in with_party
    assert "没有党组织" not in with_party
    assert "所在支部\t机加工支部" in with_party
    assert without.splitlines() == ["情况说明", "本单位没有党组织。", "项目\t内容", "姓名\t甲"]


def test_a_blank_document_prints_both_branches():
    """空白件两支都印，中间写“或”。"""
    lines = said().splitlines()

    assert lines.index("【或】") > lines.index("本单位设有【党组织】。")
    assert "本单位没有党组织。" in lines


@pytest.mark.parametrize("body", ["【若 党组织】\n\n甲\n", "甲\n\n【完】\n", "【否则】\n"])
def test_an_unpaired_mark_is_reported(body):
    """没配对的 若、否则、完 会被指出来，其余照印。"""
    page = kinds.read(
        "docs/templates/branch/x.md", PAGE.partition("### ")[0] + "### 标题\n\n" + body
    )

    assert page.strays
