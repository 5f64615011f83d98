"""``qicao roll``: next year's draft from last year's data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from generator.commands.options import WorkspaceOption, YearArgument, workspace_of

if TYPE_CHECKING:
    from generator.rolling.writing import RollResult


def roll(
    ctx: typer.Context,
    year: YearArgument,
    merge: Annotated[
        bool, typer.Option("--merge", help="下一年的文件夹已经有了：只补进新有的，改过的一行不动")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只说要写什么，不动文件")] = False,
    drop_narrative: Annotated[
        bool, typer.Option("--drop-narrative", help="不带数的句子不带过去；不写就带过去，标上【沿用上年，待改】")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """由上一年的数据起草下一年：年份、周年、届次推一年，目标转成待填的成绩，写成 drafts/下一年/。"""
    from generator.formatters.roll import format_roll
    from generator.rolling.writing import RollRequest, run_roll

    request = RollRequest(year, merge=merge, dry_run=dry_run, drop_narrative=drop_narrative)
    result: RollResult = run_roll(workspace_of(ctx, workspace), request)
    typer.echo(format_roll(result, dry_run=dry_run))
