"""每种页开头的键值：键名、类型、说明只写在这里；编辑器里的提示（JSON Schema）也由此导出。"""

import calendar
import datetime
import difflib
import re
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from jianjia.yamlio import Document, Problem

THEMES: dict[str, str] = {
    "start": "入门与作风",
    "branch": "组织建设",
    "democracy": "民主管理",
    "rights": "维权与安全",
    "welfare": "帮扶与文化",
    "innovation": "创新与学习",
    "home": "职工之家",
    "finance": "经费",
}
"""主题：文件夹名 → 名称，次序就是导航次序。"""


def _date(value: str) -> str:
    try:
        real = datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        real = False
    if not real:
        raise ValueError("要写成 2026-11-20 这样的真实日期")
    return value


def _period(value: str) -> str:
    if not re.fullmatch(r"[1-9]\d? 个月", value):
        raise ValueError("要写成“12 个月”")
    return value


Date = Annotated[str, AfterValidator(_date)]
Period = Annotated[str, AfterValidator(_period)]
Theme = Literal[
    "start", "branch", "democracy", "rights", "welfare", "innovation", "home", "finance"
]


class Meta(BaseModel):
    """各种页都有的键。"""

    # defer_build：用到哪种页才备好哪种页的校验，命令才起得快。
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)
    needed: ClassVar[tuple[str, ...]] = ("title",)
    """不能缺的键。它们在模型里也有默认值，好让写了一半的页照样能预览。"""

    title: str = Field("", description="标题；正文里不再写一级标题")
    summary: str = Field("", max_length=120, description="一句话答案，显示在最前面")
    order: int = Field(999, description="在栏目里的次序，小的在前")
    aliases: list[str] = Field([], description="这一页的旧地址或别的叫法，访问时转到这里")
    keywords: list[str] = Field([], description="大家平时怎么叫它，搜索用")
    guidance: list[str] = Field([], description="吸收了 data/guidance.yml 的哪些编号")
    matter: list[str] = Field([], description="讲的是哪件事；同一件事的页互为相关，默认是文件名")
    reviewed: Date = Field("", validate_default=False, description="最近一次复核的日期")
    review_in: Period = Field("12 个月", description="多久复核一次")
    audience: list[str] = Field([], description="写给谁看")


class PlainMeta(Meta):
    """首页、栏目页、说明页。"""

    template: str = Field("", description="用哪个页面模板；平常不写")
    hide: list[str] = Field([], description="不显示的侧栏：navigation、toc")


class ContentMeta(Meta):
    needed: ClassVar[tuple[str, ...]] = ("title", "summary", "reviewed")


class GuideMeta(ContentMeta):
    """指南。"""


class CaseMeta(ContentMeta):
    """案例。"""

    theme: Theme | None = Field(None, description="属于哪个主题")
    unit: str = Field("", description="什么样的单位")
    nature: Literal["做法", "现状", "打算", "问题"] = Field("做法", description="案例的性质")
    needed: ClassVar[tuple[str, ...]] = ("title", "summary", "reviewed", "theme", "unit")


class PolicyMeta(ContentMeta):
    """制度范本。"""

    document: str = Field("", description="印在文件上的标题，可含【单位名称】；不写就用 title")
    applies_to: list[str] = Field([], description="适用单位：企业、事业单位、机关、社会组织")


class ChecklistMeta(ContentMeta):
    """清单。"""

    type: Literal["procedure", "periodic", "assessment"] = Field(
        "procedure", description="procedure 办事步骤；periodic 定期检查；assessment 评估打分"
    )
    prefix: str = Field(
        "",
        pattern=r"^[A-Z]{2}-[A-Z]{2}$",
        validate_default=False,
        description="事项编号的开头，如 BR-FD；全站唯一",
    )
    anchors: dict[str, str] = Field({}, description="起算日：名称 → 说明")
    retired: list[str] = Field([], description="撤销的事项编号，永不再用")
    time: str = Field("", description="大约要多久")
    grades: dict[str, int] = Field({}, description="评估等次 → 最低得分率（百分数）")
    needed: ClassVar[tuple[str, ...]] = ("title", "summary", "reviewed", "prefix")


class TemplateMeta(ContentMeta):
    """文书。"""

    layout: Literal["公文", "纪要", "函", "文稿", "表格", "选票", "台账"] = Field(
        "公文", description="版式"
    )
    genre: str = Field("", description="文种：请示、批复、通知、公示、登记表……")
    direction: Literal["上行", "下行", "平行", "内部", "公开"] = Field(
        "内部", description="行文方向"
    )
    sealed: bool = Field(False, description="落款处盖章")
    landscape: bool = Field(False, description="横向排版")
    packs: list[str] = Field([], description="属于哪些文书包：founding、reelection……")
    step: str = Field("", description="办到哪一步时用：data/profile.yml 里 steps 的 id")
    checks: list[str] = Field([], description="生成前要过的校验，data/checks.yml 的编号")
    name: str = Field("", description="下载时的文件名；不写就用 title")
    needed: ClassVar[tuple[str, ...]] = ("title", "summary", "reviewed", "layout", "genre")


class TrainingMeta(ContentMeta):
    """培训课。"""

    theme: Theme | None = Field(None, description="属于哪个主题")
    minutes: int = Field(0, ge=0, le=600, description="全讲的总分钟数")
    goals: list[str] = Field([], description="学完会什么")
    passing: int = Field(0, ge=0, description="测验答对几题算过")
    needed: ClassVar[tuple[str, ...]] = ("title", "summary", "reviewed", "theme", "minutes")


M = TypeVar("M", bound=Meta)


def due(reviewed: str, review_in: str) -> str:
    """下次该复核的日期：``2026-11-20`` 加 ``12 个月``；没有复核日期为空。"""
    if not reviewed:
        return ""
    day = datetime.date.fromisoformat(reviewed)
    months = day.year * 12 + day.month - 1 + int(review_in.partition(" ")[0])
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last)).isoformat()


def read(model: type[M], front: Document, broken: bool) -> tuple[M, tuple[Problem, ...]]:
    """键值 → *model*。有毛病的键取默认值，毛病另外列出，页面照样能预览。

    *broken* 表示开头本身就没读出来，这时不再逐个说缺哪个键。
    """
    data = front.data
    if data is None and broken:
        return model(), ()
    if data is None:
        data = {}
    if not isinstance(data, dict):
        return model(), (Problem(2, 1, "FM007", "开头两行“---”之间要写成“键: 值”，一行一个"),)
    good, problems = validated(model, data, front)
    missing = [
        Problem(1, 1, "FM008", f"开头缺少 {key}（{model.model_fields[key].description}）")
        for key in model.needed
        if good.get(key) in ("", None, 0, [])
        and not any(front.place((key,)) == (p.line, p.column) for p in problems)
    ]
    return model(**good), (*problems, *missing)


def validated(
    model: type[BaseModel], data: dict[str, Any], front: Document
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """去掉有毛病的顶层键，直到剩下的全都合格；返回剩下的键值和毛病。"""
    try:
        model(**data)
    except ValidationError as error:
        found = error.errors(include_url=False)
    else:
        return data, ()
    problems = tuple(
        Problem(*front.place(tuple(e["loc"])), "FM009", explain(e, model)) for e in found
    )
    bad = {e["loc"][0] for e in found if e["loc"]}
    return {key: value for key, value in data.items() if key not in bad}, problems


_TYPES = {
    "string_type": "要写成文字；像 012、1:30 这样的要加引号",
    "int_type": "要写成整数",
    "bool_type": "要写成 true 或 false",
    "list_type": "要写成列表：[甲, 乙]，或一行一个“- 甲”",
    "tuple_type": "要写成列表",
    "dict_type": "要写成“键: 值”",
    "model_type": "要写成“键: 值”",
    "missing": "缺少这一项",
}


def explain(error: Any, model: type[BaseModel]) -> str:
    """把 pydantic 的报错换成编辑看得懂的一句话。"""
    key = ".".join(str(part) for part in error["loc"] if part != "items") or "这里"
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(error["loc"][-1]), model.model_fields, 1)
        return f"不认识的键“{key}”" + (f"，您是否想写“{near[0]}”" if near else "，请删掉")
    if kind == "literal_error":
        choices = str(context.get("expected", "")).replace("'", "").replace(" or ", "、")
        return f"{key} 只能写：{choices.replace(', ', '、')}"
    if kind == "value_error":
        return f"{key} {context['error']}"
    if kind == "string_too_long":
        return f"{key} 太长，最多 {context['max_length']} 个字"
    if kind == "string_pattern_mismatch":
        return f"{key} 的写法不对，要合乎 {context['pattern']}"
    return f"{key} {_TYPES.get(kind, '写法不对：' + str(error['msg']))}"
