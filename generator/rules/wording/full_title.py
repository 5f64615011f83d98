"""重要表述的全称，一个字也不能错。

“习近平新时代中国特色社会主义思想”掉了“中国”、“以习近平同志为核心的党中央”错一个字，都是政治性差错。登记在 titles.yaml。

反例：以习近平新时代特色社会主义思想为指导。
反例：坚持以习近平同志为核心党中央集中统一领导。
正例：以习近平新时代中国特色社会主义思想为指导，学习贯彻习近平生态文明思想。

依据：《中国共产党章程》（2022年修改）；titles.yaml 逐条注明出处。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule
from generator.rules.wording.drift import drifts
from generator.rules.wording.phrases import correct, phrases
from generator.rules.wording.variants import is_particle_added, is_variant

RULE = Rule("W102", "full-title", Group.WORDING, Severity.ERROR, "重要表述的全称有误", anywhere=True)


def check(context: CheckContext) -> Iterator[Finding]:
    """Text that is nearly one of the register's."""
    for drift in drifts(context, phrases("titles"), correct()):
        if is_particle_added(drift) or (not drift.phrase.exact and is_variant(drift)):
            continue
        right = drift.phrase.text
        message = f"应为“{right}”（{drift.phrase.source}）"
        yield Finding(drift.span, message, right, fix=Fix(right))
