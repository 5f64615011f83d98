"""固定提法不走样。

中央文件的提法有固定的用字和次序：“稳中求进、以进促稳、先立后破”不能写成“先破后立”。
登记在 set_phrases.yaml，与某一条只差一处的，提示核对。

反例：坚持稳中求进工作总基点，推动发展。
反例：完整、准确、全面贯彻落实发展理念。
反例：坚持稳中求进、以进促稳、先破后立。
正例：坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，稳中求进、以进促稳、先立后破。

依据：中央经济工作会议公报、党的二十大报告等；set_phrases.yaml 逐条注明出处。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule
from generator.rules.wording.drift import drifts
from generator.rules.wording.phrases import correct, phrases
from generator.rules.wording.variants import is_variant

RULE = Rule("W109", "set-phrase", Group.WORDING, Severity.WARNING, "固定提法走样", anywhere=True)


def check(context: CheckContext) -> Iterator[Finding]:
    """Text that is nearly one of the register's."""
    for drift in drifts(context, phrases("set_phrases"), correct()):
        right = drift.phrase.text
        if is_variant(drift):
            continue
        message = f"应为“{right}”（{drift.phrase.source}）"
        yield Finding(drift.span, message, right, fix=Fix(right) if drift.certain else None)
