"""词语重复：同一个词连写了两遍。

复制、改稿时容易留下“推进推进”“加快建设加快建设”“的的”。“研究研究”“一步一步”这样的叠用不算。

反例：扎实推进推进乡村振兴。
反例：重点项目的的建设，加快推动加快推动成果转化。
正例：扎扎实实推进乡村振兴，强化文化文物保护，一步一步来，为了了解民情，以及及时处理，培养博士博士后人才。

依据：通用的校对规范；repeats.yaml 登记例外。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.diagnostics import Fix, Severity, Span
from generator.patterns import Pattern
from generator.rules.characters import around, is_han
from generator.rules.context import CheckContext
from generator.rules.registers import entries, mappings, register
from generator.rules.rule import Finding, Group, Rule

RULE = Rule("W104", "repeated-word", Group.WORDING, Severity.WARNING, "词语重复", anywhere=True)

_REPEATED = Pattern(r"(?P<word>[^ 　A-Za-z0-9，。、；：！？“”（）《》—…·%％]{2,12}?)(?P=word)")
_SAME = Pattern(r"(?P<word>.)(?P=word)+")
_TRIPLE = 3


def check(context: CheckContext) -> Iterator[Finding]:
    """Words of two and more characters in a row, particles in a row, and any character three times in a row."""
    exceptions = _exceptions()
    for paragraph in context.paragraphs:
        for match in _REPEATED.finditer(paragraph.text):
            beside = paragraph.text[max(0, match.start() - 1) : match.end() + 3]
            meant = _is_distributive(match["word"]) or _begins_inside(match["word"])
            if all(map(is_han, match["word"])) and not meant and not any(word in beside for word in exceptions):
                yield _finding(paragraph.span(*match.span()), match["word"])
        for match in _SAME.finditer(paragraph.text):
            word = match["word"]
            if not is_han(word):
                continue
            before, following = around(paragraph.text, *match.span())
            twice = _is_doubled_particle(word, following) or _is_doubled_between(word, before, following)
            if any(known in paragraph.text[max(0, match.start() - 2) : match.end() + 2] for known in exceptions):
                continue
            if len(match.group()) >= _TRIPLE or twice:
                yield _finding(paragraph.span(*match.span()), word)


def _is_distributive(word: str) -> bool:
    """一校一校一策, 一项一项: one by one."""
    return len(word) <= _TRIPLE and "一" in word


def _begins_inside(word: str) -> bool:
    """Whether what stands twice begins with the end of a word (深化|文化|文艺): three words, none of them twice."""
    allowed = _suffixes().get(word[0])
    return allowed is not None and word[1] not in allowed


def _finding(span: Span, word: str) -> Finding:
    return Finding(span, f"“{word}”重复了", word, fix=Fix(word))


def _is_doubled_particle(word: str, following: str) -> bool:
    allowed = _particles().get(word)
    return allowed is not None and (following == "" or following not in allowed)


def _is_doubled_between(word: str, before: str, following: str) -> bool:
    """应对对措施, but not 应对|对接: a particle that ends one word and begins the next one is none too many."""
    allowed = _between().get(word)
    if allowed is None or not is_han(following):
        return False
    ends, begins = allowed
    return not ((before in ends or not ends) and following in begins)


@cache
def _exceptions() -> tuple[str, ...]:
    return tuple(entry.word for entry in entries("generator.rules.wording", "repeats"))


@cache
def _particles() -> dict[str, frozenset[str]]:
    return _followed("particles")


def _followed(name: str) -> dict[str, frozenset[str]]:
    """The characters of a part of the register, each with those that may follow it."""
    groups = mappings(register("generator.rules.wording", "repeats")[name])
    words = [pair for group in groups for mapping in mappings([group["words"]]) for pair in mapping.items()]
    return {word: frozenset(str(following).split("|")) - {""} for word, following in words}


@cache
def _suffixes() -> dict[str, frozenset[str]]:
    return _followed("suffixes")


@cache
def _between() -> dict[str, tuple[str, str]]:
    groups = mappings(register("generator.rules.wording", "repeats")["between"])
    words = [pair for group in groups for mapping in mappings([group["words"]]) for pair in mapping.items()]
    return {word: (str(sides["before"]), str(sides["after"])) for word, value in words for sides in mappings([value])}
