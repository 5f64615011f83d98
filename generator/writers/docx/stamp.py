"""The stamp of a reference document: the presets it was compiled from, by name and hash.

It is a custom document property, so it stays when somebody adjusts the reference document in Word.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

from generator.writers.docx.xml import content

STAMP_PART: Final = "docProps/custom.xml"
_NAME: Final = "qicao-layout"
_VALUE: Final = re.compile(rf'name="{_NAME}"[^>]*>\s*<vt:lpwstr>([^<]*)</vt:lpwstr>')


def hash_of(preset: bytes) -> str:
    """The hash (sha256, hex) of a preset file; line ends do not count, since git may change them."""
    return sha256(preset.replace(b"\r\n", b"\n")).hexdigest()


def stamp_of(presets: tuple[tuple[str, bytes], ...]) -> str:
    """What a reference compiled from these presets (name and file) is stamped with."""
    return ";".join(f"{name}={hash_of(preset)}" for name, preset in presets)


def stamp_xml(stamp: str) -> str:
    """The part that holds a stamp."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{_NAME}">'
        f"<vt:lpwstr>{content(stamp)}</vt:lpwstr></property></Properties>"
    )


def stamped(parts: dict[str, bytes]) -> tuple[tuple[str, str], ...]:
    """Names and hashes of the presets that a reference document says it was compiled from; empty where it says none."""
    found = _VALUE.search(parts.get(STAMP_PART, b"").decode("utf-8", "replace"))
    if found is None or not found.group(1):
        return ()
    pairs = (item.rpartition("=") for item in found.group(1).split(";"))
    return tuple((name, digest) for name, _, digest in pairs)
