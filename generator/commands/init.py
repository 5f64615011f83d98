"""``qicao init``: a new workspace for another place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import DryRunOption


def init(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="新的工作文件夹；要不存在或是空的")],
    place: Annotated[str, typer.Option("--place", metavar="某市", help="地名，如 某市、某县")],
    year: Annotated[int, typer.Option("--year", metavar="年份", help="报告年（计划年），如 2025")],
    dry_run: DryRunOption = False,
) -> None:
    """给另一个地方新建工作文件夹：一份短小而完整的报告，数都空着待填。"""
    from generator.starting import start_workspace

    for path in start_workspace(folder, place, year, dry_run=dry_run):
        typer.echo(f"{'会生成' if dry_run else '已生成'} {path}")
    if not dry_run:
        typer.echo(f"接着：在 drafts/{year}/ 里填数，然后运行 qicao build {year} --workspace {folder}")
