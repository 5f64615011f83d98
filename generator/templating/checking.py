"""Syntax faults of all templates at once, without rendering anything."""

from __future__ import annotations

from collections.abc import Callable

from generator.diagnostics import Diagnostic
from generator.templating.environment import ReadTemplate, ReportEnvironment
from generator.templating.faults import template_fault

FOLDERS = (".", "phrases")


def template_faults(read: ReadTemplate, names: Callable[[str, str], list[str]]) -> list[Diagnostic]:
    """One finding for each template that cannot be compiled; ``names`` lists the templates of a folder."""
    environment = ReportEnvironment(read)
    found = []
    for folder in FOLDERS:
        for name in names(folder, ".jinja"):
            try:
                environment.get_template(name.removeprefix("./"))
            except Exception as error:  # any fault of a template, told as one
                found.append(template_fault(error, read))
    return found
