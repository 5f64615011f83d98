"""Phrase forms: the macros under ``templates/phrases/``, by the names that prose uses after the bar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2.runtime import Macro

from generator.facts.fact import Fact, NumberFact
from generator.templating.environment import ReportEnvironment

DEFAULT_FORM = "默认"


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrase forms.  A workspace's macro replaces a packaged one of the same name."""

    macros: Mapping[str, Macro]

    def express(self, form: str, fact: Fact, facts: Mapping[str, Fact]) -> str:
        """Marked text for a fact; its partners are handed to forms that take more than one argument."""
        macro = self.macros[form or DEFAULT_FORM]
        arguments: list[Fact] = [fact]
        if isinstance(fact, NumberFact) and fact.partners:
            arguments.extend(facts[key] for key in fact.partners)
        if not macro.catch_varargs:
            arguments = arguments[: len(macro.arguments)]
        # line breaks and indentation in a phrase form are for its reader, not for the report
        return "".join(line.strip() for line in str(macro(*arguments)).split("\n"))


def load_phrases(environment: ReportEnvironment, names: Iterable[str]) -> Phrases:
    """The macros of some template files, later files winning."""
    macros: dict[str, Macro] = {}
    for name in names:
        module = environment.get_template(name).module
        macros.update({key: value for key, value in vars(module).items() if isinstance(value, Macro)})
    return Phrases(macros)
