"""A copy of a Word file with a comment on exactly the characters of each finding; its text stays as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from generator.diagnostics import Diagnostic, Severity
from generator.draft import Place
from generator.ooxml.archive import Package
from generator.ooxml.splitting import free_ids, isolate, outward_after, outward_before, top_of
from generator.ooxml.story import ParagraphView, Story, read_story
from generator.ooxml.walker import Element
from generator.writers.docx.comments import Comments

_SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_Interval = tuple[int, int]


def annotate(data: bytes, diagnostics: Sequence[Diagnostic], name: str = "", when: datetime | None = None) -> bytes:
    """The Word file ``data`` with a comment for each place where something was found.

    Several findings on one span share a comment; findings without a span are left out; what is missing (an empty span)
    is said at the nearest character, and so is what stands in a text box or a note, where Word allows no comments.
    Comments of an earlier run are replaced, except those that were answered.  Offsets are those of
    :mod:`generator.readers.docx`.  ``when`` (UTC) dates the comments.  Raises
    :class:`~generator.diagnostics.CannotRunError` when ``data`` is no Word file that can be changed.
    """
    package = Package(data, name)
    root = package.tree(package.document)
    comments = Comments(package, root)
    comments.remove_ours()
    story = read_story(package, root)
    ids = free_ids(root)
    for view, found in _by_view(diagnostics, story):
        _annotate_paragraph(view, found, comments, ids, when)
    return package.with_parts({package.document: package.written(root), **comments.changed_parts()})


def comment_lines(diagnostic: Diagnostic) -> Iterator[str]:
    """What a comment says of one finding, a paragraph a line."""
    yield f"【{_SEVERITIES[diagnostic.severity]}】{diagnostic.message}"
    if diagnostic.expected:
        yield f"应为：{diagnostic.expected}"
    if diagnostic.source:
        yield f"数据：{diagnostic.figure}（{diagnostic.source}）" if diagnostic.figure else f"数据：{diagnostic.source}"
    if diagnostic.fix is not None and diagnostic.fix.replacement != diagnostic.expected:
        yield f"改法：改为“{diagnostic.fix.replacement}”" if diagnostic.fix.replacement else "改法：删去"
    if diagnostic.hint:
        yield f"办法：{diagnostic.hint}"
    yield f"规则：{diagnostic.code}"


def _by_view(
    diagnostics: Sequence[Diagnostic], story: Story
) -> Iterator[tuple[ParagraphView, dict[_Interval, list[Diagnostic]]]]:
    """The paragraphs that get comments, with the findings of each by their place in it."""
    body, asides = story.body, story.asides
    places: dict[tuple[bool, int], dict[_Interval, list[Diagnostic]]] = defaultdict(lambda: defaultdict(list))
    for diagnostic in diagnostics:
        aside = diagnostic.aside
        in_table = aside is not None and asides[aside.span.paragraph - 1].place is Place.TABLE
        span = aside.span if aside is not None and in_table else diagnostic.span
        if span is not None:
            places[in_table, span.paragraph][span.start, span.end].append(diagnostic)
    for (in_table, number), found in places.items():
        views = asides if in_table else body
        if 1 <= number <= len(views):
            yield views[number - 1], found


def _annotate_paragraph(
    view: ParagraphView,
    found: dict[_Interval, list[Diagnostic]],
    comments: Comments,
    ids: Iterator[int],
    when: datetime | None,
) -> None:
    spans = [_characters(span, len(view.text)) for span in found]
    isolated = isolate(view, spans, ids)
    placed: list[tuple[Element, Element]] = []
    for (first, end), diagnostics in zip(spans, found.values(), strict=True):
        lines = [line for diagnostic in diagnostics for line in comment_lines(diagnostic)]
        start_mark, end_mark, reference = comments.add(lines, when)
        pieces = isolated.pieces_in(first, end)
        outward_before(isolated, pieces[0], ids).addprevious(start_mark)
        outward_after(isolated, pieces[-1], ids).addnext(end_mark)
        placed.append((end_mark, reference))
    for end_mark, reference in placed:  # only now: a later comment may still split what is around an earlier one
        top_of(end_mark).addnext(reference)


def _characters(span: _Interval, length: int) -> _Interval:
    """The characters to comment: those of the span, or the nearest one to an empty span."""
    start = min(max(span[0], 0), length - 1)
    return start, max(start + 1, min(span[1], length))
