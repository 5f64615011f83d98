"""The registers of phrases that several rules read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from generator.rules.registers import mappings, register, words_of
from generator.rules.wording.phrase import Ends, Phrase

_PACKAGE = "generator.rules.wording"
_LONG = 6
_REGISTERS = ("titles", "set_phrases", "names")


@cache
def phrases(name: str) -> tuple[Phrase, ...]:
    """The phrases of a register."""
    return tuple(_all(name))


@cache
def correct() -> tuple[str, ...]:
    """Every registered phrase and every other right wording: what is one of them is no drift of another."""
    others = (word for name in _REGISTERS for group in _groups(name) for word in words_of(group.get("also", [])))
    return (*(phrase.text for name in _REGISTERS for phrase in _all(name)), *others)


def _all(name: str) -> list[Phrase]:
    return [
        Phrase(
            word,
            str(group["source"]),
            Ends(str(group.get("ends", "closed" if len(word) >= _LONG else "odd"))),
            ordered=group.get("order") != "free",
            exact=group.get("wording") == "exact",
        )
        for group in _groups(name)
        for word in words_of(group["words"])
    ]


def _groups(name: str) -> Iterator[Mapping[str, object]]:
    return mappings(register(_PACKAGE, name)["groups"])
