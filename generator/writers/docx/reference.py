"""Compiles a layout preset into the reference document: page, grid, styles, footers and settings, without any text.

With ``reference_styles`` the only module of the writer that uses python-docx; a build whose preset matches its shipped
reference never loads it.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

import docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import _Footer
from docx.shared import Twips
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from generator.writers.docx.measures import CHARACTER_UNITS, Page, page_of, twips
from generator.writers.docx.names import StyleId
from generator.writers.docx.package import pack, unpack
from generator.writers.docx.reference_skeleton import skeleton
from generator.writers.docx.reference_styles import add_styles
from schemas.layout import Layout, PageNumber

_HEADER_MM: Final = 15.0
"""No header is printed; Word still wants its distance from the edge."""


def compile_reference(preset: Layout, stamp: str = "") -> bytes:
    """The reference document of a preset; ``stamp`` says what it was compiled from.  Equal input gives equal bytes."""
    document = docx.Document(BytesIO(pack(skeleton(preset, stamp))))
    page = page_of(preset)
    _set_page(document, page, preset.page_number)
    add_styles(document, preset, page)
    section = document.sections[0]
    document.settings.odd_and_even_pages_header_footer = True
    _write_page_number(section.footer, preset.page_number, WD_ALIGN_PARAGRAPH.RIGHT)
    _write_page_number(section.even_page_footer, preset.page_number, WD_ALIGN_PARAGRAPH.LEFT)
    saved = BytesIO()
    document.save(saved)
    return pack(unpack(saved.getvalue()))


def _set_page(document: DocxDocument, page: Page, number: PageNumber) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.top_margin, section.bottom_margin = Twips(page.top), Twips(page.bottom)
    section.left_margin, section.right_margin = Twips(page.left), Twips(page.right)
    section.header_distance, section.footer_distance = Twips(twips(_HEADER_MM)), Twips(twips(number.from_bottom_mm))
    section.gutter = Twips(0)
    grid = OxmlElement(
        "w:docGrid",
        {
            qn("w:type"): "linesAndChars",  # snapToChars would give 14 characters a line
            qn("w:linePitch"): str(page.line_pitch),
            qn("w:charSpace"): str(page.char_space),
        },
    )
    section._sectPr.append(grid)


def _write_page_number(footer: _Footer, number: PageNumber, side: WD_ALIGN_PARAGRAPH) -> None:
    """“— 1 —”, its field in five runs of their own: WPS hides a page number whose field shares a run."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph._p.get_or_add_pPr().style = StyleId.FOOTER.value
    paragraph.alignment = side
    _indent_outer(paragraph, number.outer_chars, number.size_pt, side)
    if number.dash:
        _hinted(paragraph.add_run(f"{number.dash} "))
    for kind in ("begin", "instr", "separate", "result", "end"):
        _add_field_part(paragraph, kind)
    if number.dash:
        _hinted(paragraph.add_run(f" {number.dash}"))


def _indent_outer(paragraph: Paragraph, chars: float, size_pt: float, side: WD_ALIGN_PARAGRAPH) -> None:
    name = "right" if side is WD_ALIGN_PARAGRAPH.RIGHT else "left"
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
    indent.set(qn(f"w:{name}Chars"), str(round(chars * CHARACTER_UNITS)))
    indent.set(qn(f"w:{name}"), str(round(chars * size_pt * 20)))


def _add_field_part(paragraph: Paragraph, kind: str) -> None:
    run = paragraph.add_run()
    if kind == "result":
        run.text = "1"
    elif kind == "instr":
        instruction = OxmlElement("w:instrText")
        instruction.set(qn("xml:space"), "preserve")
        instruction.text = " PAGE "
        run._r.append(instruction)
    else:
        run._r.append(OxmlElement("w:fldChar", {qn("w:fldCharType"): kind}))


def _hinted(run: Run) -> None:
    fonts = OxmlElement("w:rFonts", {qn("w:hint"): "eastAsia"})
    run._r.get_or_add_rPr().insert(0, fonts)
