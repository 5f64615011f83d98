"""The core properties of a Word file: what file managers and Word's information page show."""

from __future__ import annotations

from typing import Final

from generator.document import Meta
from generator.writers.docx.xml import content

CREATOR: Final = "起草 Qicao"


def core_xml(meta: Meta) -> str:
    """Title, creator and language; no dates, because equal reports must give equal bytes and a false date misleads."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{content(meta.title)}</dc:title><dc:creator>{CREATOR}</dc:creator>"
        f"<cp:lastModifiedBy>{CREATOR}</cp:lastModifiedBy><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
