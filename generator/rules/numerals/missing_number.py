"""有单位，没有数字。

删改时把数字删掉了，留下“增长%”“完成投资亿元”。

反例：社会消费品零售总额增长%。
反例：完成投资亿元，高于全省个百分点。
反例：投资约 亿元，新增个就业岗位，占百分之。
正例：社会消费品零售总额增长7%，突破千亿元，达到上亿元，跨上万亿台阶，“%”号，新增个体工商户，引进家政企业，开展户厕改造、家访活动。

依据：通用的校对规范。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import CHINESE, Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N117", "missing-number", Group.NUMERALS, Severity.ERROR, "有单位，没有数字")

_VERB = (
    "增长|下降|提高|降低|增加|减少|回落|上升|提升|达到|达|完成|投资|突破|超过|实现|新增|引进|到位|拉动|高于|低于|全国|全省|全市|"
    "为|至|到|近|约|收入|资金|税费|产值|消费|融资|资源|消化|盘活|额|超|过|补助|补贴|贷款|累计|共计|总计|合计"
)
"""What an amount of money follows."""
_COUNTED = (
    "新增|新建|新改建|改造|建成|引进|培育|共计|共有|达到|约|近|突破|超过|累计|总计|合计|完成|实施|争取"
    "|开工|竣工|签约|落地|组织|开展|举办|发放|安排|投入"
)
"""What a count follows."""
_VERBS, _COUNTERS = tuple(_VERB.split("|")), tuple(_COUNTED.split("|"))
_LONGER = {
    "个": "人别体性税案中十把月位股展私",
    "家": "家庭政电具长校门乡园居禽畜装属风人教国族医底用访养纺",
    "座": "谈位右上椅席",
    "所": "有以需在得属谓长辖托学能及致为见",
    "项": "目",
    "条": "件例块幅款理码文线",
    "户": "籍均外型口厕用主内表数",
    "亩": "均产",
}
_WORDS_ONLY = tuple(unit + behind for unit, following in _LONGER.items() for behind in following)
"""Words that begin like a unit."""
_UNITS = Pattern(
    rf"(?=[%％‰百万亿公 　{''.join(_LONGER)}])(?:"  # so that most characters are passed over at one look
    r"(?P<sign>(?<![0-9０-９.Ｘ×XxNn）)“‘/＋+])[%％‰])(?!”)"
    rf"|(?P<points>(?<={CHINESE})(?<![每各整])个百分点)"
    r"|(?P<money>[万亿]元)(?=以上[，。；、]|左右|[，。；、]|$)"
    rf"|(?P<blank>(?<={CHINESE})[ 　]+(?:[万亿]元?|[%％‰]|个百分点|公里|平方米|人次))"
    rf"|(?P<count>[ 　]*(?P<unit>[{''.join(_LONGER)}]|公里))(?={CHINESE}|[，。；、])"
    r"|(?P<percent>百分之)(?=[，。；、]|$))"
)
_WORDED = "一二三四五六七八九十百千万亿几数两半余多上过超第"


def check(context: CheckContext) -> Iterator[Finding]:
    """Units behind words that need a number between."""
    for paragraph in context.paragraphs:
        text = paragraph.text
        for match in _UNITS.finditer(text):
            start = match.start()
            before = text[max(0, start - 1) : start]
            words = _words_before(text, match)
            if words is not None and before.strip() and before not in _WORDED:
                yield Finding(paragraph.span(start, match.end()), f"“{words}{match.group()}”里缺数字")


def _words_before(text: str, match: re.Match[str]) -> str | None:
    """The words before a unit that want a number there; empty where any do, None where they want none."""
    match match.lastgroup:
        case "money":
            return _longest_end(text, match.start(), _VERBS)
        case "count" if not text.startswith(_WORDS_ONLY, match.start("unit")):
            return _longest_end(text, match.start(), _COUNTERS)
        case "count":
            return None
        case _:
            return ""


def _longest_end(text: str, end: int, words: tuple[str, ...]) -> str | None:
    """The longest of some words that ends at ``end``."""
    if not text.endswith(words, 0, end):
        return None
    return max((word for word in words if text.endswith(word, 0, end)), key=len)
