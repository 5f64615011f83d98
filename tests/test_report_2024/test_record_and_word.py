"""The native record and the Word file of the 2024 report are as when they were last looked at."""

from __future__ import annotations

import io
import zipfile
from html import unescape
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from generator.document import Document
from generator.loading.loader import Loaded
from generator.loading.plain import parse_plain
from generator.readers import native as native_reader
from generator.workspace import Workspace
from generator.writers import docx, native
from generator.writers.docx.layouts import reference_for

GOLDENS = Path(__file__).parent / "goldens"
RECORD = "customXml/item1.xml"
PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "customXml/_rels/item1.xml.rels",
    "customXml/itemProps1.xml",
    "docProps/core.xml",
    "docProps/custom.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/settings.xml",
    "word/styles.xml",
)


@pytest.fixture(scope="module")
def reference(workspace: Workspace, loaded: Loaded) -> bytes:
    return reference_for(loaded.require().report.layout, workspace.read_template, parse_plain)


@pytest.fixture(scope="module")
def word(document: Document, reference: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(docx.write(document, reference)))


def test_the_record_is_as_last_looked_at(document: Document, file_regression: FileRegressionFixture) -> None:
    file_regression.check(native.write(document), encoding="utf-8", fullpath=GOLDENS / "report.json")


def test_the_record_reads_back(rendered: Document) -> None:
    assert native_reader.read(native.write(rendered)) == rendered


def test_the_record_names_the_data_and_templates_it_was_made_from(rendered: Document) -> None:
    for digest in (rendered.meta.data_hash, rendered.meta.template_hash):
        assert len(bytes.fromhex(digest)) == 32


def test_the_word_file_has_no_other_parts(word: zipfile.ZipFile) -> None:
    assert sorted(word.namelist()) == sorted((*PARTS, RECORD))


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_the_word_file_is_as_last_looked_at(
    word: zipfile.ZipFile, part: str, file_regression: FileRegressionFixture
) -> None:
    name = part.replace("/", "~").replace("[", "").replace("]", "")
    xml = word.read(part).decode("utf-8").replace("><", ">\n<")
    file_regression.check(f"{xml}\n", encoding="utf-8", fullpath=GOLDENS / "word" / name)


def test_the_record_inside_the_word_file_is_the_same(word: zipfile.ZipFile, document: Document) -> None:
    assert native.compact(document) in unescape(word.read(RECORD).decode("utf-8"))


def test_the_same_report_gives_the_same_bytes(document: Document, reference: bytes) -> None:
    assert docx.write(document, reference) == docx.write(document, reference)
