"""同一个带数字的提法，前后数字不一样。

“三个模式”在别处写成“四个模式”，“双百双千”写成“双百三千”，“治本攻坚三年行动”写成“四年行动”，总有一处是错的。

反例：拓展创新“三个模式”，启动实施“双百双千”工程。持续拓展创新“四个模式”，深入实施“双百三千”工程。
反例：扎实推进安全生产治本攻坚三年行动。开展安全生产治本攻坚五年行动，排查隐患。
正例：由“百兆县城”向“千兆县城”升级。技能大赛“三连A”，平安建设“八连A”。写好生态文明“两篇大文章”，做好金融“五篇大文章”。
正例：“三个十大”工程全面完工，谋划“五个十大”任务，做好签约、开工、投产、达效“四个一批”。
正例：拓展创新“三个模式”，谋划“十五五”规划，完成“十四五”规划。持续拓展创新“三个模式”，推动参保人数、缴费水平“双提升”。

依据：党政机关公文校核的通行要求：同一提法前后一致。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.diagnostics import Severity, Span
from generator.patterns import Pattern
from generator.rules.characters import is_han
from generator.rules.consistency.usual_pairs import is_usual
from generator.rules.context import CheckContext
from generator.rules.rule import Finding, Group, Rule
from generator.rules.wording.phrases import phrases

RULE = Rule("C107", "label-drift", Group.CONSISTENCY, Severity.WARNING, "同一提法前后数字不同")

_NUMERALS = "一二两三四五六七八九十双百千万零"
_NUMERAL = Pattern(f"[{_NUMERALS}]|[0-9]+")
_QUOTED = Pattern("“(?P<label>[^“”，。；、]{2,16})”")
_PLAN = Pattern("^[一二]?十[一二三四五六七八九]?五$")
_STREAK = Pattern(f"^[{_NUMERALS}0-9]+连.$")
"""“七连冠”、“十二连增”、“五连A”: each honour has its own count, which is longer every year."""
_PLAIN = Pattern(
    rf"(?=[一二两三四五六七八九十])(?<![第{_NUMERALS}])(?P<number>.)(?![{_NUMERALS}届次轮级期季月批线直])(?!是|、)"
)
_BEFORE, _AFTER = 6, 3
_STOPS = frozenset("。！？；")


@dataclass(frozen=True, slots=True)
class _Label:
    """A label with its numerals taken out; ``key`` is equal for labels that should be equal."""

    key: str
    numerals: tuple[str, ...]
    span: Span


def check(context: CheckContext) -> Iterator[Finding]:
    """Labels that are the same but for one numeral: the rarer form is reported, or else the later."""
    groups: dict[str, list[_Label]] = {}
    for label in _labels(context):
        groups.setdefault(label.key, []).append(label)
    told: set[Span] = set()
    for group in groups.values():
        if len({label.numerals for label in group}) > 1:
            found = [finding for finding in _drifted(context, group) if finding.span not in told]
            told.update(finding.span for finding in found)
            yield from found


def _drifted(context: CheckContext, group: list[_Label]) -> Iterator[Finding]:
    first, certain = _usual(group)
    for label in group:
        differing = sum(a != b for a, b in zip(label.numerals, first.numerals, strict=True))
        if differing == 1 and not _are_two(context, label.span, first.span):
            elsewhere = f"第{first.span.paragraph}段写“{first.span.text}”"
            message = f"这里写“{label.span.text}”，{elsewhere}{'' if certain else '，有一处不对'}"
            yield Finding(label.span, message, first.span.text if certain else "", related=(first.span,))


def _are_two(context: CheckContext, one: Span, two: Span) -> bool:
    """Whether two labels are meant to differ: in one sentence, or where one is a set phrase with other words around.

    从“千兆城市”向“万兆城市”, “五经普”比“四经普”; “三位一体”改革 is no slip for the “五位一体” of 总体布局.
    """
    if _in_one_sentence(context, one, two):
        return True
    here, there = _around(context, one), _around(context, two)
    return bool({one.text, two.text} & _set_labels()) and all(a != b for a, b in zip(here, there, strict=True))


@cache
def _set_labels() -> frozenset[str]:
    """The labels that set phrases quote."""
    return frozenset(match["label"] for phrase in phrases("set_phrases") for match in _QUOTED.finditer(phrase.text))


def _around(context: CheckContext, label: Span) -> tuple[str, str]:
    """The two characters before the mark that opens a quoted label, and behind the one that closes it."""
    text = context.paragraphs[label.paragraph - 1].text
    return text[max(0, label.start - 3) : max(0, label.start - 1)], text[label.end + 1 : label.end + 3]


def _in_one_sentence(context: CheckContext, one: Span, two: Span) -> bool:
    if one.paragraph != two.paragraph:
        return False
    between = context.paragraphs[one.paragraph - 1].text[min(one.end, two.end) : max(one.start, two.start)]
    return _STOPS.isdisjoint(between)


def _usual(group: list[_Label]) -> tuple[_Label, bool]:
    """The first label of the form that stands most often, or that other reports have too; whether that is certain."""
    counts = Counter(label.numerals for label in group)
    most = max(counts.values())
    often = [numerals for numerals, times in counts.items() if times == most]
    firsts = [next(label for label in group if label.numerals == numerals) for numerals in often]
    known = [label for label in firsts if _is_written(label.span.text)] if len(firsts) > 1 else firsts
    return (known or firsts)[0], len(known) == 1


def _is_written(label: str) -> bool:
    """Whether the numerals of a label stand before what follows them in other reports too."""
    return all(is_usual(a, b) for a, b in pairwise(label) if a in _NUMERALS and is_han(b))


def _labels(context: CheckContext) -> Iterator[_Label]:
    for paragraph in context.paragraphs:
        text = paragraph.text
        for match in _QUOTED.finditer(text):
            numerals = tuple(_NUMERAL.findall(match["label"]))
            before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 4]
            for key in _quoted_keys(match["label"], numerals, before, after):
                yield _Label(key, numerals, paragraph.span(*match.span("label")))
        for match in _PLAIN.finditer(text):
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            after = text[match.end() : match.end() + _AFTER]
            if len(before) == _BEFORE and len(after) == _AFTER and _is_words(before + after):
                span = paragraph.span(match.start() - _BEFORE, match.end() + _AFTER)
                yield _Label(f"{before}#{after}", (match.group(),), span)


def _is_words(text: str) -> bool:
    return text != "" and all(map(is_han, text))


def _quoted_keys(label: str, numerals: tuple[str, ...], before: str, after: str) -> Iterator[str]:
    """What makes two quoted labels one: their words, and where these are few or common, the words around them."""
    if not numerals or _PLAN.match(label) or _STREAK.match(label):
        return
    masked = _NUMERAL.sub("#", label)
    words = masked.replace("#", "")
    if words and not _MEASURES.sub("", words):
        if _is_words(after[:2]) and after[:2] not in _COMMON:
            yield f"{masked}|{after[:2]}"
        return
    if any(numeral.isdigit() for numeral in numerals):
        if len(after) == _AROUND and _is_words(after):
            yield f"{masked}|{after}"
        return
    counted = _COUNTED.match(masked)
    if len(words) > 1 and (len(numerals) > 1 or not counted or (len(words) > _AROUND and words[1:] not in _COMMON)):
        yield masked
        return
    if len(numerals) > 2 or words:
        if _is_words(after[:2]) and len(after) > 1:
            yield f"{masked}|{after[:2]}"
        if words and _is_words(before) and len(before) > 1 and words[1:] not in _COMMON:
            yield f"{before}|{masked}"


_AROUND = 4
_MEASURES = Pattern("[个大批项条类种张方篇件次]+")
"""Without their numerals “四个一批” and “五个十大” say nothing: what stands behind them is what they count."""
_COUNTED = Pattern("#[大个项条类种张方篇]")
_COMMON = frozenset(
    ("行动", "工程", "任务", "体系", "战役", "计划", "产业", "专项行动", "攻坚行动", "重点", "举措", "目标", "活动")
)
