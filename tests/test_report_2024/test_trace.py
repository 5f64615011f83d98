"""Every number of the 2024 report comes from a line of its data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.document import Document, Kind, paragraphs_of, text_of
from generator.facts.fact import Fact, ListFact, NameFact, NumberFact
from generator.facts.namespace import facts_of
from generator.loading.loader import Loaded
from generator.loading.prose_walk import walk_prose
from generator.tracing import Trace, TracedFigure, trace
from schemas.number import number_text
from tests.test_report_2024.conftest import REPOSITORY

IDIOMS = [
    line
    for line in (Path(__file__).parent / "idioms.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
NUMERAL_WORDS = re.compile(r"[〇零一二两三四五六七八九十百千万亿双]+")


@pytest.fixture(scope="module")
def found(document: Document) -> Trace:
    return trace(document)


@pytest.fixture(scope="module")
def facts(loaded: Loaded) -> dict[str, Fact]:
    return facts_of(loaded.require(), loaded.sources)[0]


def test_every_arabic_numeral_is_traced(found: Trace) -> None:
    assert (found.numerals, found.untraced) == (208, ())


def test_every_span_holds_its_text(found: Trace, document: Document) -> None:
    paragraphs = [text_of(runs) for runs in paragraphs_of(document)]
    for figure in found.figures:
        span = figure.span
        assert paragraphs[span.paragraph - 1][span.start : span.end] == span.text


def test_every_kind_of_datum_occurs(found: Trace) -> None:
    assert {figure.kind for figure in found.figures} == set(Kind)


def test_every_source_line_holds_the_datum(found: Trace, facts: dict[str, Fact]) -> None:
    wrong = [figure for figure in found.figures if not any(w in _line(figure) for w in _written(figure, facts))]
    assert wrong == []


def test_every_source_line_belongs_to_the_key(found: Trace) -> None:
    wrong = [figure for figure in found.figures if not _under_its_key(figure)]
    assert wrong == []


def _line(figure: TracedFigure) -> str:
    file, _, number = figure.source.rpartition(":")
    return (REPOSITORY / file).read_text(encoding="utf-8").splitlines()[int(number) - 1].strip()


def _written(figure: TracedFigure, facts: dict[str, Fact]) -> list[str]:
    """What the source line may say: the value of a number, the words of a name, the key of what is computed."""
    owner, _, attribute = figure.key.partition(".")
    fact = facts[owner]
    if attribute and isinstance(fact, NameFact):
        fact = fact.attributes[attribute]
    match fact:
        case NameFact():
            return [fact.text, f"{owner}:"]
        case ListFact():
            return [f"- {figure.span.text}", f'- "{figure.span.text}"']
        case NumberFact(kind=Kind.DERIVED, key="本年" | "上年"):
            return ["year: 2024"]
        case NumberFact(kind=Kind.DERIVED):
            return [f"{owner}:"]
        case NumberFact(text=str(text)):
            return [f"text: {text}"]
        case _:
            assert fact.value is not None
            return [f"value: {number_text(fact.value)}"]


def _under_its_key(figure: TracedFigure) -> bool:
    """Whether the entry that the line lies in is the key's: the last line before it that is indented by two."""
    owner = figure.key.partition(".")[0]
    if owner in ("本年", "上年"):
        return True
    file, _, number = figure.source.rpartition(":")
    above = (REPOSITORY / file).read_text(encoding="utf-8").splitlines()[: int(number)]
    entry = next(line for line in reversed(above) if re.match(r"  [^ #-]", line))
    return entry.strip().startswith(f"{owner}:")


def test_no_chinese_numeral_in_prose_states_a_count(loaded: Loaded) -> None:
    """A new count belongs in the data; a new idiom belongs in ``idioms.txt``."""
    left = [around for text in _literal(loaded) for around in _numeral_words(_without_idioms(text))]
    assert left == []


def test_every_idiom_is_in_use(loaded: Loaded) -> None:
    prose = "\n".join(_literal(loaded))
    assert [idiom for idiom in IDIOMS if idiom not in prose] == []


def test_no_prose_holds_an_arabic_numeral(loaded: Loaded) -> None:
    assert [text for text in _literal(loaded) if re.search(r"\d", text)] == []


def _literal(loaded: Loaded) -> list[str]:
    """The words of the outline that stand between references."""
    report = loaded.require()
    return [piece for _, _, prose in walk_prose(report) for piece in prose.pieces if isinstance(piece, str)]


def _without_idioms(text: str) -> str:
    for idiom in sorted(IDIOMS, key=len, reverse=True):
        text = text.replace(idiom, "□")
    return text


def _numeral_words(text: str) -> list[str]:
    return [text[max(0, m.start() - 6) : m.end() + 6] for m in NUMERAL_WORDS.finditer(text)]
