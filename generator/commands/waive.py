"""``qicao waive``: let one finding stand, and write down why and who says so."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import DryRunOption, WorkspaceOption, YearArgument, workspace_of


def waive(
    ctx: typer.Context,
    year: YearArgument,
    draft: Annotated[Path, typer.Argument(metavar="稿件", help="问题在哪个稿件里")],
    reason: Annotated[str, typer.Option("--reason", metavar="原因", help="为什么不改")],
    who: Annotated[str, typer.Option("--who", metavar="谁", help="谁同意的")],
    rule: Annotated[str, typer.Option("--rule", metavar="代码", help="哪一条规则报的，如 N101")] = "",
    paragraph: Annotated[int | None, typer.Option("--paragraph", metavar="段", min=1, help="在第几段")] = None,
    fingerprint: Annotated[
        str, typer.Option("--fingerprint", metavar="指纹", help="问题的指纹，check 的 JSON 里有")
    ] = "",
    until: Annotated[
        datetime | None,
        typer.Option(
            "--until", metavar="日期", formats=["%Y-%m-%d"], help="到哪一天为止，如 2024-12-31；不写就一直有效"
        ),
    ] = None,
    dry_run: DryRunOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """豁免一个问题：记入 drafts/年份/waivers.yaml，以后核对不再报它。"""
    from generator.checking.waiving import WaiveRequest, run_waive

    last_day = until.date() if until is not None else None
    request = WaiveRequest(year, draft, rule, paragraph, fingerprint, reason, who, last_day, dry_run=dry_run)
    outcome = run_waive(workspace_of(ctx, workspace), request)
    typer.echo(f"{'会记入' if dry_run else '已记入'} {outcome.path}：{outcome.waiver.rule} {outcome.waiver.about}")
