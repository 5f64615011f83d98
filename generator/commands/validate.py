"""``qicao validate``: everything wrong with data and templates, all at once."""

from __future__ import annotations

import typer

from generator.commands.options import FormatOption, ReportFormat, WorkspaceOption, YearArgument, workspace_of


def validate(
    ctx: typer.Context, year: YearArgument, format: FormatOption = ReportFormat.TEXT, workspace: WorkspaceOption = None
) -> None:
    """检查数据和模板，一次列出所有问题：在哪个文件哪一行、错在哪里、怎样改。"""
    from generator.validation import validate as find_all

    found = find_all(workspace_of(ctx, workspace), year)
    if format is ReportFormat.JSON:
        from generator.formatters.json import diagnostics_json

        typer.echo(diagnostics_json(year, found))
    else:
        from generator.formatters.text import format_diagnostics

        typer.echo(format_diagnostics(found) or "没有发现问题。")
    raise typer.Exit(1 if found else 0)
