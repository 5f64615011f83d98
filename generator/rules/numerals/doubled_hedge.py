"""约数词重复：一个数前后都有约数词。

“约”“近”“超过”和“左右”“以上”“多”只能用一个，两个一起说就自相矛盾或重复。

反例：全年约增长5.5%左右，引进超过300家以上企业。
反例：培训近2000多人。
正例：全年增长5.5%左右，近三年引进300家以上企业。

依据：《出版物上数字用法》（GB/T 15835-2011）第5章及通用的校对规范。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("N101", "doubled-hedge", Group.NUMERALS, Severity.WARNING, "约数词重复（约……左右）", anywhere=True)

_BEFORE = "大约|大概|约|将近|接近|近|不超过|超过|超出|超|逾|突破|不低于|不少于|不高于|不多于|至少|最少|最多"
_VERB = "(?:为|达到|达|有|占|是|增长|下降|提高|增加|减少|完成|实现|新增|引进)?+"
_ARABIC = "[0-9０-９](?<![0-9０-９]{2})[0-9０-９]*+(?:[.．,][0-9０-９]++){0,4}+"
_NUMBER = f"(?:{_ARABIC}|[一二三四五六七八九十百千万两]++)"
_SCALE = "[%％‰百千万亿]{0,3}+"
_NOUN = "[^，。；：、“”（）！？0-9０-９近超约逾在及和与以左上多余\\s]{0,4}"
_BEHIND = "(?:左右|上下|以上|以下|以内|之多)"

_AROUND = Pattern(rf"(?:{_BEFORE}){_VERB}{_NUMBER}{_SCALE}(?:[多余]|{_NOUN}{_BEHIND})")
_BEHIND_TWICE = Pattern(
    rf"{_ARABIC}{_SCALE}(?:[多余]{_NOUN}{_BEHIND}|{_NOUN}(?:左右|上下)以[上下内]|{_NOUN}以[上下内](?:左右|上下))"
)
_BEFORE_TWICE = Pattern(
    rf"(?:大约|约|将近|接近|近|超过|逾|突破)(?:达到|达|为)?(?:大约|约|将近|接近|近|超过|超|逾)(?={_NUMBER})"
)
_PROPER = Pattern("(?:不低于|不少于|不超过|不高于|至少|最多)[^多余]*[多余]|近[一二三四五六七八九十两0-9]+年")


def check(context: CheckContext) -> Iterator[Finding]:
    """Numbers with a hedge on both sides, or two on one."""
    for paragraph in context.paragraphs:
        for pattern in (_AROUND, _BEHIND_TWICE, _BEFORE_TWICE):
            for match in pattern.finditer(paragraph.text):
                if not _PROPER.match(match.group()):
                    yield Finding(paragraph.span(*match.span()), f"“{match.group()}”里有两个约数词，只留一个")
