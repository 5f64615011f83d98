"""A finished check as one web page that stands alone: the drafts as they read, marked, and the findings beside them.

Nothing comes from elsewhere, so the page can be mailed; without its script the links between text and findings still
lead both ways.
"""

from __future__ import annotations

from importlib import resources

from generator.checking.many import CheckOutcome
from generator.formatters.checks_html.listing import filters_of, findings_of, head_of, unreadable_of
from generator.formatters.checks_html.noting import notes_of
from generator.formatters.checks_html.text import text_of_draft
from generator.writers.html.markup import element, escape

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def format_outcome(outcome: CheckOutcome) -> str:
    """The page."""
    drafts = notes_of(outcome.drafts)
    text = "".join(text_of_draft(draft) for draft in drafts)
    notes = [note for draft in drafts for note in draft.notes]
    panel = head_of(drafts) + unreadable_of(outcome.unreadable) + filters_of(notes) + findings_of(drafts)
    title = "、".join(draft.checked.draft.name for draft in drafts) or "核对"
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n{_head(f"核对：{title}")}</head>\n<body>\n'
        f"{element('main', chr(10) + text)}\n{element('aside', chr(10) + panel, aria_label='问题')}\n"
        f"<script>\n{_asset('check.js')}</script>\n</body>\n</html>"
    )


def _head(title: str) -> str:
    return (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="Qicao">\n'
        f"<title>{escape(title)}</title>\n"
        f"<style>\n{_asset('check.css')}</style>\n"
    )


def _asset(name: str) -> str:
    return resources.files("templates").joinpath("html", name).read_text(encoding="utf-8")
