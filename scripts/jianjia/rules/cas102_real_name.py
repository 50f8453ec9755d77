import re
from collections.abc import Iterator

from jianjia.model import Case
from jianjia.rules import Hit, rule, spot

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻潘葛范彭郎鲁韦马苗花方俞任袁柳鲍史唐"
    "费薛雷贺倪汤罗毕郝邬安常傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾江童郭梅"
    "林徐邱骆高夏蔡田胡凌霍万柯管卢莫房丁邓郁洪包左石崔龚程邢裴陆翁荀羊甄曲封靳汲段侯全班仲伊宫宁仇甘武刘景"
    "詹束龙叶司黎溥白赖卓蔺屠蒙乔阴胥苍双闻党翟谭贡劳姬申冉雍桑桂濮牛寿通边燕冀浦尚温庄晏柴瞿阎连习艾容向古"
    "易廖耿满匡文寇广欧利蔚师巩聂勾敖融冷辛那简饶曾关荆游权盖益"
)
_TITLE = "同志|先生|女士|师傅|老师|书记|主席|副主席|经理|厂长|院长|校长|主任|班长|劳模|工匠"
_PATTERN = rf"(?<![\u4e00-\u9fff])[{_SURNAMES}](?!某)[\u4e00-\u9fff]{{1,2}}(?={_TITLE})"
_NOT_NAMES = re.compile("[工会党总支部任班组长级方位管全文广通常利关权万安分校企员职]")


@rule("CAS102", "案例里像是真的姓名", mend="改成“王某”“一位班长”；不写真名、不写能认出人的细节。")
def check(page: Case) -> Iterator[Hit]:
    """
    案例讲的是事，不是人。写了真名，本人可能不愿意，说错了还要担责任。

    反例：

    ```case
    ---
    title: 会费代缴
    summary: 手续省了，人也远了
    theme: branch
    unit: 一家工厂
    reviewed: 2026-11-20
    ---

    ## 做法

    王建国同志把会费改成代缴。

    ## 数字

    原文没有。

    ## 为什么管用

    手续简单。

    ## 不可照搬

    会员容易忘了自己是会员。
    ```

    正例：

    ```case
    ---
    title: 会费代缴
    summary: 手续省了，人也远了
    theme: branch
    unit: 一家工厂
    reviewed: 2026-11-20
    ---

    ## 做法

    王某把会费改成代缴。

    ## 数字

    原文没有。

    ## 为什么管用

    手续简单。

    ## 不可照搬

    会员容易忘了自己是会员。
    ```
    """
    for m in re.finditer(_PATTERN, page.words):
        if not _NOT_NAMES.search(m[0][1:]):
            yield spot(page, m.start(), f"“{m[0]}”像是真的姓名")
