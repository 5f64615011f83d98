"""``qicao check``: hand-edited drafts against the data and against themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.commands.options import WorkspaceOption, complete_year, workspace_of

if TYPE_CHECKING:
    from generator.checking.many import CheckOutcome

FORMATS = ("text", "json", "sarif", "html")
LEVELS = ("error", "warning", "info", "never")


def _complete_format(incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete)]


def check(
    ctx: typer.Context,
    drafts: Annotated[list[Path], typer.Argument(metavar="稿件…", help="Word（.docx）或文本（.txt、.md），可写几个")],
    year: Annotated[
        int | None,
        typer.Option(
            "--year", metavar="年份", help="和哪一年的数据核对；不写就用稿件自带的记录", autocompletion=complete_year
        ),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", metavar="text|json|sarif|html", help="怎样输出", autocompletion=_complete_format)
    ] = "text",
    output: Annotated[Path | None, typer.Option("--output", metavar="文件", help="写到文件；不写就印在屏幕上")] = None,
    annotate: Annotated[
        Path | None, typer.Option("--annotate", metavar="文件.docx", help="另存一份 Word，每处问题加一条批注")
    ] = None,
    fix: Annotated[
        Path | None, typer.Option("--fix", metavar="文件", help="另存一份，改好有把握的问题（Word 中是修订）")
    ] = None,
    select: Annotated[str, typer.Option("--select", metavar="代码", help="只查这些规则，如 T,N101")] = "",
    ignore: Annotated[str, typer.Option("--ignore", metavar="代码", help="不查这些规则")] = "",
    baseline: Annotated[
        bool, typer.Option("--baseline", help="把现有问题都记入 waivers.yaml，以后只报新的（要有 --year）")
    ] = False,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="|".join(LEVELS), help="有这一级或更重的问题时退出码为 1")
    ] = "warning",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只说会写哪些文件，不写；结果照印在屏幕上")] = False,
    jobs: Annotated[int, typer.Option("--jobs", metavar="个数", min=1, help="同时查几个稿件")] = 1,
    workspace: WorkspaceOption = None,
) -> None:
    """核对改过的稿件：哪些数和数据不符、没有来源、漏了、自相矛盾。"""
    from generator.checking.many import CheckRequest, run_check
    from generator.commands.progress import steps_shown
    from generator.formatters.checks import format_checked

    chosen = _one_of(format, FORMATS, "--format")
    request = CheckRequest(
        drafts=tuple(drafts),
        year=year,
        output=output,
        annotate=annotate,
        fix=fix,
        select=_codes(select),
        ignore=_codes(ignore),
        baseline=baseline,
        fail_on=_one_of(fail_on, LEVELS, "--fail-on"),
        dry_run=dry_run,
        jobs=jobs,
    )
    with steps_shown(len(drafts)) as step:
        outcome = run_check(workspace_of(ctx, workspace), request, step)
    _print(format_checked(chosen, outcome), None if dry_run else output)
    if dry_run and output is not None:
        typer.echo(f"会写到 {output}", err=True)
    _tell(outcome)
    raise typer.Exit(outcome.exit_code)


def _print(text: str, output: Path | None) -> None:
    if output is not None:
        from generator.workspace import write_atomically

        write_atomically(output.resolve(), f"{text}\n".encode("utf-8", "replace"))
        typer.echo(f"已写到 {output}", err=True)
    elif text:
        typer.echo(text)


def _tell(outcome: CheckOutcome) -> None:
    """What has no place among the findings: drafts that could not be read, and files written."""
    from generator.formatters.text import format_diagnostic

    for unreadable in outcome.unreadable:
        for diagnostic in unreadable.diagnostics:
            typer.echo(format_diagnostic(diagnostic), err=True)
    for note in outcome.notes:
        typer.echo(note, err=True)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.replace("，", ",").split(",") if code.strip())


def _one_of(value: str, allowed: tuple[str, ...], option: str) -> str:
    if value not in allowed:
        from generator.diagnostics import CannotRunError

        raise CannotRunError(f"{option} 不能写“{value}”", f"可以写：{'、'.join(allowed)}")
    return value
