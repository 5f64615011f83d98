"""引号、破折号、省略号用了西文字体。

“ ” ‘ ’ —— ……在 Word 里没有注明按中文排时，会用 Times New Roman 之类的西文字体，变成半个字宽。

反例：（Word 文件）“遍访企业”的引号是 Times New Roman。
正例：（Word 文件）“遍访企业”的引号和正文同为仿宋。

依据：《标点符号用法》（GB/T 15834-2011）5.1；Word 的字体提示 w:hint="eastAsia"（ECMA-376 17.3.2.26）。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule("L102", "western-marks", Group.LAYOUT, Severity.INFO, "中文标点用了西文字体", needs=frozenset({Need.WORD}))


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding a paragraph, at its first such mark."""
    word = context.draft.word
    marks: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, start, end in word.western_marks if word else ():
        marks[number].append((start, end))
    for number, places in sorted(marks.items()):
        if number <= len(context.paragraphs):
            span = context.paragraphs[number - 1].span(*min(places))
            yield Finding(span, f"这一段有 {len(places)} 处中文标点用了西文字体，请选中后改用正文的汉字字体")
