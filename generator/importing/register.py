"""What a whole report names again and again: projects, quoted phrases, documents, meetings, terms of the glossary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.importing.projects import listed_projects

_QUOTED = re.compile("“([^“”，。；：、！？0-9{}]{2,12})”")
_DOCUMENT = re.compile("《([^《》]{3,40})》")
_MEETING = re.compile(
    "党的[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,2}中全会|党的[一二三四五六七八九十]{2,3}大(?![以会型])|"
    "中央(?:经济工作|城市工作|农村工作|金融工作|人大工作)会议|中央八项规定精神|"
    "(?:省委|市委|县委|区委|州委|自治区党委)(?:[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次全会|经济工作会议)"
)
_OFTEN = 2
_SHORTEST_BARE = 4


@dataclass(frozen=True, slots=True)
class Register:
    """Names that are data wherever they stand.

    ``quoted`` are phrases that count between quotation marks only, ``bare`` those that count anywhere; ``projects`` are
    names of projects.
    """

    quoted: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    projects: frozenset[str] = frozenset()
    _bare: re.Pattern[str] | None = field(default=None, repr=False)
    _projects: re.Pattern[str] | None = field(default=None, repr=False)

    def terms_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where registered phrases stand (characters from 0, end exclusive)."""
        for match in _QUOTED.finditer(text):
            if match[1] in self.quoted or match[1] in self.bare:
                yield match.span(1)
        if self._bare is not None:
            yield from (match.span() for match in self._bare.finditer(text))

    def projects_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where registered projects stand."""
        if self._projects is not None:
            yield from (match.span() for match in self._projects.finditer(text))


def register_of(paragraphs: Iterable[str], glossary: Iterable[str]) -> Register:
    """The names that a report uses throughout; ``glossary`` are the terms that it explains."""
    texts = list(paragraphs)
    phrases: Counter[str] = Counter()
    for text in texts:
        phrases.update(_QUOTED.findall(text))
    explained = {term for term in glossary if not re.search("[“”{}｛｝]", term)}
    bare = {term for term in explained if len(term) >= _SHORTEST_BARE}
    bare |= {match for text in texts for match in (*_DOCUMENT.findall(text), *_MEETING.findall(text))}
    projects = {text[found.start : found.end] for text in texts for found in listed_projects(text)}
    quoted = {phrase for phrase, times in phrases.items() if times >= _OFTEN} | explained
    bare -= projects
    return Register(frozenset(quoted), frozenset(bare), frozenset(projects), _any_of(bare), _any_of(projects))


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
