"""The lean package that a reference document starts from.

python-docx's own template brings hundreds of kilobytes of styles, a theme, Japanese defaults and a customXml part whose
name would clash with the record's; this one brings nothing that a report does not use.
"""

from __future__ import annotations

from typing import Final

from generator.document import Meta
from generator.writers.docx import ROOT
from generator.writers.docx.package import (
    CONTENT_TYPES,
    CORE,
    DOCUMENT,
    DOCUMENT_RELS,
    PACKAGE_RELS,
    STYLES,
    xml_part,
)
from generator.writers.docx.properties import core_xml
from generator.writers.docx.reference_defaults import default_styles_xml
from generator.writers.docx.stamp import STAMP_PART, stamp_xml
from generator.writers.docx.xml import XMLNS_W, attribute
from schemas.layout import Layout

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"

_TYPES: Final = {
    DOCUMENT: f"{_WORD_TYPE}.document.main+xml",
    STYLES: f"{_WORD_TYPE}.styles+xml",
    "word/settings.xml": f"{_WORD_TYPE}.settings+xml",
    "word/fontTable.xml": f"{_WORD_TYPE}.fontTable+xml",
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    STAMP_PART: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}

_SETTINGS: Final = (
    f'<w:settings {XMLNS_W}><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="420"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)


def skeleton(preset: Layout, stamp: str) -> dict[str, bytes]:
    """The parts of a package with one empty section, the preset's fonts and defaults, and no paragraph styles yet."""
    return {
        CONTENT_TYPES: _content_types(),
        PACKAGE_RELS: _relationships(
            (f"{_OFFICE}/officeDocument", DOCUMENT),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", CORE),
            (f"{_OFFICE}/custom-properties", STAMP_PART),
        ),
        DOCUMENT: xml_part(f"{ROOT}<w:body><w:sectPr/></w:body></w:document>"),
        DOCUMENT_RELS: _relationships(
            (f"{_OFFICE}/styles", "styles.xml"),
            (f"{_OFFICE}/settings", "settings.xml"),
            (f"{_OFFICE}/fontTable", "fontTable.xml"),
        ),
        STYLES: xml_part(default_styles_xml(preset)),
        "word/settings.xml": xml_part(_SETTINGS),
        "word/fontTable.xml": xml_part(_font_table(preset)),
        CORE: xml_part(core_xml(Meta(0, "", preset.name))),
        STAMP_PART: xml_part(stamp_xml(stamp)),
    }


def _content_types() -> bytes:
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in _TYPES.items())
    return xml_part(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> bytes:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return xml_part(f'<Relationships xmlns="{_RELS}">{inner}</Relationships>')


def _font_table(preset: Layout) -> str:
    """Names what to use where a font is not installed; Word follows w:altName."""
    fonts = "".join(
        f'<w:font w:name="{attribute(font)}"><w:altName w:val="{attribute(other)}"/><w:charset w:val="86"/></w:font>'
        for font, other in sorted(preset.font_substitutes.items())
    )
    return f"<w:fonts {XMLNS_W}>{fonts}</w:fonts>"
