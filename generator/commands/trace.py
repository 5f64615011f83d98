"""``qicao trace``: where every number of a report comes from."""

from __future__ import annotations

import typer

from generator.commands.options import FormatOption, ReportFormat, WorkspaceOption, YearArgument, workspace_of


def trace(
    ctx: typer.Context, year: YearArgument, format: FormatOption = ReportFormat.TEXT, workspace: WorkspaceOption = None
) -> None:
    """列出正文里每个数据的位置、数值和来源（YAML 的哪一行），以及没有来源的数字。"""
    from generator.building import document_of
    from generator.tracing import trace as trace_document

    found = trace_document(document_of(workspace_of(ctx, workspace), year).document)
    if format is ReportFormat.JSON:
        from generator.formatters.json import trace_json

        typer.echo(trace_json(year, found))
    else:
        from generator.formatters.trace import format_trace

        typer.echo(format_trace(found))
    raise typer.Exit(1 if found.untraced else 0)
