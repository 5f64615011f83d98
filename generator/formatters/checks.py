"""A finished check in the format asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.checking.many import CheckOutcome


def format_checked(name: str, outcome: CheckOutcome) -> str:
    """The findings of a check; ``name`` is text, json, sarif or html."""
    match name:  # imported one by one: none needs what another needs
        case "json":
            from generator.formatters.checks_json import format_outcome as format_it
        case "sarif":
            from generator.formatters.checks_sarif import format_outcome as format_it
        case "html":
            from generator.formatters.checks_html import format_outcome as format_it
        case _:
            from generator.formatters.checks_text import format_outcome as format_it
    return format_it(outcome)
