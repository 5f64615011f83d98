"""The text of the 2024 report is the original's, word for word, with its lost line breaks restored."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pytest_regressions.file_regression import FileRegressionFixture

from generator.document import Document
from generator.writers import txt

HERE = Path(__file__).parent
ORIGINAL = (HERE / "original.txt").read_text(encoding="utf-8").rstrip("\n")
DECIDED = (HERE / "decided_breaks.txt").read_text(encoding="utf-8").splitlines()


def _bare(text: str) -> str:
    return "".join(text.split())


def test_the_original_is_as_it_was_received() -> None:
    assert (len(ORIGINAL), ORIGINAL.count(" "), len(ORIGINAL.split())) == (15_455, 46, 47)
    digest = hashlib.sha256(ORIGINAL.encode()).hexdigest()
    assert digest == "56dff645568a259c60fcacfc738f1266537afa9dfd01c8872c9c47de88d3a553"


def test_the_text_is_as_last_read_through(document: Document, file_regression: FileRegressionFixture) -> None:
    file_regression.check(txt.write(document), encoding="utf-8", fullpath=HERE / "goldens" / "report.txt")


def test_the_text_is_the_original_but_for_whitespace(document: Document) -> None:
    assert _bare(txt.write(document)) == _bare(ORIGINAL)


def test_every_space_of_the_original_is_a_paragraph_break(document: Document) -> None:
    assert _starts(ORIGINAL.split(" ")) <= _starts(txt.write(document).splitlines())


def test_no_paragraph_breaks_are_added_but_the_decided_ones(document: Document) -> None:
    paragraphs = txt.write(document).splitlines()
    kept = _starts(ORIGINAL.split(" "))
    added = [text for text, start in zip(paragraphs, sorted(_starts(paragraphs)), strict=True) if start not in kept]
    assert len(added) == len(DECIDED)
    assert all(text.startswith(start) for text, start in zip(added, DECIDED, strict=True))


def test_no_title_block_is_invented(document: Document) -> None:
    assert txt.write(document).startswith("各位代表：\n")
    assert txt.write(document, front=True) == "政府工作报告\n" + txt.write(document)


def _starts(pieces: list[str]) -> set[int]:
    """Where each piece begins, in characters of the text without whitespace."""
    starts, position = set(), 0
    for piece in pieces:
        starts.add(position)
        position += len(_bare(piece))
    return starts
