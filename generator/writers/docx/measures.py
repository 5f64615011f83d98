"""Lengths of a layout in Word's units: twips (1/20 pt), half points, 1/4096 pt for the character grid."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from schemas.layout import Layout

CHARACTER_UNITS: Final = 100
"""w:firstLineChars and its like count hundredths of a character."""

_TWIPS_PER_MM: Final = 1440 / 25.4
_CHAR_SPACE_PER_PT: Final = 4096


@dataclass(frozen=True, slots=True)
class Page:
    """A page in twips, and its grid."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    line_pitch: int
    line_exact: int  # what a paragraph's line takes
    char_space: int  # 1/4096 pt to add to each character


def twips(millimetres: float) -> int:
    """A length in millimetres, to the nearest twip."""
    return round(millimetres * _TWIPS_PER_MM)


def page_of(preset: Layout) -> Page:
    """The page of a preset.

    Rounding is measured, not a matter of taste: top and left up, right and bottom down, pitch down and the exact line
    one twip less than the pitch are what holds the full number of lines (GB/T 9704-2012 5.2.3); a twip more loses one.
    """
    paper, area, grid = preset.paper, preset.type_area, preset.grid
    width, height = twips(paper.width_mm), twips(paper.height_mm)
    top, left = ceil(area.top_mm * _TWIPS_PER_MM), ceil(area.left_mm * _TWIPS_PER_MM)
    right = floor((paper.width_mm - area.left_mm - area.width_mm) * _TWIPS_PER_MM)
    bottom = floor((paper.height_mm - area.top_mm - area.height_mm) * _TWIPS_PER_MM)
    pitch = (height - top - bottom) // grid.lines
    advance_pt = (width - left - right) / grid.characters / 20
    char_space = floor((advance_pt - preset.styles.body.size_pt) * _CHAR_SPACE_PER_PT)
    return Page(width, height, top, right, bottom, left, pitch, pitch - 1, char_space)
