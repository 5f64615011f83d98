"""HTML: one page that stands alone, to read on a screen or print; every datum shows where it comes from.

No script and nothing from elsewhere: the page can be mailed, and reads the same without a network.
"""

from __future__ import annotations

from importlib import resources

from generator.document import Document
from generator.writers.html.blocks import body_of
from generator.writers.html.markup import escape
from generator.writers.html.summary import Owed, summary_of

STYLE_NAME = "html/report.css"
"""The style sheet among the templates."""


def write(document: Document, style: str | None = None) -> str:
    """The page of a document; ``style`` is a style sheet of the office's own instead of the packaged one."""
    owed = Owed.of(document)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n{_head(document, style)}</head>\n<body>\n'
        f"{summary_of(document, owed)}{body_of(document, owed)}</body>\n</html>\n"
    )


def _head(document: Document, style: str | None) -> str:
    meta = document.meta
    sheet = packaged_style() if style is None else style
    # a sheet cannot end its own element: "\/" is the same sign to CSS
    sheet = sheet.replace("</", "<\\/").strip()
    return (
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="Qicao">\n'
        f"<title>{escape(meta.place)}{meta.year}年{escape(meta.title)}</title>\n"
        f"<style>\n{sheet}\n</style>\n"
    )


def packaged_style() -> str:
    """The style sheet that comes with the program."""
    return resources.files("templates").joinpath(STYLE_NAME).read_text(encoding="utf-8")
