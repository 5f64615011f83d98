"""The command line ``qicao``: which commands there are, and how anything that goes wrong is told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from generator.commands.build import build
from generator.commands.check import check
from generator.commands.chinese_help import ChineseCommand, ChineseGroup
from generator.commands.fill import fill
from generator.commands.forms import forms
from generator.commands.import_ import import_
from generator.commands.init import init
from generator.commands.roll import roll
from generator.commands.rules import rules
from generator.commands.schema import schema
from generator.commands.status import status
from generator.commands.targets import targets
from generator.commands.trace import trace
from generator.commands.validate import validate
from generator.commands.waive import waive

if TYPE_CHECKING:
    from generator.diagnostics import QicaoError

STOPPED = 130
"""What typer gives back when a command was interrupted."""

COMMANDS = (build, check, trace, validate, rules, waive, schema, init, roll, status, forms, fill, targets, import_)
"""In the order in which they are listed; ``import_`` is the command ``import``."""


def _print_version(wanted: bool) -> None:
    if wanted:
        from generator import __version__

        typer.echo(f"qicao {__version__}")
        raise typer.Exit


def options(
    ctx: typer.Context,
    workspace: Annotated[
        Path | None, typer.Option("--workspace", metavar="文件夹", help="工作文件夹，默认当前文件夹")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="显示版本")
    ] = False,
) -> None:
    """Options before the command."""
    ctx.obj = workspace


def app_of(commands: Sequence[Callable[..., None]]) -> typer.Typer:
    """The program with some of its commands."""
    program = typer.Typer(
        name="qicao",
        cls=ChineseGroup,
        help="起草 Qicao：用数据起草政府工作报告。",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    program.callback()(options)
    for command in commands:
        program.command(_name_of(command), cls=ChineseCommand)(command)
    return program


def _name_of(command: Callable[..., None]) -> str:
    return command.__name__.rstrip("_")


app = app_of(COMMANDS)


def main() -> NoReturn:
    """Run the command line.  Exit codes: 0 fine, 1 findings, 2 cannot run, 130 stopped by the user."""
    sys.exit(run())


def run() -> int:
    """As :func:`main`, giving the exit code back."""
    _speak_utf8()
    return _run()


def _needed(first: list[str]) -> typer.Typer:
    """Only the command that is called, if one comes first: typer works out every option of every command it has."""
    named = [command for command in COMMANDS if [_name_of(command)] == first]
    return app_of(named) if named else app


def _run() -> int:
    from typer._click.exceptions import ClickException

    try:
        code = _needed(sys.argv[1:2])(prog_name="qicao", standalone_mode=False)
        return _stopped() if code == STOPPED else code if isinstance(code, int) else 0
    except typer.Exit as leaving:
        return leaving.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return _stopped()
    except ClickException as error:
        from generator.commands.usage_errors import usage_message

        typer.echo(usage_message(error), err=True)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:
        return _tell(error)


def _stopped() -> int:
    typer.echo("已停止。", err=True)
    return STOPPED


def _tell(error: Exception) -> int:
    """Findings as they are; anything else as a fault of the program, without a traceback unless one is asked for."""
    from generator.diagnostics import QicaoError

    if isinstance(error, QicaoError):
        _print_findings(error)
        return error.exit_code
    if os.environ.get("QICAO_DEBUG"):
        raise error
    if isinstance(error, OSError) and error.errno is not None:
        from generator.workspace import reason_of

        doing = f"读写 {error.filename} 时出了错" if error.filename else "输出没有写完"
        typer.echo(f"{doing}：{reason_of(error)}。", err=True)
        return 2
    typer.echo(
        f"程序自己出错了（{type(error).__name__}: {error}）。文件没有改动。\n"
        "请设置环境变量 QICAO_DEBUG=1 再运行一次，把显示的内容发给维护者。",
        err=True,
    )
    return 2


def _print_findings(error: QicaoError) -> None:
    from generator.formatters.text import format_diagnostic, format_diagnostics

    located = any(d.position.line for d in error.diagnostics)
    text = format_diagnostics(error.diagnostics) if located else "\n".join(map(format_diagnostic, error.diagnostics))
    typer.echo(text, err=True)


def _speak_utf8() -> None:
    """Chinese must come out whole also where the terminal speaks GBK or ASCII, and so must names that are no text."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if os.name != "nt" else stream.encoding, errors="replace")


if __name__ == "__main__":
    main()
