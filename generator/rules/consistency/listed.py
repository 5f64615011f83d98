"""What the rules on counts and lists share: which enumerations contradict themselves, and how to say so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.enumeration import Closing, Enumeration
from generator.analysis.enumerations import enumerations
from generator.numerals.chinese import counted
from generator.rules.context import CheckContext, Paragraph
from generator.rules.rule import Finding

_SHOWN = 4


def contradictions(context: CheckContext, closing: Closing) -> Iterator[tuple[Paragraph, Enumeration]]:
    """The enumerations of one kind whose count no reading of the list agrees with."""
    for paragraph in context.paragraphs:
        for found in enumerations(paragraph.text):
            if found.closing is closing and found.contradicts:
                yield paragraph, found


def finding(paragraph: Paragraph, found: Enumeration) -> Finding:
    """The finding on an enumeration: at its count, with the list as the other place."""
    names = [paragraph.text[start:end] for start, end in found.items]
    shown = "、".join(names[:_SHOWN]) + ("……" if len(names) > _SHOWN else "")
    sizes = "或".join(str(size) for size in sorted(found.sizes))
    where = "后面" if found.closing is Closing.AHEAD else "前面"
    written = paragraph.text[slice(*found.count)]
    least = "至少" if found.closing is Closing.OPEN else ""
    return Finding(
        paragraph.span(*found.count),
        f"写的是“{written}”，{where}{least}列了{sizes}个：{shown}",
        expected=_expected(written, found),
        related=(paragraph.span(found.items[0][0], found.items[-1][1]),),
    )


def _expected(written: str, found: Enumeration) -> str:
    """The count as it should read, where the list allows one size only."""
    if len(found.sizes) != 1 or found.closing is Closing.OPEN:
        return ""
    size = next(iter(found.sizes))
    digits = len(written) - len(written.lstrip("0123456789"))
    if digits:
        return f"{size}{written[digits:]}"
    if written.startswith("双"):
        return counted(size)
    return counted(size) + written.lstrip("一二三四五六七八九十两")
