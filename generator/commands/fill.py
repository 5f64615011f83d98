"""``qicao fill``: the numbers of returned forms into the data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import WorkspaceOption, YearArgument, workspace_of


def fill(
    ctx: typer.Context,
    year: YearArgument,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="表…", help="收回的填报表：.xlsx；.xls、.ods、.et 要有 LibreOffice。可以是文件夹"),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只说会改哪些数，不写")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="有一处问题就一个数也不填")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """把收回的填报表读入 figures.yaml，一个数改一行；有疑问的一一列出单元格。"""
    from datetime import date

    from generator.formatters.filling import filled_text, findings_text
    from generator.forms.filling import FillRequest, fill_forms

    request = FillRequest(year, tuple(files), date.today(), dry_run=dry_run, strict=strict)
    filled = fill_forms(workspace_of(ctx, workspace), request)
    typer.echo(filled_text(filled))
    if filled.findings:
        typer.echo(findings_text(filled), err=True)
    raise typer.Exit(1 if filled.troubled else 0)
