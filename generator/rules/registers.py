"""Word lists and registers: YAML files beside the rules, every entry under the source that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import concat
from pkgutil import get_data

from generator.patterns import Pattern
from generator.rules.kept_registers import parsed


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a list.  ``right`` is what to write instead, where there is such a thing; ``since`` a year, or 0."""

    word: str
    source: str
    right: str = ""
    since: int = 0


@cache
def register(package: str, name: str) -> Mapping[str, object]:
    """The mapping in ``<package>/<name>.yaml``; ``package`` is dotted."""
    data = get_data(package, f"{name}.yaml")
    if data is None:
        raise FileNotFoundError(f"{package}: {name}.yaml")
    return parsed(data, f"{name}.yaml")


@cache
def entries(package: str, name: str) -> tuple[Entry, ...]:
    """The entries of a register in groups with ``source`` and ``words``: a list, or a mapping from wrong to right."""
    return tuple(entry for group in mappings(register(package, name).get("groups")) for entry in _entries(group))


def mappings(value: object) -> Iterator[Mapping[str, object]]:
    """The mappings in a list; raises :class:`TypeError` for anything else, a fault of the program's own data."""
    for item in _list(value):
        if not isinstance(item, Mapping):
            raise TypeError(f"a register needs mappings here, not {item!r}")
        yield {str(key): part for key, part in item.items()}


def words_of(value: object) -> tuple[str, ...]:
    """The words in a list."""
    return tuple(str(item) for item in _list(value))


def any_of(words: Sequence[str]) -> Pattern:
    """A pattern that finds any of some words, the longest first."""
    return Pattern("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


class WordFinder:
    """Finds the words of a long list, each of two and more characters; one look at a pair of characters per place."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_pair: dict[str, list[Entry]] = {}
        for entry in sorted(entries, key=lambda e: len(e.word), reverse=True):
            self._by_pair.setdefault(entry.word[:2], []).append(entry)

    def find(self, text: str) -> Iterator[tuple[int, Entry]]:
        """Where words begin (characters from 0), the longest at each place."""
        pairs = self._by_pair
        if pairs.keys().isdisjoint(map(concat, text, text[1:])):  # as in most paragraphs; a loop in C
            return
        for start in range(len(text) - 1):
            if text[start : start + 2] in pairs:
                for entry in pairs[text[start : start + 2]]:
                    if text.startswith(entry.word, start):
                        yield start, entry
                        break


@cache
def finder(package: str, name: str) -> WordFinder:
    """A finder for the entries of a register."""
    return WordFinder(entries(package, name))


def _entries(group: Mapping[str, object]) -> Iterator[Entry]:
    source, since = str(group["source"]), int(str(group.get("since", 0)))
    words = group["words"]
    if isinstance(words, Mapping):
        for word, right in words.items():
            yield Entry(str(word), source, str(right), since)
    else:
        for word in words_of(words):
            yield Entry(word, source, "", since)


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise TypeError(f"a register needs a list here, not {value!r}")
    return value
