"""解析器：分块的规矩和网站一样，看不懂的不出错。"""

from hypothesis import given, settings
from hypothesis import strategies as st

from jianjia import outline
from jianjia.outline import Fence, Heading, Paragraph, Quote, Table, parse


def blocks(text):
    return parse("docs/x.md", text).blocks


def test_line_numbers_count_from_the_top_of_the_file():
    """行号从文件第一行数起，连开头的键值也数。"""
    heading = blocks("---\ntitle: 甲\n---\n\n## 乙\n")[0]

    assert (heading.line, heading.text) == (5, "乙")


def test_nested_fields_belong_to_their_item():
    """缩进 4 格的是子项。"""
    (listing,) = blocks("- [ ] 事项 `AA-BB-01`\n    - 依据：工作经验\n    - 责任：工会主席\n")
    item = listing.items[0]

    assert (item.box, [c.text for c in item.children]) == (
        " ",
        ["依据：工作经验", "责任：工会主席"],
    )


def test_two_space_nesting_is_remembered_as_stray():
    """缩进 2 格网站不分层，要记下来。"""
    (listing,) = blocks("- [ ] 事项\n  - 依据：工作经验\n")

    assert listing.items[0].strays[0][0] == 2


def test_a_list_right_after_a_paragraph_is_part_of_it():
    """段落后面不空行，网站就不当列表。"""
    (paragraph,) = blocks("下列事项：\n- [ ] 甲\n")

    assert isinstance(paragraph, Paragraph)


def test_table_keeps_rows_and_widths():
    """表格各格分开，短横个数是列宽。"""
    (table,) = blocks("| 甲 | 乙 |\n| -- | ------ |\n| 1 | a\\|b |\n")

    assert isinstance(table, Table)
    assert (table.widths, table.rows[0].cells) == ((2, 6), ("1", "a|b"))


def test_fences_quotes_and_comments_are_blocks():
    """代码、引用、注释各成一块，里面的符号不再解释。"""
    kinds = [type(b) for b in blocks("```\n# 不是标题\n```\n\n> 引用\n> 两行\n\n## 标题\n")]

    assert kinds == [Fence, Quote, Heading]


def test_unclosed_fence_runs_to_the_end():
    """没收尾的代码块吞到文件末尾，并记着没收尾。"""
    (fence,) = blocks("```\n甲\n\n乙\n")

    assert not fence.closed


def test_windows_line_ends_and_bom_change_nothing():
    """Windows 的换行和文件开头的 BOM 不影响结果。"""
    plain = blocks("---\ntitle: 甲\n---\n\n## 乙\n")

    assert blocks("\ufeff---\r\ntitle: 甲\r\n---\r\n\r\n## 乙\r\n") == plain


def test_broken_front_matter_is_reported_not_raised():
    """开头写坏了，正文照样读得出来。"""
    doc = parse("docs/x.md", "---\ntitle: [甲\n---\n\n正文\n")

    assert [p.code for p in doc.problems] == ["FM001"]
    assert doc.blocks[0].source == "正文"


@given(st.text(alphabet=st.sampled_from("-*+ []x`#>|：依据\n0.【】《》~<!"), max_size=300))
@settings(max_examples=400, deadline=None)
def test_the_parser_never_complains(text):
    """随便什么字都能读，块不重叠，次序不乱。"""
    lines = [b.line for b in blocks(text)]

    assert lines == sorted(set(lines))


def test_hostile_input_comes_to_an_end():
    """五千个方括号、一兆的一行、六百层引用，都读得完，一个字也不丢。"""
    for text in ("[" * 5000, "甲" * 1_000_000, ">" * 600, "- " * 5000, "| " * 5000 + "\n|-|\n"):
        assert outline.parse("docs/x.md", text).text == text
