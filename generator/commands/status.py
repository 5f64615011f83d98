"""``qicao status``: how far a year's draft is, and who still owes what."""

from __future__ import annotations

import typer

from generator.commands.options import FormatOption, ReportFormat, WorkspaceOption, YearArgument, workspace_of


def status(
    ctx: typer.Context, year: YearArgument, format: FormatOption = ReportFormat.TEXT, workspace: WorkspaceOption = None
) -> None:
    """看稿子完成到哪里：各部分、各部门还欠多少数，多少待核，多少句沿用上年还没有改。"""
    from generator.rolling.status import status_of

    found = status_of(workspace_of(ctx, workspace), year)
    if format is ReportFormat.JSON:
        from generator.formatters.status import status_json

        typer.echo(status_json(found))
    else:
        from generator.formatters.status import format_status

        typer.echo(format_status(found))
    raise typer.Exit(0 if found.settled else 1)
