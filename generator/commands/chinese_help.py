"""Help and usage errors in Chinese: typer's own words are English, and the readers are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperCommand, TyperGroup

from generator.patterns import Pattern

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter
    from typer._click.formatting import HelpFormatter

_TYPE = Pattern(r" <[^>]+>$")
_DEFAULT = Pattern(r"\[default: ([^\]]*)\]")
_HELP = {
    "help": "显示这份说明",
    "install_completion": "给当前的命令行装上 Tab 补全",
    "show_completion": "显示 Tab 补全的脚本，供复制或改动",
}


def _translate(parameters: list[Parameter]) -> None:
    for parameter in parameters:
        if parameter.name in _HELP and hasattr(parameter, "help"):
            parameter.help = _HELP[parameter.name]


def _write_parameters(command: TyperCommand | TyperGroup, ctx: Context, formatter: HelpFormatter) -> None:
    parameters = command.get_params(ctx)
    _translate(parameters)
    for kind, title in (("argument", "参数"), ("option", "选项")):
        rows = [row for p in parameters if p.param_type_name == kind and (row := p.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section(title):
                formatter.write_dl([(_TYPE.sub("", name), _in_chinese(text)) for name, text in rows])


def _in_chinese(text: str) -> str:
    """What typer adds to an option's description."""
    return _DEFAULT.sub(r"（默认 \1）", text.replace("[required]", "")).strip()


class ChineseCommand(TyperCommand):
    """A command whose help reads Chinese."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """用法: qicao build …"""
        names = [p.metavar for p in self.get_params(ctx) if isinstance(p, TyperArgument) and p.metavar and not p.hidden]
        formatter.write_usage(ctx.command_path, " ".join((*names, "[选项]")), prefix="用法: ")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Arguments and options."""
        _write_parameters(self, ctx, formatter)


class ChineseGroup(TyperGroup):
    """The program itself."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """用法: qicao …"""
        formatter.write_usage(ctx.command_path, "[选项] 命令 …", prefix="用法: ")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Options, then commands in the order in which they are used."""
        _write_parameters(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(60)) for name, command in self.commands.items() if not command.hidden]
        with formatter.section("命令"):
            formatter.write_dl(rows)
