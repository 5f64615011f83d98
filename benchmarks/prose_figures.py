"""Sentences whose own figures contradict each other, planted in a report, and figures of the report made impossible."""

from __future__ import annotations

from random import Random

from benchmarks.damage import Damage, Edit, Maker, Material
from benchmarks.prose_shared import at, chosen, found, planted

_THINGS = (
    ("项目", "个"),
    ("企业", "家"),
    ("学校", "所"),
    ("公园", "处"),
    ("停车位", "个"),
    ("医院", "家"),
    ("公交线路", "条"),
)


def _parts(rng: Random) -> tuple[int, int, int]:
    a, b, c = (rng.randint(11, 99) for _ in range(3))
    return a, b, c


def part_over_whole(material: Material, rng: Random) -> Damage | None:
    """其中 more than the whole."""
    noun, unit = rng.choice(_THINGS)
    a, b, _ = _parts(rng)
    return planted(
        material,
        rng,
        rng.choice(
            [
                f"新建{noun}{a}{unit}，其中农村{noun}{a + b}{unit}。",
                f"全市{noun}达到{a}{unit}、新增{b // 2}{unit}，其中省级以上{a + b}{unit}。",
                f"新签约{noun}{a}{unit}，落地开工{a + b}{unit}。",
                f"新增{noun}{a + b}{unit}、累计达到{a}{unit}。",
                f"培训各类人员{a}万人，其中妇女{a + b}万人。",
            ]
        ),
    )


def of_which_sum(material: Material, rng: Random) -> Damage | None:
    """The parts behind 其中 together more than the whole."""
    noun, unit = rng.choice(_THINGS)
    a, b, c = _parts(rng)
    whole = a + b + c - rng.randint(1, 10)
    return planted(
        material,
        rng,
        rng.choice(
            [
                f"新建{noun}{whole}{unit}，其中城区{a}{unit}、县城{b}{unit}、乡镇{c}{unit}。",
                f"实施{noun}{whole}{unit}，其中：省级{a}{unit}、市级{b}{unit}、县级{c}{unit}。",
            ]
        ),
    )


def total(material: Material, rng: Random) -> Damage | None:
    """A total that is not the sum."""
    noun, unit = rng.choice(_THINGS)
    a, b, c = _parts(rng)
    wrong = a + b + c + rng.choice([-9, -1, 1, 10])
    return planted(
        material,
        rng,
        rng.choice(
            [
                f"新建城区{noun}{a}{unit}、县城{noun}{b}{unit}、乡镇{noun}{c}{unit}，共{wrong}{unit}。",
                f"争取中央资金{a}.5亿元、省级资金{b}.2亿元，合计{a + b}.{rng.choice('12349')}亿元。",
                f"建成甲类{noun}{a}{unit}、乙类{noun}{b}{unit}、丙类{noun}{c}{unit}，总计{wrong}{unit}。",
            ]
        ),
    )


def shares(material: Material, rng: Random) -> Damage | None:
    """Shares that do not make 100."""
    a = rng.randint(50, 120) / 10
    b = rng.randint(300, 420) / 10
    c = round(100 - a - b + rng.choice([-2, -1, -0.5, 0.5, 1, 2]), 1)
    colon = rng.choice("∶:：")
    return planted(
        material,
        rng,
        rng.choice(
            [
                f"三次产业结构调整为{a}{colon}{b}{colon}{c}。",
                f"三次产业占比分别为{a}%、{b}%、{c}%。",
                f"三次产业比例优化为{a}{colon}{b}{colon}{c}。",
            ]
        ),
    )


def growth(material: Material, rng: Random) -> Damage | None:
    """Growth that the two levels do not give."""
    low, rise = rng.randint(100, 400), rng.randint(10, 60)
    wrong = round(rise / low * 100 + rng.choice([-4, -3, 3, 5]), 1)
    if wrong <= 0:
        return None
    noun = rng.choice(["贷款余额", "经营主体", "存款余额"])
    unit = "万户" if noun == "经营主体" else "亿元"
    return planted(
        material,
        rng,
        rng.choice(
            [
                f"{noun}由{low}{unit}增加到{low + rise}{unit}，增长{wrong}%。",
                f"{noun}从2020年的{low}{unit}增长到2024年的{low + rise}{unit}，增长{wrong}%。",
                f"城镇化率从{low / 10:.1f}%提高到{(low + rise) / 10:.1f}%、提高{rise / 10 + 2:.1f}个百分点。",
            ]
        ),
    )


def doubled_level(material: Material, rng: Random) -> Damage | None:
    """翻番 and times that the levels do not give."""
    low = rng.randint(100, 300)
    return planted(
        material,
        rng,
        rng.choice(
            [
                f"总产值由{low}亿元增加到{int(low * 1.5)}亿元，翻了一番。",
                f"经营主体从{low}万户增长到{low * 2}万户，翻了两番。",
                f"总产值从{low}亿元增加到{low * 3}亿元，增长了3倍。",
                f"总产值从{low}亿元增加到{low * 3}亿元，实现翻番。",
            ]
        ),
    )


def respectively_lost(material: Material, rng: Random) -> Damage | None:
    """A value of 分别增长甲、乙 lost or one more."""
    value = r"[0-9.]+%"
    places = [
        p
        for p in found(
            material,
            rf"(?P<lead>[^，。；：、]{{2,12}}、[^，。；：、]{{2,12}})分别(?:增长|下降|提高|达到)(?P<a>{value})(?P<b>[、和]{value})(?![、和0-9])",
        )
        if p[1]["lead"].count("、") == 1
    ]
    if not places:
        return None
    number, match = rng.choice(places)
    if rng.random() < 0.5:
        return Damage((Edit(number, match.end("b"), match.end("b"), f"、{rng.randint(2, 9)}.3%"),))
    return at(number, *match.span("b"), "")


def respectively(material: Material, rng: Random) -> Damage | None:
    """A planted 分别 with other than its number of values."""
    names = rng.sample(["固定资产投资", "进出口", "用电量", "货运量", "存款余额", "贷款余额"], 3)
    values = [f"{rng.randint(20, 99) / 10}%" for _ in range(rng.choice([2, 4]))]
    return planted(material, rng, f"{names[0]}、{names[1]}、{names[2]}分别增长{'、'.join(values)}。")


def share_over(material: Material, rng: Random) -> Damage | None:
    """A share beyond 100."""
    wrong = f"{rng.randint(101, 190)}.{rng.randint(1, 9)}%"
    return planted(
        material,
        rng,
        rng.choice(
            [
                f"高新技术产业产值占规模以上工业产值比重达到{wrong}。",
                f"空气优良天数比例达到{wrong}。",
                f"森林覆盖率提高到{wrong}。",
            ]
        ),
    )


def date(material: Material, rng: Random) -> Damage | None:
    """A day or month that no calendar has."""
    wrong = rng.choice(["2月30日", "4月31日", "6月31日", "13月5日", "9月31日", "11月32日", "1—13月", "2023年2月29日"])
    return planted(material, rng, f"截至{wrong}，重点项目完成投资{rng.randint(100, 900)}亿元。")


def range_reversed(material: Material, rng: Random) -> Damage | None:
    """A range whose first number is the larger."""
    a = rng.randint(4, 8)
    return planted(
        material,
        rng,
        rng.choice(
            [
                f"固定资产投资增长{a + 1}%—{a}%。",
                f"新建学校{a + 5}至{a}所。",
                f"地区生产总值增长{a + 1}.5%~{a}%。",
                f"培育企业{a * 10 + 20}—{a * 10}家。",
            ]
        ),
    )


def year_span(material: Material, rng: Random) -> Damage | None:
    """A plan of so many years whose first and last year say otherwise."""
    first = rng.randint(2021, 2024)
    return planted(
        material,
        rng,
        rng.choice(
            [
                f"实施产业升级三年行动计划（{first}—{first + 3}年）。",
                f"实施产业升级三年行动（{first}—{first + 1}年）。",
                "“十四五”时期（2022—2025年）累计完成投资。",
            ]
        ),
    )


def points(material: Material, rng: Random) -> Damage | None:
    """% for 个百分点, or the other way round."""
    place = chosen(
        material, r"(?:高于|低于|快于|高出)(?:全国|全省|全市)?(?:平均水平)?(?:约)?[0-9.]+(?P<unit>个百分点)", rng
    )
    if place is not None and rng.random() < 0.6:
        return at(place[0], *place[1].span("unit"), "%")
    place = chosen(material, r"(?:总额|总值|增加值|收入|投资)(?:预计)?增长[0-9.]+(?P<unit>%)", rng)
    return at(place[0], *place[1].span("unit"), rng.choice(["个百分点", "百分点"])) if place else None


def fewer_times(material: Material, rng: Random) -> Damage | None:
    """下降 by so many times."""
    what = rng.choice(["事故起数", "单位能耗", "投诉量", "办理时间"])
    fewer = rng.choice(["下降", "减少", "降低", "缩短"])
    return planted(material, rng, f"{what}{fewer}{rng.choice(['2倍', '三倍', '1.5倍', '了一倍'])}。")


def hedge_doubled(material: Material, rng: Random) -> Damage | None:
    """约…左右, 超过…以上."""
    place = chosen(material, r"(?<=增长|完成|实现|达到)[0-9.]+(?:%|亿元|万亿元|个|家)(?=[，。；、])", rng)
    if place is None:
        return None
    number, match = place
    left, right = rng.choice([("约", "左右"), ("超过", "以上"), ("近", "左右"), ("大约", "上下"), ("不低于", "以上")])
    return at(number, *match.span(), left + match.group() + right)


def approximate(material: Material, rng: Random) -> Damage | None:
    """概数 in digits or with 、."""
    return planted(
        material,
        rng,
        rng.choice(
            ["走访企业3、4家。", "新建三、四个服务站。", "培育20几家企业。", "服务群众几10万人。", "新建学校7、8所。"]
        ),
    )


def short_year(material: Material, rng: Random) -> Damage | None:
    """23年 for 2023年."""
    place = chosen(material, r"(?<=[到较比至在])20(?P<rest>2[0-9])年(?!代)", rng)
    return at(place[0], place[1].start(), place[1].start() + 2, "") if place else None


CLASSES: tuple[Maker, ...] = (
    part_over_whole,
    of_which_sum,
    total,
    shares,
    growth,
    doubled_level,
    respectively_lost,
    respectively,
    share_over,
    date,
    range_reversed,
    year_span,
    points,
    fewer_times,
    hedge_doubled,
    approximate,
    short_year,
)
