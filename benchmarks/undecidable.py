"""Damage that nobody who has only the draft can see, because what it leaves reads as right: counted by itself.

Each case is told in ``published.md`` under “What no reader of the draft alone could find”.
"""

from __future__ import annotations

import re

from benchmarks.damage import Damage, Material
from generator.rules.wording.phrases import correct

_BACK = re.compile("。?(?:其中|为|占|是|较|比|达|均|同比)")
_ROUND = re.compile("(?:达|超|近|过|破|上|迈入)到?$")
_ANNEX = re.compile(r"^附件|名词(?:解释|注释)|^[0-9]{1,2}[.．、]\S{0,20}[：:]")
_AROUND = 16


def reason(material: Material, damage: Damage, name: str) -> str:
    """Why a damage cannot be seen, in a few words; empty where it can."""
    edit = damage.edits[0]
    text = material.text(edit.paragraph)
    before, behind = text[: edit.start], text[edit.end :]
    match name:
        case "number_lost" if _ROUND.search(before) and behind.startswith("万亿"):
            return "达到万亿元 is said of round sums"
        case "dash" if edit.replacement == "—" and before[-1:].isalpha() and behind[:1].isalpha():
            return "one — joins two names"
        case "restated" if _BACK.match(edit.replacement):
            return "says of what stands before it"
        case "sentence_twice" if _ANNEX.match(text):
            return "an annex may say what the report says"
        case "phrase_lost" | "phrase_changed" if _is_registered(before, edit.replacement, behind):
            return "another right phrase"
    return ""


def _is_registered(before: str, new: str, behind: str) -> bool:
    """Whether what stands there now is a registered phrase."""
    around = before[-_AROUND:] + new + behind[:_AROUND]
    low, wider = len(before[-_AROUND:]), 0 if new else 1
    first, last = low - wider, low + len(new) + wider
    return any(
        around.find(phrase, max(0, last - len(phrase)), first + len(phrase)) >= 0
        for phrase in correct()
        if len(phrase) < _AROUND
    )
