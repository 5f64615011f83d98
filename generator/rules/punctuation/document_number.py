"""发文字号的年份用六角括号〔〕。

反例：按照国发（2024）5号文件要求。
反例：落实鲁政发[2023]12号文件。
正例：按照国发〔2024〕5号文件要求，二期（2024）工程。

依据：《党政机关公文格式》（GB/T 9704-2012）7.2.5：年份应标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Fix, Severity, Tier
from generator.patterns import Pattern
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("P108", "document-number", Group.PUNCTUATION, Severity.WARNING, "发文字号没有用六角括号", anywhere=True)

_NUMBER = Pattern(
    r"[（(\[【﹝［](?P<year>(?:19|20)[0-9]{2})[）)\]】﹞］](?P<ordinal>第)?(?P<number>[0-9]{1,4})号",
    needs=tuple(closer + behind for closer in "）)]】﹞］" for behind in "第0123456789"),
)
_ORDINAL = Pattern(r"(?P<year>〔[0-9]{4}〕)第(?P<number>[0-9]{1,4})号", needs=("〕第",))


def check(context: CheckContext) -> Iterator[Finding]:
    """Document numbers with other brackets, or with 第."""
    for paragraph in context.paragraphs:
        for match in _NUMBER.finditer(paragraph.text):
            right = f"〔{match['year']}〕{match['number']}号"
            yield Finding(paragraph.span(*match.span()), f"发文字号应为“{right}”", right, fix=Fix(right, Tier.SAFE))
        for match in _ORDINAL.finditer(paragraph.text):
            right = f"{match['year']}{match['number']}号"
            yield Finding(
                paragraph.span(*match.span()), f"发文顺序号不加“第”：{right}", right, fix=Fix(right, Tier.SAFE)
            )
