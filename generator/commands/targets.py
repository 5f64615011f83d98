"""``qicao targets``: what was aimed at against what has come of it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.commands.options import DryRunOption, WorkspaceOption, YearArgument, workspace_of

if TYPE_CHECKING:
    from generator.attainment.indicators import Attainment
    from generator.workspace import Workspace


class TableFormat(StrEnum):
    """How the table is written."""

    TEXT = "text"
    XLSX = "xlsx"
    DOCX = "docx"
    SVG = "svg"
    HTML = "html"


_SUFFIXES = {".txt": TableFormat.TEXT, ".htm": TableFormat.HTML} | {f".{one}": one for one in TableFormat}


def targets(
    ctx: typer.Context,
    year: YearArgument,
    format: Annotated[
        TableFormat | None,
        typer.Option(
            "--format", metavar="text|xlsx|docx|svg|html", help="不写就看 --out 的文件名，都没有就显示在屏幕上"
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="文件", help="写到哪个文件")] = None,
    force: Annotated[bool, typer.Option("--force", help="生成后被人改过的文件也覆盖")] = False,
    dry_run: DryRunOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """目标完成情况：目标、完成、完成率、达成与否、上年，一项一行；svg 是图，html 有表有图。"""
    from generator.attainment.indicators import attainment
    from generator.outputs import Output, write_outputs

    space = workspace_of(ctx, workspace)
    kind = _format(format, out)
    table = attainment(space, year)
    data = _bytes(table, kind, space)
    if out is None and kind is TableFormat.TEXT:
        typer.echo(data.decode(), nl=False)
        return
    folder = space.year_folder(year if year in space.years() else year - 1)
    suffix = "txt" if kind is TableFormat.TEXT else kind
    path = out or folder / "out" / f"targets-{year}.{suffix}"
    done = write_outputs([Output(path, data)], force=force, dry_run=dry_run)
    word = "会生成" if dry_run else "已生成"
    typer.echo(f"{word if done.written else '没有变化'} {path}")


def _format(given: TableFormat | None, out: Path | None) -> TableFormat:
    if given is not None:
        return given
    if out is None:
        return TableFormat.TEXT
    found = _SUFFIXES.get(out.suffix.lower())
    if found is None:
        from generator.diagnostics import CannotRunError

        raise CannotRunError(f"看不出“{out.name}”要写成什么格式", "请用 --format 说明：text、xlsx、docx、svg 或 html")
    return found


def _bytes(table: Attainment, kind: TableFormat, workspace: Workspace) -> bytes:
    match kind:
        case TableFormat.TEXT:
            from generator.formatters.attainment.text import attainment_text

            return f"{attainment_text(table)}\n".encode()
        case TableFormat.SVG:
            from generator.formatters.attainment.svg import attainment_svg

            return attainment_svg(table).encode()
        case TableFormat.HTML:
            from generator.formatters.attainment.html import attainment_html

            return attainment_html(table).encode()
        case TableFormat.XLSX:
            from generator.formatters.attainment.xlsx import attainment_xlsx

            return attainment_xlsx(table)
        case TableFormat.DOCX:
            from generator.formatters.attainment.docx import attainment_docx
            from generator.loading.plain import parse_plain
            from generator.writers.docx.layouts import reference_for

            return attainment_docx(table, reference_for(table.layout, workspace.read_template, parse_plain))
