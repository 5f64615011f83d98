"""``qicao build``: the report as Word, text, web page, native record or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.commands.options import DryRunOption, WorkspaceOption, YearArgument, workspace_of

if TYPE_CHECKING:
    from generator.building import BuildResult

FORMATS = ("docx", "txt", "html", "json", "pdf")


def _complete_format(incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete)]


def build(
    ctx: typer.Context,
    year: YearArgument,
    more: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="文件夹", help="放到哪里；不写就是 drafts/年份/out/")
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="docx|txt|html|json|pdf …",
            help="要哪些格式，可写几个；不写就是 docx 和 txt。json 是完整记录，pdf 要有 LibreOffice",
            autocompletion=_complete_format,
        ),
    ] = None,
    final: Annotated[bool, typer.Option("--final", help="定稿：还有待填、待核的数就不生成，并列出来")] = False,
    front: Annotated[bool, typer.Option("--front", help="纯文本也印出标题、会议行和报告人")] = False,
    force: Annotated[bool, typer.Option("--force", help="生成后被人改过的文件也覆盖")] = False,
    dry_run: DryRunOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """生成报告：默认是 Word 和纯文本。"""
    from generator.building import BuildRequest, run_build
    from generator.commands.progress import steps_shown

    formats = _formats(format, more)
    request = BuildRequest(year, formats, out, final=final, front=front, force=force, dry_run=dry_run)
    with steps_shown(len(request.formats) + 1) as step:
        result = run_build(workspace_of(ctx, workspace), request, step)
    _report(result, "会生成" if dry_run else "已生成")


def _formats(given: list[str] | None, more: list[str] | None) -> tuple[str, ...]:
    """The formats asked for, each once: ``--format docx,txt``, ``--format docx txt``, or the option twice."""
    if more and not given:
        raise _cannot(f"多写了“{' '.join(more)}”", f"要哪些格式，写成 --format {' '.join(more)}")
    names = [name for text in (*(given or ()), *(more or ())) for name in text.split(",") if name]
    wrong = [name for name in names if name not in FORMATS]
    if wrong:
        raise _cannot(f"没有“{'、'.join(wrong)}”这种格式", f"可以写：{'、'.join(FORMATS)}")
    return tuple(dict.fromkeys(names)) or ("docx", "txt")


def _cannot(message: str, hint: str) -> Exception:
    from generator.diagnostics import CannotRunError

    return CannotRunError(message, hint)


def _report(result: BuildResult, done: str) -> None:
    for path in result.written:
        typer.echo(f"{done} {path}")
    for path in result.unchanged:
        typer.echo(f"没有变化 {path}")
    if result.owed:
        typer.echo(f"还有 {len(result.owed)} 个数待填或待核，在 Word 中已标黄。", err=True)
    if result.warnings:
        typer.echo(f"另有 {result.warnings} 处警告，用 qicao validate {result.year} 查看。", err=True)
