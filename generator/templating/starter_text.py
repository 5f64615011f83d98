"""The text of a starter file: a template filled with a few plain words, in the same sandbox as every other template."""

from __future__ import annotations

from collections.abc import Mapping

from generator.templating.environment import ReadTemplate, ReportEnvironment


def fill(name: str, words: Mapping[str, str | int], read: ReadTemplate) -> str:
    """The template ``name`` with its ``words`` put in, ending in one line break.

    Raises what Jinja raises: a word that is missing is an error, not an empty place.
    """
    return ReportEnvironment(read).get_template(name).render(words) + "\n"
