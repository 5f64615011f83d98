"""The reference documents: the values that GB/T 9704-2012 asks for, as Word counts them."""

from __future__ import annotations

import sys

import pytest
from lxml import etree

from generator.writers.docx.layouts import load_layout
from generator.writers.docx.lint import lint
from generator.writers.docx.measures import page_of
from generator.writers.docx.names import StyleId
from generator.writers.docx.package import unpack
from generator.writers.docx.reference import compile_reference
from schemas.layout import Layout
from tests.writers.docx.reading import W, find, part, style, value
from tests.writers.samples import LAYOUTS, parse, read, reference

REFERENCE = reference()


def _layout(name: str = "gbt9704") -> Layout:
    return load_layout(name, read, parse)[0]


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name).removeprefix(W): str(held) for name, held in element.attrib.items()}


def test_the_page_and_its_grid() -> None:
    section = find(part(REFERENCE, "word/document.xml"), "w:body/w:sectPr")[0]
    size, margins, grid = (_attributes(find(section, name)[0]) for name in ("w:pgSz", "w:pgMar", "w:docGrid"))
    assert size == {"w": "11906", "h": "16838"}
    assert margins == {
        **{"top": "2098", "right": "1474", "bottom": "1984", "left": "1588"},
        **{"header": "850", "footer": "1417", "gutter": "0"},
    }
    assert grid == {"type": "linesAndChars", "linePitch": "579", "charSpace": "-849"}


def test_the_defaults_that_the_grid_is_counted_from() -> None:
    defaults = find(part(REFERENCE, "word/styles.xml"), "w:docDefaults/w:rPrDefault/w:rPr")[0]
    normal = style(REFERENCE, "Normal")
    assert value(defaults, "w:sz") == value(normal, "w:rPr/w:sz") == "32"
    assert value(defaults, "w:lang", "eastAsia") == "zh-CN"
    assert value(normal, "w:pPr/w:widowControl") == "0"
    assert value(normal, "w:pPr/w:spacing", "line") == "578"
    assert value(normal, "w:pPr/w:spacing", "lineRule") == "exact"


LOOKS = [
    ("Title", "方正小标宋简体", "44", "center", None),
    ("ReportSession", "楷体_GB2312", "32", "center", None),
    ("ReportSpeaker", "楷体_GB2312", "32", "center", None),
    ("Salutation", "仿宋_GB2312", "32", "left", None),
    ("ReportBody", "仿宋_GB2312", "32", "both", "200"),
    ("Heading1", "黑体", "32", "left", "200"),
    ("Heading2", "楷体_GB2312", "32", "left", "200"),
    ("Heading3", "仿宋_GB2312", "32", "left", "200"),
    ("Heading4", "仿宋_GB2312", "32", "left", "200"),
    ("AnnexLabel", "黑体", "32", "left", None),
    ("AnnexTitle", "方正小标宋简体", "44", "center", None),
]


@pytest.mark.parametrize(("style_id", "font", "size", "align", "first_line"), LOOKS, ids=[look[0] for look in LOOKS])
def test_paragraph_styles(style_id: str, font: str, size: str, align: str, first_line: str | None) -> None:
    found = style(REFERENCE, style_id)
    assert value(found, "w:rPr/w:rFonts", "eastAsia") == font
    assert value(found, "w:rPr/w:rFonts", "ascii") == value(found, "w:rPr/w:rFonts", "hAnsi") == "Times New Roman"
    assert value(found, "w:rPr/w:sz") == size
    assert value(found, "w:pPr/w:jc") == align
    assert value(found, "w:pPr/w:ind", "firstLineChars") == first_line


def test_the_first_line_is_two_characters_in_twips_too() -> None:
    assert value(style(REFERENCE, "ReportBody"), "w:pPr/w:ind", "firstLine") == "640"


def test_heads_inside_a_paragraph_are_character_styles() -> None:
    heads = {name: style(REFERENCE, name) for name in ("RunInHead1", "RunInHead2", "RunInHead3")}
    assert {value(head, ".", "type") for head in heads.values()} == {"character"}
    fonts = [value(head, "w:rPr/w:rFonts", "eastAsia") for head in heads.values()]
    assert fonts == ["楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    assert [bool(find(head, "w:rPr/w:b")) for head in heads.values()] == [False, True, False]


def test_an_annex_starts_a_page_and_its_title_stands_on_line_three() -> None:
    assert find(style(REFERENCE, "AnnexLabel"), "w:pPr/w:pageBreakBefore")
    assert value(style(REFERENCE, "AnnexTitle"), "w:pPr/w:spacing", "before") == "579"


def test_marked_text_is_shaded_since_word_ignores_highlight_in_styles() -> None:
    assert value(style(REFERENCE, "ReportPlaceholder"), "w:rPr/w:shd", "fill") == "FFFF00"
    assert value(style(REFERENCE, "ReportPending"), "w:rPr/w:shd", "fill") == "FFD966"


FOOTERS = [("default", "right"), ("even", "left")]


@pytest.mark.parametrize(("kind", "side"), FOOTERS)
def test_the_page_number_stands_outside(kind: str, side: str) -> None:
    document = part(REFERENCE, "word/document.xml")
    reference_id = find(document, f".//w:footerReference[@w:type='{kind}']")[0].get(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    )
    relations = {item.get("Id"): item.get("Target") for item in part(REFERENCE, "word/_rels/document.xml.rels")}
    footer = part(REFERENCE, f"word/{relations[reference_id]}")
    assert value(footer, "w:p/w:pPr/w:jc") == side
    assert value(footer, "w:p/w:pPr/w:ind", f"{side}Chars") == "100"
    steps = [etree.QName(run[-1]).localname for run in find(footer, "w:p/w:r")]
    assert steps == ["t", "fldChar", "instrText", "fldChar", "t", "fldChar", "t"]
    assert "".join(text.text or "" for text in find(footer, ".//w:t")) == "— 1 —"
    assert find(part(REFERENCE, "word/settings.xml"), "w:evenAndOddHeaders")


def test_the_page_number_is_in_song_at_size_four() -> None:
    footer = style(REFERENCE, "Footer")
    assert value(footer, "w:rPr/w:rFonts", "ascii") == value(footer, "w:rPr/w:rFonts", "eastAsia") == "宋体"
    assert value(footer, "w:rPr/w:sz") == "28"


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_style_that_the_writer_names_is_there(name: str) -> None:
    found = {style.get(f"{W}styleId") for style in find(part(reference(name), "word/styles.xml"), "w:style")}
    assert set(StyleId) <= found


@pytest.mark.parametrize("name", LAYOUTS)
def test_it_is_lean(name: str) -> None:
    docx = reference(name)
    assert len(docx) < 12_000
    assert not any("theme" in part or "customXml" in part or "thumbnail" in part for part in unpack(docx))
    assert b"Theme=" not in unpack(docx)["word/styles.xml"]
    assert lint(docx) == []


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_shipped_file_is_what_its_preset_compiles_to(name: str) -> None:
    shipped = read(f"layouts/{name}.docx")
    assert shipped is not None
    preset, stamp = load_layout(name, read, parse)
    assert unpack(shipped) == unpack(compile_reference(preset, stamp)), (
        "请运行 python -m tests.writers.docx.compile_layouts"
    )


def test_compiling_twice_gives_the_same_bytes() -> None:
    preset, stamp = load_layout("gbt9704", read, parse)
    assert compile_reference(preset, stamp) == compile_reference(preset, stamp)


def test_a_deviating_preset_changes_only_what_it_names() -> None:
    national, local = _layout(), _layout("gbt9704-digits-fangsong")
    changed = {name for name in Layout.model_fields if getattr(national, name) != getattr(local, name)}
    assert changed == {"name", "latin_font"}
    docx = reference("gbt9704-digits-fangsong")
    assert value(style(docx, "ReportBody"), "w:rPr/w:rFonts", "ascii") == "仿宋_GB2312"
    assert value(style(docx, "Heading1"), "w:rPr/w:rFonts", "ascii") == "黑体"


def test_other_grids_are_computed() -> None:
    preset = _layout()
    roomy = preset.model_copy(update={"grid": preset.grid.model_copy(update={"lines": 20, "characters": 26})})
    page = page_of(roomy)
    assert (page.line_pitch, page.line_exact) == (637, 636)
    assert page.char_space > 0


def test_bold_and_space_around_digits_are_settings() -> None:
    preset = _layout()
    bold = preset.styles.heading_2.model_copy(update={"bold": True})
    changed = preset.model_copy(
        update={"space_around_latin": False, "styles": preset.styles.model_copy(update={"heading_2": bold})}
    )
    docx = compile_reference(changed)
    assert find(style(docx, "Heading2"), "w:rPr/w:b")
    assert value(style(docx, "Normal"), "w:pPr/w:autoSpaceDE") == "0"
    assert value(style(docx, "Normal"), "w:pPr/w:autoSpaceDN") == "0"
    assert not find(style(REFERENCE, "Normal"), "w:pPr/w:autoSpaceDN")


def test_every_field_tells_drafters_in_chinese_what_it_is_for() -> None:
    definitions = Layout.model_json_schema()["$defs"]
    for model in [Layout.model_json_schema(), *definitions.values()]:
        for name, field in model["properties"].items():
            assert any("\u4e00" <= character <= "\u9fff" for character in field["description"]), name


def test_a_build_from_a_shipped_reference_loads_no_word_library() -> None:
    import subprocess

    code = (
        "import sys, generator.writers.docx, generator.writers.docx.layouts;"
        "sys.exit(bool({'docx', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
