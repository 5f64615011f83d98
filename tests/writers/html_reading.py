"""Reads a written page back with the standard library's parser, for tests of the HTML writer."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("meta", "br")
LINES = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "tr")
"""Elements that are one line of the text form."""


@dataclass
class Element:
    """An element, its attributes and the text of everything inside it."""

    name: str
    attributes: dict[str, str]
    parents: tuple[str, ...]
    text: str = ""


@dataclass
class _Reader(HTMLParser):
    elements: list[Element] = field(default_factory=list)
    stack: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Element(tag, {key: value or "" for key, value in attrs}, tuple(e.name for e in self.stack))
        assert len(found.attributes) == len(attrs), f"<{tag}> has an attribute twice"
        self.elements.append(found)
        if tag not in VOID:
            self.stack.append(found)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack, f"</{tag}> closes nothing"
        assert self.stack.pop().name == tag

    def handle_data(self, data: str) -> None:
        for element in self.stack:
            element.text += data


def read(page: str) -> list[Element]:
    """All elements of a page in order; fails where one is not closed."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.stack == [], "an element is not closed"
    return reader.elements


def report_lines(page: str) -> list[str]:
    """The lines of the report on a page, title block included, cells run together."""
    return [e.text for e in read(page) if e.name in LINES and "article" in e.parents]


def data(page: str) -> list[Element]:
    """The elements that a datum produced, words chosen by it included."""
    return [e for e in read(page) if "data-key" in e.attributes]
