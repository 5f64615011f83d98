"""有单位，没有数字。

删改时把数字删掉了，留下“增长%”“完成投资亿元”。

反例：社会消费品零售总额增长%。
反例：完成投资亿元，高于全省个百分点。
反例：投资约 亿元，新增个就业岗位，占百分之。
正例：社会消费品零售总额增长7%，突破千亿元，达到上亿元，跨上万亿台阶，“%”号，新增个体工商户，引进家政企业。

依据：通用的校对规范。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N117", "missing-number", Group.NUMERALS, Severity.ERROR, "有单位，没有数字")

_VERB = (
    "增长|下降|提高|降低|增加|减少|回落|上升|提升|达到|达|完成|完成投资|投资|突破|超过|实现|新增|引进|到位|拉动|高于|低于|全国|全省|全市|"
    "为|至|到|近|约|收入|资金|税费|产值|消费|融资|资源|消化|盘活|额|超|过|补助|补贴|贷款|累计|共计|总计|合计"
)
_COUNTED = (
    "新增|新建|新改建|改造|建成|引进|培育|共计|共有|达到|约|近|突破|超过|累计|总计|合计|完成|实施|争取"
    "|开工|竣工|签约|落地|组织|开展|举办|发放|安排|投入"
)
_COUNT = (
    "个(?![人别体性税案中十把月位])|家(?![家庭政电具长校门乡园居禽畜装属风人教国族医底用])|座(?![谈位右上椅])"
    "|所(?![有以需在得属谓长辖托学能及致为见])|项(?!目)|条(?![件例块幅款理码文线])|户(?![籍均外型口])|亩(?![均产])|公里"
)
_MISSING = Pattern(
    rf"(?<![0-9０-９.Ｘ×XxNn）)“‘/＋+])(?P<sign>[%％‰])(?!”)"
    rf"|(?<=[一-鿿])(?<![每各整])(?P<points>个百分点)"
    rf"|(?:{_VERB})(?P<money>[万亿]元)(?=[，。；、]|以上[，。；、]|左右|$)"
    rf"|(?<=[一-鿿])(?P<blank>[ 　]+(?:[万亿]元?|[%％‰]|个百分点|公里|平方米|人次))"
    rf"|(?:{_COUNTED})(?P<count>[ 　]*(?:{_COUNT}))(?=[一-鿿，。；、])"
    r"|(?P<percent>百分之)(?=[，。；、]|$)",
)
_WORDED = Pattern("[一二三四五六七八九十百千万亿几数两半余多上过超第]$")


def check(context: CheckContext) -> Iterator[Finding]:
    """Units behind words that need a number between."""
    for paragraph in context.paragraphs:
        for match in _MISSING.finditer(paragraph.text):
            name = match.lastgroup or ""
            start = match.start(name)
            before = paragraph.text[max(0, start - 1) : start]
            if before.strip() and not _WORDED.search(before):
                yield Finding(paragraph.span(start, match.end()), f"“{match.group()}”里缺数字")
