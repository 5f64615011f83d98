"""``qicao import``: a workspace from a published report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def import_(
    file: Annotated[Path, typer.Argument(metavar="文件", help="已经发表的报告：.docx、.txt、.md，或旧格式 .doc、.wps")],
    year: Annotated[int, typer.Option("--year", metavar="年份", help="这份报告的年份（计划年），如 2025")],
    place: Annotated[str, typer.Option("--place", metavar="某省", help="地名，如 某省、某市")],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="文件夹", help="工作文件夹，默认当前文件夹；数据写在它的 drafts/年份/"),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只说会写什么，不写文件")] = False,
) -> None:
    """从已发表的报告建立数据：指标、目标、提法和正文，印出来与原稿一字不差。"""
    from generator.importing.placing import place_import

    for line in place_import(file, year, place, out or Path(), dry_run=dry_run):
        typer.echo(line)
