"""Writes ``usual_pairs.txt``, the pairs of characters that several reports share: ``python -m benchmarks.usual_pairs``.

Only pairs are kept, no order and no text.  Government work reports are official documents, which the Copyright Law of
China (article 5) leaves free.  ``--without NAME`` leaves a report out, to measure the rule on text it has not seen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.published import reports
from generator.rules.characters import is_han

_TARGET = Path("generator/rules/consistency/usual_pairs.txt")
_HEAD = "# 至少在{least}份公开发表的政府工作报告里出现过的两字连用：每行第一个字，后面是可以接的字。"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.usual_pairs", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+", help="published reports")
    parser.add_argument("--least", type=int, default=3, help="in how many reports a pair must stand")
    parser.add_argument("--without", default="", help="the beginning of a report's name")
    parser.add_argument("--target", type=Path, default=_TARGET)
    options = parser.parse_args()
    count: Counter[str] = Counter()
    for name, paragraphs in reports(options.folder):
        if not options.without or not name.startswith(options.without):
            count.update(
                {p[i : i + 2] for p in paragraphs for i in range(len(p) - 1) if all(map(is_han, p[i : i + 2]))}
            )
    followers: dict[str, str] = {}
    for two in sorted(two for two, times in count.items() if times >= options.least):
        followers[two[0]] = followers.get(two[0], "") + two[1]
    lines = [_HEAD.format(least=options.least), *(first + rest for first, rest in followers.items())]
    options.target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
