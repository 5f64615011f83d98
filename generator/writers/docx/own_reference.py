"""Makes a reference document that a person adjusted in Word usable again: Word renumbers style ids when it saves."""

from __future__ import annotations

import re
from typing import Final

from generator.writers.docx.names import STYLE_NAMES, StyleId
from generator.writers.docx.package import STYLES, PackageError

_STYLE: Final = re.compile(r'<w:style\b[^>]*\bw:styleId="([^"]*)"[^>]*>\s*<w:name w:val="([^"]*)"')
_REFERENCE: Final = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link)\b[^>]*\bw:val=")([^"]*)(")')
_DEFINITION: Final = re.compile(r'(<w:style\b[^>]*\bw:styleId=")([^"]*)(")')


def with_known_ids(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with the writer's style ids; raises PackageError where a style is not there under its name either."""
    styles = parts.get(STYLES, b"").decode("utf-8")
    if all(f'w:styleId="{style}"' in styles for style in StyleId):
        return parts
    ids = {name.casefold(): style_id for style_id, name in _STYLE.findall(styles)}
    missing = [name for name in STYLE_NAMES.values() if name.casefold() not in ids]
    if missing:
        raise PackageError(
            f"版式文件里没有这些样式：{'、'.join(missing)}", hint="请在原来的版式文件上修改，不要删去样式"
        )
    renamed = {ids[name.casefold()]: str(style) for style, name in STYLE_NAMES.items()}
    return {name: _renamed(part, renamed) if _has_styles(name) else part for name, part in parts.items()}


def _renamed(part: bytes, renamed: dict[str, str]) -> bytes:
    def replaced(found: re.Match[str]) -> str:
        return found.group(1) + renamed.get(found.group(2), found.group(2)) + found.group(3)

    return _DEFINITION.sub(replaced, _REFERENCE.sub(replaced, part.decode("utf-8"))).encode("utf-8")


def _has_styles(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml")
