"""真实内容：一处问题都没有；每份清单、文书、课都够用。"""

import pytest

from jianjia import kinds
from jianjia.model import Checklist, Template, Training, get
from jianjia.rules import RULES, run

FOUNDING_PACK = 28
"""建会文书包的份数。"""


def test_the_content_has_no_findings(library):
    """全部规则查全部内容，零处问题。"""
    found = run(library, RULES)

    assert [f"{f.path}:{f.line}: {f.code} {f.message}" for f in found] == []


def test_the_founding_pack_is_whole(library):
    """建会文书包一份不少。"""
    pack = [p for p in library.of_kind("template") if "founding" in p.meta.packs]

    assert len(pack) == FOUNDING_PACK


def test_a_union_can_be_founded_from_the_checklist(library):
    """筹建清单够细：每项有依据、责任、留存，先后各阶段都在，范本都链得到。"""
    page = library["checklists/branch/founding.md"]
    items = [item for item in page.items if not item.same_as]

    assert len(items) >= 24
    for item in items:
        assert get(item, "依据"), item.id
        assert get(item, "责任"), item.id
        assert get(item, "留存"), item.id


def test_roles_are_on_the_list(library):
    """责任一栏只用登记过的角色。"""
    roles = set(library.registers.terms.roles)
    for page in library.of_kind("checklist"):
        assert isinstance(page, Checklist)
        for item in page.items:
            for role in get(item, "责任").split("、"):
                assert not role or role in roles, f"{item.id}: {role}"


def test_every_template_says_how_to_use_it(library):
    """每份文书写明什么时候用、谁签、几份、下一步和依据。"""
    for page in library.of_kind("template"):
        assert isinstance(page, Template)
        for name in ("什么时候用", "份数", "下一步", "依据"):
            assert get(page, name), f"{page.path}: {name}"
        assert page.parts, page.path


def test_training_minutes_add_up(library):
    """每张投影的分钟加起来就是全讲的分钟，每题每个选项都有解析。"""
    for page in library.of_kind("training"):
        assert isinstance(page, Training)
        assert sum(slide.minutes for slide in page.slides) == page.meta.minutes, page.path
        for question in page.questions:
            assert any(o.right for o in question.options), question.text
            assert all(o.why for o in question.options), question.text


@pytest.mark.parametrize("name", ["guide", "policy", "checklist", "template", "training", "case"])
def test_every_kind_has_a_page(library, name):
    """六种页都有。"""
    assert library.of_kind(name)
    assert kinds.KINDS[name].label
