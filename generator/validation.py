"""Everything wrong with a year's data and templates, all at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, has_errors
from generator.loading.loader import Loaded, load
from generator.loading.model_messages import suggestion
from generator.loading.waivers import waiver_faults
from generator.rendering import render, unknown_forms
from generator.templating.checking import template_faults
from generator.templating.faults import template_fault
from generator.workspace import Workspace


def validate(workspace: Workspace, year: int) -> tuple[Diagnostic, ...]:
    """All findings, ordered by file and line."""
    loaded = load(workspace, year)
    return tuple(sorted(_findings(loaded, workspace, year), key=lambda d: d.position))


def _findings(loaded: Loaded, workspace: Workspace, year: int) -> Iterator[Diagnostic]:
    yield from loaded.diagnostics
    yield from waiver_faults(workspace, year)
    yield from _layout(loaded, workspace)
    faults = template_faults(workspace.read_template, workspace.template_names)
    yield from faults
    if faults:
        return
    if not has_errors(loaded.diagnostics):
        yield from render(loaded, workspace).diagnostics
        return
    try:
        yield from unknown_forms(loaded, workspace)
    except Exception as error:  # any fault of a template, told as one
        yield template_fault(error, workspace.read_template)


def _layout(loaded: Loaded, workspace: Workspace) -> Iterator[Diagnostic]:
    """A layout that is not there; ``build`` would only say so when it comes to the Word file."""
    if loaded.partial is None:
        return
    name = loaded.partial.report.layout
    if all(workspace.read_template(f"layouts/{name}{suffix}") is None for suffix in (".yaml", ".docx")):
        known = [Path(file).stem for file in workspace.template_names("layouts", ".yaml")]
        position = loaded.sources.locate("report", ("layout",))
        file, _ = loaded.sources.place("report")
        hint = suggestion(name, known) or f"可以写：{'、'.join(known)}"
        line = file.line(position.line)
        yield Diagnostic("D211", "unknown-layout", f"没有“{name}”这个版式", position, hint=hint, source_line=line)
