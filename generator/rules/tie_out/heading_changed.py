"""标题与生成时不同：生成的标题丢了，丢了序号，错了字，或换了说法。

标题是全文的架子，丢一个，后面的内容就归到了别的部分。单独成段的标题，改一个字也报；段首的标题（“……。”后面接正文），
改写是常事，只报丢了、掉一字、重一字、颠倒两字、错成同音字。标题整个挪到别处的不报；序号改了由别的规则管，
标题还在、前面的“（一）”“——”没有了的，在这里报（同一级的都去掉了，是改了写法，不报）。

反例：（生成的标题：二、2024年政府工作安排）二、2024年政府作安排
正例：（生成的标题：二、2024年政府工作安排）二、2024年政府工作安排

依据：生成记录：outline/ 里各部分、各节的标题。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.heads import DamagedHead
from generator.diagnostics import Fix, Severity
from generator.rules.context import CheckContext
from generator.rules.homophones import sound_alike
from generator.rules.rule import Finding, Group, Need, Rule

RULE = Rule("T116", "heading-changed", Group.TIE_OUT, Severity.WARNING, "标题与生成时不同", frozenset((Need.BASE,)))


def check(context: CheckContext) -> Iterator[Finding]:
    """Headings that are lost, and those whose words changed."""
    assert context.alignment is not None
    for damaged in context.damaged_heads:
        words, span = damaged.head.words, damaged.span
        if span.text and damaged.head.run_in and not _is_slip(words, span.text):
            continue
        instead = f"这里写成“{span.text}”" if span.text else "这里丢了"
        runs = (tie.run for tie in context.alignment.ties if tie.base.paragraph == damaged.head.paragraph)
        run = None if damaged.head.run_in else next(runs, None)
        yield Finding(
            span,
            f"生成的标题是“{words}”，{instead}",
            words,
            figure=run.key if run else "",
            source=run.source if run else "",
            fix=_fix(damaged),
        )
    for bare in context.heads_without_marks:
        mark = bare.head.mark
        yield Finding(bare.span, f"标题“{bare.head.words}”前面的“{mark}”丢了", mark)


def _fix(damaged: DamagedHead) -> Fix | None:
    """The right words where they were mistyped; another heading may be meant."""
    words = damaged.head.words
    return Fix(words) if _is_slip(words, damaged.span.text) else None


def _is_slip(words: str, written: str) -> bool:
    """Whether a character was left out, typed twice or for its homophone, or two change places: nobody rewords so."""
    if abs(len(words) - len(written)) > 1:
        return False
    at = next((n for n, (one, other) in enumerate(zip(words, written, strict=False)) if one != other), len(written))
    if len(written) < len(words):
        return words[:at] + words[at + 1 :] == written
    if len(written) > len(words):
        return written[:at] + written[at + 1 :] == words and written[at] in written[max(0, at - 1) : at]
    if words[at + 1 :] == written[at + 1 :]:
        return sound_alike(words[at : at + 1], written[at : at + 1])
    return words[:at] + words[at : at + 2][::-1] + words[at + 2 :] == written
