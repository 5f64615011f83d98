"""Generated documents written as one would print them, with what comes from the data marked.

``{5.1%}`` is a figure, ``[增长]`` a word that a figure chose, ``<万企智配平台>`` a registered name; a line is a
paragraph.
"""

from __future__ import annotations

import re

from generator.alignment.aligner import align
from generator.alignment.alignment import Alignment, State
from generator.document import (
    Block,
    Document,
    Facet,
    FigureRun,
    Kind,
    Meta,
    Paragraph,
    Run,
    Text,
    paragraphs_of,
    text_of,
)
from generator.readers import txt

_MARKED = re.compile(r"\{(?P<figure>[^}]*)\}|\[(?P<word>[^\]]*)\]|<(?P<name>[^>]*)>|(?P<text>[^{\[<]+)")


def document_of(marked: str) -> Document:
    """The document of some marked lines; every run has a key of its own."""
    blocks: list[Block] = []
    count = 0
    for line in marked.strip().splitlines():
        runs: list[Run] = []
        for match in _MARKED.finditer(line):
            count += 1
            runs.append(_run(match, count))
        blocks.append(Paragraph(tuple(runs)))
    return Document(tuple(blocks), Meta(2024, "某市", "政府工作报告"))


def _run(match: re.Match[str], number: int) -> Run:
    key, source = f"数据{number}", f"drafts/2024/figures.yaml:{number}"
    if match["figure"]:
        return FigureRun(match["figure"], key, Kind.FIGURE, source)
    if match["word"]:
        return FigureRun(match["word"], key, Kind.FIGURE, source, Facet.WORD)
    if match["name"]:
        return FigureRun(match["name"], key, Kind.TERM, source)
    return Text(match["text"])


def plain(document: Document) -> str:
    """The text form, a paragraph a line."""
    return "\n".join(text_of(runs) for runs in paragraphs_of(document))


def aligned(document: Document, draft: str) -> Alignment:
    """The document against a text, a paragraph a line."""
    return align(document, txt.read(draft.encode(), "稿.txt"))


def told(alignment: Alignment) -> list[str]:
    """What became of each run, in words, with the paragraph that it was found in."""
    words = {State.TIED: "一致", State.CHANGED: "变为 {}", State.MISSING: "不见", State.LOOSE: "不判断"}
    return [
        f"{tie.run.text} {words[tie.state].format(tie.span.text)}".strip() + f" @{tie.span.paragraph}"
        for tie in alignment.ties
    ]
