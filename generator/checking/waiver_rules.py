"""The two rules that are about waivers, not about a text; they look at what all other rules found."""

from __future__ import annotations

from generator.diagnostics import Severity
from generator.rules.rule import Group, Rule

UNUSED = Rule("V101", "unused-waiver", Group.WAIVERS, Severity.INFO, "豁免没有用上")
EXPIRED = Rule("V102", "expired-waiver", Group.WAIVERS, Severity.WARNING, "豁免到期")

_UNUSED_PAGE = """豁免没有用上：waivers.yaml 里的一条，查过的稿件里都没有它说的问题了。

问题多半已经改好，或者那一句改动很大、指纹变了；这一条可以删去，免得以后误放过别的问题。
只报这一次查过的规则；只查一部分稿件时，别的稿件的豁免也会列在这里，所以只是提示。

反例：waivers.yaml 里有 rule: N101 的一条，稿件里那一处“约增长5.5%左右”已经改好。
正例：删去这一条。

依据：豁免只应放过还在的问题。
"""
_EXPIRED_PAGE = """豁免到期：waivers.yaml 里的一条过了 until 写的日子，它说的问题照常报出。

还要放过，就把 until 改晚，或者删去 until（一直有效）；不要了，就把问题改好，删去这一条。

反例：until: 2024-01-31 的一条，2024年2月1日仍有这个问题。
正例：把问题改好，删去这一条；或由同意的人把 until 改晚。

依据：豁免由写明的人在写明的期限内负责。
"""


WAIVER_RULES = ((UNUSED, _UNUSED_PAGE), (EXPIRED, _EXPIRED_PAGE))
"""The rules and their pages."""
