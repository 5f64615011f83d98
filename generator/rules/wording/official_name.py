"""国家机关、地区和国家战略的名称要写准。

“工业与信息化部”“粤港澳大弯区”都是错的。登记在 names.yaml；本地单位和项目的名称登记在数据里，由别的规则核对。

反例：入选工业与信息化部名单，对接粤港澳大弯区。
正例：入选工业和信息化部名单，对接粤港澳大湾区。

依据：国务院机构设置通知、行政区划；names.yaml 逐条注明出处。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule
from generator.rules.wording.drift import drifts
from generator.rules.wording.phrases import correct, phrases

RULE = Rule("W107", "official-name", Group.WORDING, Severity.WARNING, "国家机关、地区、战略的名称有误", anywhere=True)


def check(context: CheckContext) -> Iterator[Finding]:
    """Text that is nearly one of the register's."""
    for drift in drifts(context, phrases("names"), correct()):
        right = drift.phrase.text
        message = f"应为“{right}”（{drift.phrase.source}）"
        yield Finding(drift.span, message, right, fix=Fix(right))
