"""The rule that looks at two drafts of one run; it needs them both, so it is no module of the rules package."""

from __future__ import annotations

from generator.diagnostics import Severity
from generator.rules.rule import Group, Rule

CROSSED = Rule("C117", "drafts-differ", Group.CONSISTENCY, Severity.WARNING, "同一年的两个稿件，同样的话里数不同")

PAGE = """同一年的两个稿件，同样的话里数不同：报告和计划报告、预算报告，或者一份报告的 Word 和文本。

一次写上几个稿件，就两两比较：除了数以外一字不差（“全市”“同比”一类的字不计）、在同一部分、说得出是什么的半句话，数对不上，
在写在后面的稿件里报一次，说明里写着前面那个稿件的第几段、数是多少。精确程度不同、四舍五入能解释的不报；
一份报告的 Word 和文本应当一样，数有一个字不同就是错误。

哪些稿件不比：年份不同的，地方不同的；看不出年份和地方、又没有几处数相同的；同一份报告的两稿（第三稿和第四稿，
各局改回来的同一份），两稿的数本来就可能不同，只在最后说一声。确实要比两稿，加 --select C117。
和数据不符、已经报过的数不再报。

反例：政府工作报告写“城镇新增就业9.5万人”，同时核对的计划报告写“城镇新增就业9.6万人”。
正例：两个稿件都写“城镇新增就业9.5万人”；一个写“投资127.4亿元”，一个写“投资127亿元”。

依据：提请大会审议的几个报告，同一数据应当一致。
"""
