"""The styles of a reference document, made from a layout preset."""

from __future__ import annotations

from typing import Final

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, Twips
from docx.styles.style import CharacterStyle, ParagraphStyle

from generator.writers.docx.measures import CHARACTER_UNITS, Page
from generator.writers.docx.names import HEADINGS, RUN_INS, STYLE_NAMES, StyleId
from schemas.layout import Layout, TextStyle

_ALIGN: Final = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def add_styles(document: DocxDocument, preset: Layout, page: Page) -> None:
    """Give the document every style that the writer names; what Word itself presumes is there already."""
    maker = _Maker(document, preset, page)
    maker.add_normal()
    for style, look in _texts(preset):
        maker.add_text(style, look)
    maker.finish_headings()
    heads = (preset.styles.run_in_1, preset.styles.run_in_2, preset.styles.run_in_3)
    for style, head in zip(RUN_INS, heads, strict=True):
        made = maker.add_character(style)
        maker.set_fonts(made, head.font)
        _set_bold(made, head.bold)
    _set_shade(maker.add_character(StyleId.PLACEHOLDER), preset.marks.placeholder)
    _set_shade(maker.add_character(StyleId.PENDING), preset.marks.pending)
    maker.add_footer()
    maker.add_annotations()


def _texts(preset: Layout) -> tuple[tuple[StyleId, TextStyle], ...]:
    styles = preset.styles
    return (
        (StyleId.BODY, styles.body),
        (StyleId.MARK, styles.mark),
        (StyleId.TITLE, styles.title),
        (StyleId.SESSION, styles.session),
        (StyleId.SPEAKER, styles.speaker),
        (StyleId.SALUTATION, styles.salutation),
        (StyleId.HEADING_1, styles.heading_1),
        (StyleId.HEADING_2, styles.heading_2),
        (StyleId.HEADING_3, styles.heading_3),
        (StyleId.HEADING_4, styles.heading_4),
        (StyleId.ANNEX_LABEL, styles.annex_label),
        (StyleId.ANNEX_TITLE, styles.annex_title),
        (StyleId.TABLE_CAPTION, styles.table_caption),
        (StyleId.TABLE_HEAD, styles.table_head),
        (StyleId.TABLE_TEXT, styles.table_text),
    )


class _Maker:
    """Adds styles to one document; knows its fonts and its page."""

    def __init__(self, document: DocxDocument, preset: Layout, page: Page) -> None:
        self._styles = document.styles
        self._preset = preset
        self._page = page

    def add_normal(self) -> None:
        """What everything builds on; widow control off, or pages lose a line."""
        normal = self._paragraph(StyleId.NORMAL)
        normal.element.set(qn("w:default"), "1")
        self.set_fonts(normal, self._preset.styles.body.font)
        self._set_size(normal, self._preset.styles.body.size_pt)
        form = normal.paragraph_format
        form.widow_control = False
        form.space_before = form.space_after = Pt(0)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Twips(self._page.line_exact)
        form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if not self._preset.space_around_latin:  # LibreOffice 25.2 drops these two on import; Word follows them
            _append_property(normal, "w:autoSpaceDE", "0")
            _append_property(normal, "w:autoSpaceDN", "0")

    def add_text(self, style: StyleId, look: TextStyle) -> None:
        """A paragraph style with its preset look."""
        made = self._paragraph(style, based_on=StyleId.NORMAL)
        made.quick_style = True
        self.set_fonts(made, look.font)
        self._set_size(made, look.size_pt)
        _set_bold(made, look.bold)
        form = made.paragraph_format
        form.alignment = _ALIGN[look.align]
        if look.line_pt is not None:
            form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line_pt)
            _append_property(made, "w:snapToGrid", "0")
        if look.first_line_chars:
            _set_first_line(made, look.first_line_chars, look.size_pt)
        if look.lines_before:
            form.space_before = Twips(round(look.lines_before * self._page.line_pitch))

    def finish_headings(self) -> None:
        """Outline levels for the navigation pane; heads stay with what they head; an annex starts a page."""
        for level, style in enumerate(HEADINGS):
            self._outline(style, level)
        self._outline(StyleId.ANNEX_TITLE, 0)
        for style in (*HEADINGS, StyleId.ANNEX_LABEL, StyleId.TABLE_CAPTION):
            self._get(style).paragraph_format.keep_with_next = True
        self._get(StyleId.ANNEX_LABEL).paragraph_format.page_break_before = True
        for style, follower in ((StyleId.ANNEX_LABEL, StyleId.ANNEX_TITLE), *((h, StyleId.BODY) for h in HEADINGS)):
            self._get(style).next_paragraph_style = self._get(follower)

    def add_character(self, style: StyleId) -> CharacterStyle:
        """A character style, still without a look."""
        name = STYLE_NAMES[style]
        made = self._styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name.isascii())
        assert isinstance(made, CharacterStyle)
        made.element.styleId = style.value
        made.quick_style = not name.isascii()
        return made

    def add_footer(self) -> None:
        """The page number's style (GB/T 9704-2012 7.5): digits too in the Chinese font."""
        footer = self._paragraph(StyleId.FOOTER, based_on=StyleId.NORMAL)
        number = self._preset.page_number
        _set_fonts(footer, number.font, number.font)
        self._set_size(footer, number.size_pt)
        footer.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        _append_property(footer, "w:snapToGrid", "0")

    def add_annotations(self) -> None:
        """The styles of comments, which Word adds only when a person writes the first one."""
        text = self._paragraph(StyleId.COMMENT_TEXT, based_on=StyleId.NORMAL)
        self._set_size(text, 10.5)
        text.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        self._set_size(self.add_character(StyleId.COMMENT_REFERENCE), 10.5)
        subject = self._paragraph(StyleId.COMMENT_SUBJECT, based_on=StyleId.COMMENT_TEXT)
        _set_bold(subject, True)
        balloon = self._paragraph(StyleId.BALLOON_TEXT, based_on=StyleId.COMMENT_TEXT)
        self._set_size(balloon, 9)

    def set_fonts(self, style: ParagraphStyle | CharacterStyle, font: str) -> None:
        """The Chinese font and the preset's Latin font, or the Chinese one for both."""
        _set_fonts(style, font, self._preset.latin_font or font)

    def _set_size(self, style: CharacterStyle, size_pt: float) -> None:
        style.font.size = Pt(size_pt)
        rpr = style.element.get_or_add_rPr()
        rpr.find(qn("w:sz")).addnext(OxmlElement("w:szCs", {qn("w:val"): str(_half_points(size_pt))}))

    def _paragraph(self, style: StyleId, based_on: StyleId | None = None) -> ParagraphStyle:
        name = STYLE_NAMES[style]
        made = self._styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.isascii())
        assert isinstance(made, ParagraphStyle)
        made.element.styleId = style.value
        if based_on is not None:
            made.base_style = self._get(based_on)
        return made

    def _get(self, style: StyleId) -> ParagraphStyle:
        found = next(made for made in self._styles if made.style_id == style.value)
        assert isinstance(found, ParagraphStyle)
        return found

    def _outline(self, style: StyleId, level: int) -> None:
        _append_property(self._get(style), "w:outlineLvl", str(level))


def _set_fonts(style: CharacterStyle, chinese: str, latin: str) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name, font in (("ascii", latin), ("hAnsi", latin), ("eastAsia", chinese), ("cs", latin)):
        fonts.set(qn(f"w:{name}"), font)


def _set_bold(style: CharacterStyle, bold: bool) -> None:
    if bold:
        style.font.bold = True


def _set_shade(style: CharacterStyle, colour: str) -> None:
    """A background; Word ignores w:highlight in styles."""
    shade = {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): colour.upper()}
    style.element.get_or_add_rPr().append(OxmlElement("w:shd", shade))


def _set_first_line(style: ParagraphStyle, chars: float, size_pt: float) -> None:
    indent = style.element.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), str(round(chars * CHARACTER_UNITS)))
    indent.set(qn("w:firstLine"), str(round(chars * size_pt * 20)))


def _append_property(style: ParagraphStyle, tag: str, value: str) -> None:
    """Add a paragraph property that python-docx has no name for, where the schema wants it."""
    properties = style.element.get_or_add_pPr()
    element = OxmlElement(tag, {qn("w:val"): value})
    followers = _AFTER[tag]
    place = next((n for n, child in enumerate(properties) if child.tag in followers), len(properties))
    properties.insert(place, element)


_SPACING_ON: Final = frozenset(qn(name) for name in ("w:spacing", "w:ind", "w:jc", "w:outlineLvl"))
_AFTER: Final = {
    "w:autoSpaceDE": _SPACING_ON,
    "w:autoSpaceDN": _SPACING_ON,
    "w:snapToGrid": _SPACING_ON,
    "w:outlineLvl": frozenset[str](),
}


def _half_points(size_pt: float) -> int:
    return round(size_pt * 2)
