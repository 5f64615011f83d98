"""Phrase forms: the macros under ``templates/phrases/``, by the names that prose uses after the bar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import UndefinedError
from jinja2.runtime import Macro

from generator.document import Facet, Kind, Role
from generator.facts.fact import Fact, ListFact, NameFact, NumberFact
from generator.facts.printing import CannotPrintError
from generator.templating.environment import ReportEnvironment
from generator.templating.fault_messages import runtime_message
from generator.templating.filters import placeholder
from generator.templating.marks import figure_mark

DEFAULT_FORM = "默认"
HELPER_SUFFIX = "_"
"""Macros whose name ends so serve other macros only and cannot be named in prose."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrase forms.  A workspace's macro replaces a packaged one of the same name."""

    macros: Mapping[str, Macro]

    def express(self, form: str, fact: Fact, facts: Mapping[str, Fact]) -> str:
        """Marked text for a fact; its partners are handed to forms that take more than one argument.

        A list without items is owed.  Raises :class:`CannotPrintError` when the form does not suit the fact, and
        whatever a template raises.
        """
        if isinstance(fact, ListFact) and not fact.items:
            text = placeholder(fact.key, "")
            return figure_mark(text, fact.key, Kind.PROJECT, fact.source, Facet.VALUE, Role.PLACEHOLDER)
        if isinstance(fact, NumberFact) and fact.text is not None:
            form = DEFAULT_FORM  # a target without a number is printed in its own words
        macro = self.macros[form or DEFAULT_FORM]
        arguments: list[Fact] = [fact]
        if isinstance(fact, NumberFact) and fact.partners:
            arguments.extend(facts[key] for key in fact.partners)
        if not macro.catch_varargs:
            arguments = arguments[: len(macro.arguments)]
        try:
            marked = str(macro(*arguments))
        except UndefinedError as error:
            raise _unsuited(form or DEFAULT_FORM, macro, arguments, error) from error
        # line breaks and indentation in a phrase form are for its reader, not for the report
        return "".join(line.strip() for line in marked.split("\n"))


def load_phrases(environment: ReportEnvironment, names: Iterable[str]) -> Phrases:
    """The macros of some template files, later files winning."""
    macros: dict[str, Macro] = {}
    for name in names:
        module = vars(environment.get_template(name).module)
        found = {key: value for key, value in module.items() if isinstance(value, Macro)}
        macros |= {key: macro for key, macro in found.items() if not key.endswith(HELPER_SUFFIX)}
    return Phrases(macros)


def _unsuited(form: str, macro: Macro, arguments: list[Fact], error: UndefinedError) -> CannotPrintError:
    missing = macro.arguments[len(arguments) :]
    if missing and "was not provided" in str(error.message):
        owner = arguments[0].key
        return CannotPrintError(f"“{form}”要几个数一起写：请在“{owner}”的 partners 里写上{'、'.join(missing)}")
    kinds = "、".join(sorted({_kind(fact) for fact in arguments}))
    cause, _ = runtime_message(str(error.message))
    return CannotPrintError(f"“{form}”这种写法不能用于{kinds}（{cause}）")


def _kind(fact: Fact) -> str:
    match fact:
        case NumberFact():
            return "数"
        case NameFact():
            return "名称"
        case ListFact():
            return "清单"
