"""What data look like in running text: the words before and behind numbers, and names that hold numerals."""

from __future__ import annotations

import re

from schemas.figure import Direction, Hedge
from schemas.units import KNOWN_UNITS

_DIRECTIONS = "|".join(direction.value for direction in Direction)
BEFORE = re.compile(rf"(?P<direction>{_DIRECTIONS})$")
COMPARED = re.compile(r"(?P<word>高于|低于)(?P<other>[\u4e00-\u9fff“”]{1,14}?)(?:约|近|超|超过)?$")
RANKED = re.compile(
    r"(?P<scope>全国|全省|全市|全区|全州|全县|全疆|全球|世界|亚洲|国内|省内|长三角|珠三角|京津冀|"
    r"中西部|中东部|东中部|东北|中部|西部|东部|长江经济带|西部地区|中部地区|"
    r"(?:全国|中部|西部|东部|长三角|副省级|直辖)(?:省份|省市|城市|地区|六省)|沿海省份|同类城市)$"
)
RANKED_BY_VERB = re.compile(
    r"(?:居|列|排名|排|升至|升到|上升到|上升至|跃升至|进入|保持|连续[一二三四五六七八九十]+年|前移至)"
    r"(?P<scope>(?:(?![升到至进居列位名前均持续降])[\u4e00-\u9fff]){2,10})$"
)
HEDGES = {hedge.value: hedge for hedge in Hedge}
NOT_HEDGING = {
    "约": "节签履预契公大条制合特",
    "近": "临接附靠最邻远将相亲",
    "超": "高反远赶",
    "突破": "",
}
RATES = ("%", "％", "‰", "百分点", "倍", "位", "番")
FOR_RATES = frozenset(
    (Direction.RAISE, Direction.LIFT, Direction.EXPAND, Direction.NARROW, Direction.RISE, Direction.EASE)
)
"""Words that before anything but a rate end a name: 林分优化提升200万亩."""
MOVED = re.compile("(?:分别|较[^，。；、]{1,8}|比[^，。；、]{1,8}|年均|同比|再|[，、])$")
"""What parts a move from the name before it, so that it may be told in any unit: 分别提高510元."""
NAME_GOES_ON = {
    "方": re.compile("[案面式法位向]"),
    "部": re.compile("[门分委]"),
    "家": re.compile("[庭长]"),
    "面": re.compile("[向积]"),
    "名": re.compile("[词单称校师录]"),
    "期": re.compile("间"),
    "口": re.compile("岸"),
    "级": re.compile("别"),
    "点": re.compile("位"),
}
"""Units that are only the beginning of a word: 3.0方案."""
SCALED = re.compile(
    "(?P<scale>万亿|千万|百万|万|亿)(?P<unit>" + "|".join(sorted(KNOWN_UNITS, key=len, reverse=True)) + ")?"
)
"""What follows a hedge that stands before the scale: 280余万件."""
THOUSANDS = re.compile("[,，][0-9]{3}(?![0-9])")
"""What follows the first digits of 1,200."""
RECENT = ("年", "个月", "天", "周", "日", "届", "个季度")
EXTRA = re.compile(
    r"(?:元|分|角|吨|公里|微克|毫克|千克|公斤|人|户|台|件|辆|克|立方米|升|毫升|平方米|米|辆次|人次|个|家)/"
    r"(?:千瓦时|小时|立方米|平方米|平方公里|公里|百公里|吨|年|月|日|天|人|亩|户|公斤|升|秒|万元|度|千克|台|床|次)"
    r"|批次|[金银铜](?=[0-9，。、；])|标箱|标准煤|床位|颗|朵|匹|枝|曲|幕|尾|樽|列次|人日|车次|亩地|盏|户人家|台套|伏|片区|案|课时|学时|间次|床次|标煤|瓦|瓦时|平米"
    r"|EFlops|PFlops|PF(?![A-Za-z])|折|辆次|场次|车|纳米|微米|赫兹|摄氏度|公里/时"
)

NAMES = re.compile(
    "|".join(
        (
            r"“[^“”，。；：]{0,22}[0-9][^“”，。；：]{0,22}”",
            r"《[^《》]*[0-9][^《》]*》",
            r"(?:世界|中国|全国|全球|亚洲|财富|民营企业|中国企业|中国民营企业|服务业|制造业|百|先进|综合实力|品牌)*"
            r"[0-9]{2,4}强(?:企业|县市?|区|镇|民企)?",
            r"[0-9]{3,6}(?=(?:政务|便民|市民|公共|应急)*(?:服务)*(?:热线|平台|专线))",
            r"[0-9]+[×xX*·][0-9]+(?:小时)?",
            r"[0-9]+(?:\.[0-9]+)?(?:[+＋][0-9A-Za-zＮNＸX]+)+",
            r"[0-9]{1,2}世纪(?:[0-9]{2}年代)?|[0-9]{2}年代|[0-9]{2}后(?![、，。\u4e00-\u9fff]{0,1}的)",
            r"[0-9]+(?:[—–-][0-9]+)?(?:分钟|小时)[\u4e00-\u9fff“”]{0,10}?(?:圈|交通圈|生活圈|服务圈)",
            r"[A-Za-z][A-Za-z0-9+./-]*[0-9][A-Za-z0-9+./-]*",
            r"[0-9][0-9.]*(?!(?:EFLOPS|EFlops|PF|PB|MW|GW|GB|TB|KM|km|kg|P算力|P智能)(?![A-Za-z]))[A-Za-z][A-Za-z0-9+./-]*级?",
            r"(?<![0-9.])(?:19|20)[0-9]{2}年?(?:[—–～~至到-]+)(?:19|20)?[0-9]{2}年",
            r"[0-9]{1,2}(?:月[0-9]{1,2}日)?[—–～~至到-]+[0-9]{1,2}月(?:份|底|末|初)?(?:[0-9]{1,2}日)?",
            r"[0-9]{1,2}月(?:[0-9]{1,2}日|份|底|末|初|中旬|上旬|下旬)?",
            r"(?<![0-9.:：])[0-9]{1,2}[:：][0-9]{2}(?![0-9:：.])(?=[前后起至到，。、）]|$)",
            r"(?<![0-9])(?:110|119|120|122)(?=[报接联]|急救)",
            r"[0-9]+(?:[、和][0-9]+)*号(?:线|楼|院|店|馆|桥|机|台|文件|井|泊位|园)?",
            r"[0-9]+\.[0-9]+(?:版|时代|方案|行动|计划|模式|工程|平台)",
            r"^[0-9]{1,2}[.．、](?![0-9])",
        )
    )
)
YEAR = re.compile(r"(?<![0-9.])(?P<year>(?:19|20)[0-9]{2}) ?年(?!代)")
NUMBERED_NAME = re.compile(r"(?<![0-9.])(?:19|20)[0-9]{2}(?=[\u4e00-\u9fffA-Za-z“])")
LABEL = re.compile(r"“(?=[^“”]*[一二三四五六七八九十百千万双两])[^“”，。；：、0-9A-Za-z]{2,10}”")
FRACTION = re.compile(
    r"(?P<hedge>近|超过|超|约)?(?<![0-9/])(?P<above>[1-9][0-9]?)/(?P<below>[1-9][0-9]{0,2})(?![0-9/])(?P<behind>以上|左右)?"
)
RATIO = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[∶:：︰][0-9]+(?:\.[0-9]+)?)+")
