"""``qicao rules``: which checks there are, and the page of each."""

from __future__ import annotations

from typing import Annotated

import typer

from generator.commands.options import FormatOption, ReportFormat


def _complete_code(incomplete: str) -> list[str]:
    from generator.checking.pages import rule_pages

    return [page.rule.code for page in rule_pages() if page.rule.code.startswith(incomplete.upper())]


def rules(
    code: Annotated[
        str | None,
        typer.Argument(metavar="代码", help="哪一条规则，如 N101；不写就列出全部", autocompletion=_complete_code),
    ] = None,
    format: FormatOption = ReportFormat.TEXT,
) -> None:
    """列出核对的规则；写上代码就看那一条的说明：查什么、为什么、反例、正例、依据。"""
    from generator.checking.pages import page_of, rule_pages
    from generator.formatters.rules import pages_json, pages_text

    pages = rule_pages() if code is None else (page_of(code),)
    typer.echo(pages_json(pages) if format is ReportFormat.JSON else pages_text(pages, in_full=code is not None))
