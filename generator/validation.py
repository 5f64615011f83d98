"""Everything wrong with a year's data and templates, all at once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, has_errors
from generator.loading.loader import Loaded, load
from generator.rendering import render, unknown_forms
from generator.templating.checking import template_faults
from generator.workspace import Workspace


def validate(workspace: Workspace, year: int) -> tuple[Diagnostic, ...]:
    """All findings, ordered by file and line."""
    loaded = load(workspace, year)
    return tuple(sorted(_findings(loaded, workspace), key=lambda d: d.position))


def _findings(loaded: Loaded, workspace: Workspace) -> Iterator[Diagnostic]:
    yield from loaded.diagnostics
    faults = template_faults(workspace.read_template, workspace.template_names)
    yield from faults
    if faults:
        return
    if has_errors(loaded.diagnostics):
        yield from unknown_forms(loaded, workspace)
    else:
        yield from render(loaded, workspace).diagnostics
