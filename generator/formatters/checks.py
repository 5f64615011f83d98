"""Checked drafts in the format asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.checking.session import CheckedDraft


def format_checked(name: str, checked: Sequence[CheckedDraft]) -> str:
    """The findings of some drafts; ``name`` is text, json, sarif or html, each in ``checks_<name>.py``."""
    module = import_module(f"generator.formatters.checks_{name}")
    return cast("Callable[[Sequence[CheckedDraft]], str]", module.format_drafts)(checked)
