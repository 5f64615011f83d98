"""All templates of a workspace, read and compiled once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from generator.templating.environment import ReportEnvironment
from generator.templating.phrases import Phrases, load_phrases

SKELETON = "report.jinja"


class TemplateSource(Protocol):
    """Where templates come from; a :class:`~generator.workspace.Workspace` is one."""

    def read_template(self, name: str) -> bytes | None:
        """The bytes of a template, or None."""

    def template_names(self, folder: str, suffix: str) -> list[str]:
        """The templates in a folder."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Templates that have been read and compiled, ready for any number of reports."""

    templates: TemplateSource
    environment: ReportEnvironment
    phrases: Phrases


def prepare(templates: TemplateSource) -> Prepared:
    """Read and compile the templates; raises whatever is wrong with them (``template_fault`` tells it in Chinese)."""
    environment = ReportEnvironment(templates.read_template)
    phrases = load_phrases(environment, templates.template_names("phrases", ".jinja"))
    environment.get_template(SKELETON)
    return Prepared(templates, environment, phrases)
