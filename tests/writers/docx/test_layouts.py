"""Finding a layout: the shipped reference where it agrees with its preset, a fresh one where it does not."""

from __future__ import annotations

import pytest

from generator.diagnostics import CannotRunError
from generator.writers.docx.layouts import Read, load_layout, reference_for
from generator.writers.docx.package import unpack
from generator.writers.docx.stamp import stamped
from schemas.layout import LayoutError
from tests.writers.docx.reading import style, value
from tests.writers.samples import parse, read

SHIPPED = read("layouts/gbt9704.docx")
PRESET = read("layouts/gbt9704.yaml") or b""


def _files(**files: str | bytes | None) -> Read:
    """The packaged files with some laid over them, by name without folder; None takes one away."""
    given = {name.replace("__", "."): file for name, file in files.items()}

    def reader(name: str) -> bytes | None:
        short = name.removeprefix("layouts/")
        file = given.get(short, read(name))
        return file.encode() if isinstance(file, str) else file

    return reader


def test_the_shipped_reference_is_used_while_its_preset_is_unchanged() -> None:
    assert reference_for("gbt9704", read, parse) is not None
    assert reference_for("gbt9704", read, parse) == SHIPPED


def test_line_ends_of_a_checkout_do_not_count_as_a_change() -> None:
    windows = _files(gbt9704__yaml=PRESET.replace(b"\n", b"\r\n"))
    assert reference_for("gbt9704", windows, parse) == SHIPPED


def test_a_changed_preset_is_compiled_afresh() -> None:
    changed = PRESET.decode().replace("latin_font: Times New Roman", "latin_font: Arial")
    docx = reference_for("gbt9704", _files(gbt9704__yaml=changed), parse)
    assert value(style(docx, "ReportBody"), "w:rPr/w:rFonts", "ascii") == "Arial"


def test_a_change_of_the_extended_preset_counts_too() -> None:
    changed = PRESET.decode().replace("lines: 22", "lines: 21")
    docx = reference_for("gbt9704-digits-fangsong", _files(gbt9704__yaml=changed), parse)
    assert docx != read("layouts/gbt9704-digits-fangsong.docx")
    assert [name for name, _ in stamped(unpack(docx))] == ["gbt9704-digits-fangsong", "gbt9704"]


def test_a_local_standard_is_one_small_file() -> None:
    local = "extends: gbt9704\nstyles: {heading_2: {bold: true}}\n"
    layout, _ = load_layout("local", _files(local__yaml=local), parse)
    assert layout.styles.heading_2.bold
    assert layout.styles.heading_2.font == "楷体_GB2312"


def test_a_word_file_of_ones_own_needs_no_preset() -> None:
    assert reference_for("own", _files(own__docx=SHIPPED), parse) == SHIPPED


FAULTS: dict[str, tuple[str, str, str]] = {
    "no such layout": ("none", "", "找不到版式“none”"),
    "extends nothing known": ("a", "extends: b", "找不到版式“b”"),
    "extends itself": ("a", "extends: a", "绕成了圈：a → a"),
    "extends a list": ("a", "extends: [gbt9704]", "extends 应当是一个版式名"),
    "unknown field": ("a", "extends: gbt9704\nfont: 宋体", "font 没有这一项"),
    "missing fields": ("a", "name: 甲", "paper 缺少这一项"),
    "unknown alignment": ("a", "extends: gbt9704\nstyles: {body: {align: middle}}", "styles.body.align 的值不合要求"),
    "markup in a font": ("a", "extends: gbt9704\nlatin_font: '<b>'", "字体名“<b>”里有不能用的符号"),
}


@pytest.mark.parametrize(("name", "preset", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_preset_is_said_in_chinese(name: str, preset: str, message: str) -> None:
    files = _files(a__yaml=preset)
    with pytest.raises(CannotRunError) as raised:
        reference_for(name, files, parse)
    assert message in raised.value.diagnostics[0].message
    with pytest.raises(LayoutError):
        load_layout(name, files, parse)


def test_a_damaged_reference_is_said_in_chinese() -> None:
    with pytest.raises(CannotRunError, match=r"layouts/gbt9704\.docx 打不开"):
        reference_for("gbt9704", _files(gbt9704__docx="not a zip"), parse)
