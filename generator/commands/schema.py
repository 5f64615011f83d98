"""``qicao schema``: JSON Schema of the YAML files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import DryRunOption, WorkspaceOption, workspace_of


def schema(
    ctx: typer.Context,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="文件夹", help="放到哪里；不写就是工作文件夹的 schemas/")
    ] = None,
    dry_run: DryRunOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """写出 YAML 文件的格式说明（JSON Schema），VS Code 据此补全和检查。"""
    from generator.schema_files import write_schemas

    for path in write_schemas(out or workspace_of(ctx, workspace).root / "schemas", dry_run=dry_run):
        typer.echo(f"{'会生成' if dry_run else '已生成'} {path}")
