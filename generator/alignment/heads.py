"""Headings of the generated text that the draft lacks or words otherwise, and where they stand or should stand."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Span
from generator.document import (
    AnnexHeading,
    Block,
    Document,
    Heading,
    Paragraph,
    Role,
    Runs,
    paragraphs_with_blocks,
    text_of,
)
from generator.patterns import Pattern

_MARK = Pattern(
    r"\s*(?:第[一二三四五六七八九十]{1,2}(?:部分|[章节])[、，：:\s]?|[（(]?[一二三四五六七八九十]{1,3}(?:[、.．,，:：\s]|[）)]、?)|[—–－―─-]{1,4}|[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)]"
    r"|附件[0-9一二三四五六七八九十]{0,2}[：:\s])\s*"
)
_END = Pattern(r"[。！？；：:\s]+$")
_BREAK = Pattern(r".*[。！？”\s]", 16)
_SIGNS = "。！：:；，？ 　"
"""What may part a run-in head from its text."""
_OPENING = 10
"""Characters by which the text behind a heading is known again."""
_MAX_HEAD = 40
"""A heading is no longer than this (characters)."""


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of the generated text: a paragraph of its own, or ``run_in`` before ``behind``.

    ``words`` are without its ``mark``; ``paragraph`` is its paragraph in the text form (from 1).
    """

    words: str
    paragraph: int
    run_in: bool
    behind: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class DamagedHead:
    """A heading that does not stand in the draft as generated; ``span`` is empty where it is lost."""

    head: Head
    span: Span


def generated_heads(document: Document) -> list[Head]:
    """The headings of a generated document, in order."""
    return list(_heads(document))


def damaged_heads(
    document: Document, heads: Sequence[Head], paired: dict[int, int], draft: Sequence[str]
) -> list[DamagedHead]:
    """Those of a document's headings that are lost or changed, in their order; ``paired`` as in the alignment."""
    alone = {_squeezed(_words(text)) for text in draft if len(text) <= 2 * _MAX_HEAD}
    whole, long = "\n".join(draft), "\n".join(text for text in draft if len(text) > _MAX_HEAD)
    gone = [
        head
        for head in heads
        if _squeezed(head.words) not in alone and not _leads_text(head, whole if head.run_in else long)
    ]
    if not gone:
        return []
    places = _Places(document, paired, draft)
    found = [(head, places.run_in(head) if head.run_in else places.own(head)) for head in gone]
    return [DamagedHead(head, span) for head, span in found if span is not None]


def _heads(document: Document) -> Iterator[Head]:
    for number, (block, runs) in enumerate(paragraphs_with_blocks(document), start=1):
        if _fills(block, runs):
            text = text_of(runs)
            yield Head(_words(text), number, run_in=False, mark=_mark(text))
        elif isinstance(block, Paragraph) and (leading := _leads(runs)):
            text = text_of(runs)
            size = sum(len(run.text) for run in runs[:leading])
            stop = text.find("。", 0, size) + 1 or size  # of two sentences set as a head the first is the head
            yield Head(_words(text[:stop]), number, True, text[stop:], _mark(text))


def _fills(block: Block, runs: Runs) -> bool:
    """Whether a paragraph of a block is a heading by itself."""
    return isinstance(block, Heading) or (isinstance(block, AnnexHeading) and runs is block.title)


def _leads(runs: Runs) -> int:
    """How many runs at the beginning are a run-in head."""
    return next((n for n, run in enumerate(runs) if run.role is not Role.RUN_IN), len(runs))


def _mark(text: str) -> str:
    mark = _MARK.match(text)
    return mark.group().strip() if mark else ""


def _words(text: str) -> str:
    mark = _MARK.match(text)
    return _END.sub("", text[mark.end() if mark else 0 :]).strip()


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _leads_text(head: Head, text: str) -> bool:
    """Whether a heading stands before other text: run in, or where the line break was lost."""
    at = text.find(head.words)
    while at >= 0:
        end = at + len(head.words)
        if _begins(text[max(0, at - 1) : at]) and (not head.run_in or text[end : end + 1] in _SIGNS):
            return True
        at = text.find(head.words, end)
    return False


def _begins(before: str) -> bool:
    return not before.strip() or before in "。！？”、）)—.．，:："


def _is_number(mark: str) -> bool:
    return mark[:1] in ("（", "(") or mark[-1:] == "、"


class _Places:
    """Where in the draft a heading stands, or should."""

    def __init__(self, document: Document, paired: dict[int, int], draft: Sequence[str]) -> None:
        base = list(paragraphs_with_blocks(document))
        self._base = [text_of(runs) for _, runs in base]
        self._own = {text_of(runs) for block, runs in base if _fills(block, runs)}
        self._draft = draft
        self._paired = paired
        self._partner: dict[int, int] = {}
        for number, partner in paired.items():
            self._partner.setdefault(partner, number)

    def run_in(self, head: Head) -> Span | None:
        """The head before its text, which stands; nothing where the text was written anew as well."""
        number = self._partner.get(head.paragraph)
        if number is None and _is_number(head.mark) and not any(head.mark in text for text in self._draft):
            return self._next_place(head)
        opening = head.behind.strip()[:_OPENING]
        if number is None and opening and len(self._draft) < len(self._base) // 2:  # the line breaks were lost
            number = next((n for n, text in enumerate(self._draft, start=1) if text.count(opening) == 1), None)
            reach = sys.maxsize
        else:
            reach = _MAX_HEAD * 2
        text = self._draft[number - 1] if number else ""
        at = text.find(opening, 0, reach) if opening else -1
        return _head_in(text, at, number) if number and at >= 0 else None

    def _next_place(self, head: Head) -> Span | None:
        """The beginning of the first paragraph that stands of those behind the heading's."""
        behind = range(head.paragraph + 1, len(self._base) + 1)
        number = next((self._partner[n] for n in behind if n in self._partner), None)
        return Span("", number, 0, 0) if number is not None else None

    def own(self, head: Head) -> Span | None:
        """What stands before the text that followed the heading; nothing where that is gone as well."""
        for step, number in enumerate(self._behind(head)):
            place = self._place_of(number)
            if place is not None:
                paragraph, offset = place
                if offset:
                    return _head_in(self._draft[paragraph - 1], offset, paragraph)
                return self._before(paragraph, head.paragraph) if step == 0 else Span("", paragraph, 0, 0)
        return None

    def _behind(self, head: Head) -> Iterator[int]:
        """The generated paragraphs of the heading's section, by number."""
        begun = False
        for number in range(head.paragraph + 1, len(self._base) + 1):
            is_heading = self._base[number - 1] in self._own
            if is_heading and begun:
                return
            begun = begun or not is_heading
            yield number

    def _place_of(self, number: int) -> tuple[int, int] | None:
        opening = self._base[number - 1].strip()[:_OPENING]
        partner = self._partner.get(number)
        likely = [partner] if partner else range(1, len(self._draft) + 1)
        for paragraph in likely:
            at = self._draft[paragraph - 1].find(opening)
            if at >= 0:
                return paragraph, at if self._draft[paragraph - 1][:at].strip() else 0
        return (partner, 0) if partner else None

    def _before(self, paragraph: int, generated: int) -> Span:
        """The paragraph before, if it is a short one that came from nowhere else."""
        above = paragraph - 1
        text = self._draft[above - 1] if above else ""
        if 0 < len(text.strip()) <= _MAX_HEAD and self._paired.get(above, generated) == generated:
            return _span(text, 0, len(text), above)
        return Span("", paragraph, 0, 0)


def _head_in(text: str, end: int, paragraph: int) -> Span:
    """What stands before ``end`` like a heading; an empty span where nothing does."""
    before = text[:end].rstrip(" 　\t\n。：:！")
    broken = _BREAK.match(before)
    start = broken.end() if broken else 0
    if not 0 < len(before) - start <= _MAX_HEAD:
        return Span("", paragraph, end, end)
    return _span(text, start, len(before), paragraph)


def _span(text: str, start: int, end: int, paragraph: int) -> Span:
    """The words of a heading without its mark."""
    mark = _MARK.match(text, start, end)
    low = mark.end() if mark else start
    words = _END.sub("", text[low:end])
    return Span(words, paragraph, low, low + len(words))
