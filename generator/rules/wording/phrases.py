"""The registers of phrases that several rules read."""

from __future__ import annotations

from functools import cache

from generator.rules.registers import mappings, register, words_of
from generator.rules.wording.drift import SHORTEST, Phrase

_PACKAGE = "generator.rules.wording"
_LONG = 6
_REGISTERS = ("titles", "set_phrases", "names")


@cache
def phrases(name: str) -> tuple[Phrase, ...]:
    """The phrases of a register that are long enough to tell drift from other words."""
    return tuple(phrase for phrase in _all(name) if len(phrase.text) >= SHORTEST)


@cache
def correct() -> tuple[str, ...]:
    """Every registered phrase: what is one of them is no drift of another."""
    return tuple(phrase.text for name in _REGISTERS for phrase in _all(name))


def _all(name: str) -> list[Phrase]:
    return [
        Phrase(word, str(group["source"]), group.get("ends", "closed" if len(word) >= _LONG else "open") == "closed")
        for group in mappings(register(_PACKAGE, name)["groups"])
        for word in words_of(group["words"])
    ]
