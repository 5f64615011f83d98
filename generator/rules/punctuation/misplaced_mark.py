"""标点放错了地方：段首、前引号后、后引号前。

点号不出现在一段的开头，也不紧跟在前引号、前括号后面；顿号、逗号、冒号、分号不紧挨在后引号、后括号前面。

反例：，全市地区生产总值增长5.1%。
反例：主动“，遍访企业”。
反例：推广“道德银行、”等经验。
正例：推广“道德银行”等经验，他说：“好！”（鼓掌。）

依据：《标点符号用法》（GB/T 15834-2011）5.1：点号不出现在一行之首，标号前半不出现在一行之末。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P112", "misplaced-mark", Group.PUNCTUATION, Severity.ERROR, "标点放错了地方", anywhere=True)

_MISPLACED = Pattern(
    r"(?=[，。；：、！？”）》“（《‘〈])(?:(?P<first>^[，。；：、！？”）》])|(?<=[“（《‘〈])(?P<after>[，。；：、！？])|(?P<before>[，、：；])(?=[”）》’〉])|(?P<empty>“”|《》|‘’))"
)
_MESSAGES = {
    "first": "段落不能以“{}”开头",
    "after": "“{}”不能紧跟在前引号、前括号后面",
    "before": "“{}”不能紧挨在后引号、后括号前面",
    "empty": "“{}”里没有内容",
}


def check(context: CheckContext) -> Iterator[Finding]:
    """Marks at the beginning of a paragraph, on the wrong side of brackets; empty quotation marks."""
    for paragraph in context.paragraphs:
        for match in _MISPLACED.finditer(paragraph.text):
            kind = match.lastgroup or "first"
            yield Finding(paragraph.span(*match.span()), _MESSAGES[kind].format(match.group()))
