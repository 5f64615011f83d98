"""The part of a reference document's styles that Word presumes: defaults, and the styles that every file has."""

from __future__ import annotations

from typing import Final

from generator.writers.docx.names import STYLE_NAMES, StyleId
from generator.writers.docx.xml import XMLNS_W
from schemas.layout import Layout

_LATENT: Final = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
    ' w:defQFormat="0" w:count="376"/>'
)

_CHARACTER: Final = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)

_NUMBERING: Final = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/></w:style>"
)

_TABLE: Final = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)

_RULES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)

_REPORT_TABLE: Final = (
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{StyleId.TABLE}">'
    f'<w:name w:val="{STYLE_NAMES[StyleId.TABLE]}"/><w:basedOn w:val="TableNormal"/>'
    '<w:uiPriority w:val="39"/><w:tblPr><w:jc w:val="center"/>'
    f'<w:tblBorders>{_RULES}</w:tblBorders></w:tblPr><w:trPr><w:jc w:val="center"/></w:trPr>'
    '<w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
)


def default_styles_xml(preset: Layout) -> str:
    """A styles part with the document defaults and without any paragraph style yet."""
    return f"<w:styles {XMLNS_W}>{_defaults(preset)}{_LATENT}{_CHARACTER}{_TABLE}{_NUMBERING}{_REPORT_TABLE}</w:styles>"


def _defaults(preset: Layout) -> str:
    body = preset.styles.body
    latin, size = preset.latin_font or body.font, round(body.size_pt * 2)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{latin}" w:hAnsi="{latin}"'
        f' w:eastAsia="{body.font}" w:cs="{latin}"/><w:kern w:val="2"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
    )
