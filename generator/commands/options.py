"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from generator.workspace import Workspace


class ReportFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


def complete_year(ctx: typer.Context, incomplete: str) -> list[str]:
    """The years under ``drafts/`` that begin as typed, for shell completion."""
    years = workspace_of(ctx, ctx.params.get("workspace")).years()
    return [str(year) for year in years if str(year).startswith(incomplete)]


YearArgument = Annotated[
    int, typer.Argument(metavar="年份", help="报告年，如 2024；数据在 drafts/年份/", autocompletion=complete_year)
]
WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace", metavar="文件夹", help="工作文件夹：里面有 drafts/，可以有 templates/；不写就是当前文件夹"
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="只说会写哪些文件，不写")]
FormatOption = Annotated[ReportFormat, typer.Option("--format", metavar="text|json", help="text 给人看，json 给程序用")]


def workspace_of(ctx: typer.Context, given: Path | None) -> Workspace:
    """The workspace named on the command line, before or after the command; else the current folder."""
    from generator.workspace import Workspace

    return Workspace(given or _before_the_command(ctx) or Path())


def _before_the_command(ctx: typer.Context) -> Path | None:
    if isinstance(ctx.obj, Path):
        return ctx.obj
    # shell completion parses the line, but does not run the function that keeps the option in ``obj``
    given = ctx.parent.params.get("workspace") if ctx.parent is not None else None
    return Path(given) if given else None
