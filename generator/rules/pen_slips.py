"""What is mistyped or misread: a character for one that looks or sounds like it, or two turned round."""

from __future__ import annotations

from generator.rules.homophones import sound_alike
from generator.rules.look_alikes import look_alike


def is_pen_slip(form: str, other: str) -> bool:
    """Whether one form is the other misread, mistyped by its sound, turned round, or with a character twice."""
    if len(form) == len(other) == 1:
        return look_alike(form, other) or (sound_alike(form, other) and sound_alike(other, form))
    return len(form) > 1 and form == other[::-1]
