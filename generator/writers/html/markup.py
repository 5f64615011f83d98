"""HTML's own rules: what has to be escaped, and what may not stand in a page at all."""

from __future__ import annotations

import re
from html import escape as escape_signs
from typing import Final

_NOT_IN_HTML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, surrogates and noncharacters (HTML Standard, 13.2.3.5)."""


def escape(text: str) -> str:
    """Text that reads the same inside an element or a quoted attribute; what HTML cannot hold becomes U+FFFD."""
    # a bare carriage return would be read back as a line feed
    return escape_signs(_NOT_IN_HTML.sub("\ufffd", text)).replace("\r", "&#13;")


def element(name: str, content: str, **attributes: str) -> str:
    """One element; ``content`` is HTML already, attribute values are not.  ``data_key`` is written ``data-key``.

    A trailing underscore is dropped (``class_``); attributes with an empty value are left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value
    )
    return f"<{name}{written}>{content}</{name}>"
