"""Words of time that hold for what follows: one year or several."""

from __future__ import annotations

import pytest

from generator.readers import txt
from generator.rules.context import CheckContext

LINES = [
    ("一、“十四五”时期工作回顾", True),
    ("我们抓项目、促投资。", True),
    ("五年来，收入年均增长6%。", True),
    ("刚刚过去的2025年，收入增长5%。", False),
    ("开展促消费活动，实现“十四五”圆满收官。", False),
    ("二、主要任务", False),
    ("“十五五”时期，推动高质量发展。", True),
    ("三、2026年工作安排", False),
    ("今年是“十五五”开局之年，到2030年五年间要上台阶。", False),
]


@pytest.mark.parametrize(("number", "several"), [(n, several) for n, (_, several) in enumerate(LINES, start=1)])
def test_the_last_words_of_time_hold(number: int, several: bool) -> None:
    context = CheckContext(txt.read("\n".join(line for line, _ in LINES).encode(), "稿.txt"))
    assert context.of_several_years(number, 3) is several
