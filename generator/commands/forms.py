"""``qicao forms``: what each department is asked, as Excel workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import WorkspaceOption, YearArgument, workspace_of


def forms(
    ctx: typer.Context,
    year: YearArgument,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="文件夹", help="放到哪里；不写就是 drafts/年份/forms/")
    ] = None,
    department: Annotated[
        list[str] | None, typer.Option("--department", metavar="部门", help="只要这个部门的，可写几次")
    ] = None,
    owed_only: Annotated[bool, typer.Option("--owed-only", help="只要还有数没有填的部门")] = False,
    force: Annotated[bool, typer.Option("--force", help="已经有的表也覆盖")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只说要写哪些文件，不写")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """给每个部门生成一份 Excel 填报表。"""
    from generator.forms.issuing import FormsRequest, issue

    space = workspace_of(ctx, workspace)
    folder = out or space.year_folder(year) / "forms"
    request = FormsRequest(year, folder, tuple(department or ()), owed_only=owed_only, force=force, dry_run=dry_run)
    issued = issue(space, request)
    for one in issued:
        word = "没有变化" if one.unchanged else "将生成" if dry_run else "已生成"
        typer.echo(f"{word} {one.path}（{one.questions} 个指标，{one.owed} 个还没有数）")
    typer.echo(f"共 {len(issued)} 个部门。收回后用 qicao fill {year} 读入。")
