"""Text into XML, once and safely: escaping, and the characters that XML or Word cannot hold."""

from __future__ import annotations

import re
from typing import Final

XMLNS_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

_T: Final = '<w:t xml:space="preserve">'
_NOT_PLAIN: Final = re.compile('[&<>"\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END: Final = re.compile("\r\n?|\x0b|\x85")

_TAKES_LATIN_FONT: Final = re.compile("[\u00a1-\u2e7f]")
"""Characters that Word sets in the Latin font unless a run is hinted: “ ” ‘ ’ — … · ℃ ± × and their like."""


def attribute(text: str) -> str:
    """A string ready to stand between double quotes."""
    if _NOT_PLAIN.search(text) is None:
        return text
    return _escaped(_ILLEGAL.sub("", text)).replace("\n", " ").replace("\t", " ")


def content(text: str) -> str:
    """A string ready to stand between tags where line breaks mean nothing, as in properties."""
    return text if _NOT_PLAIN.search(text) is None else _escaped(_ILLEGAL.sub("", text))


def run_content(text: str) -> str:
    """What a w:r holds for ``text``: w:t, with tabs and line breaks as their own elements; "" for nothing."""
    if _NOT_PLAIN.search(text) is None:
        return f"{_T}{text}</w:t>" if text else ""
    cleaned = _escaped(_ILLEGAL.sub("", _LINE_END.sub("\n", text)))
    cleaned = cleaned.replace("\t", f"</w:t><w:tab/>{_T}").replace("\n", f"</w:t><w:br/>{_T}")
    return f"{_T}{cleaned}</w:t>".replace(f"{_T}</w:t>", "")


def needs_hint(text: str) -> bool:
    """Whether a run needs ``w:hint="eastAsia"`` so that its punctuation is set in the Chinese font."""
    return _TAKES_LATIN_FONT.search(text) is not None


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
