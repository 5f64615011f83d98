"""What went wrong in a template, in Chinese, at its line."""

from __future__ import annotations

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from generator.diagnostics import Diagnostic, QicaoError
from generator.facts.printing import CannotPrintError
from generator.positions import Position
from generator.templating.bounds import TemplateLimitError
from generator.templating.environment import ReadTemplate
from generator.templating.fault_messages import runtime_message, syntax_message
from generator.templating.marked_text import MarkedTextError

_ALLOWED = "模板只能用循环、判断、宏和自带的过滤器"


def template_fault(error: Exception, read: ReadTemplate) -> Diagnostic:
    """A finding for anything that a template raised; errors that are no template's are raised again."""
    message, hint = _explain(error)
    file, line = _place(error)
    source = _source_line(file, line, read)
    column = len(source) - len(source.lstrip()) + 1
    return Diagnostic("D301", "template", message, Position(file, line, column), hint=hint, source_line=source)


def lies_in_the_datum(error: Exception) -> bool:
    """Whether the phrase form is in order and only cannot print this datum."""
    return isinstance(error, CannotPrintError) and "is undefined" not in str(error.__cause__)


def _explain(error: Exception) -> tuple[str, str]:
    match error:
        case TemplateSyntaxError():
            return syntax_message(error.message or "")
        case TemplateNotFound():
            return f"找不到模板 {error.name}", "检查文件名；工作文件夹的 templates/ 优先，其次是程序自带的"
        case SecurityError():
            return "模板里用了不允许的操作", _ALLOWED
        case TemplateLimitError() | CannotPrintError() | MarkedTextError():
            return str(error), ""
        case QicaoError():
            return error.diagnostics[0].message, error.diagnostics[0].hint
        case RecursionError():
            return "模板自己调用自己，没有尽头", ""
        case SyntaxError():
            return "模板套得太深", "拆成几个宏"
        case TemplateRuntimeError() | TypeError() | ValueError() | ArithmeticError() | LookupError() | AttributeError():
            return runtime_message(str(error))
        case _:
            raise error


def _place(error: Exception) -> tuple[str, int]:
    """File and line: where the parser stopped, or the innermost template on the stack."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "templates", error.lineno
    file, line = "templates/report.jinja", 1
    step = (error.__cause__ or error).__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if code.co_filename.startswith("templates/"):
            # jinja2 puts the template's own lines into the stack when it renders, but not when it imports a module
            template = step.tb_frame.f_globals.get("__jinja_template__")
            file, line = code.co_filename, step.tb_lineno
            line = template.get_corresponding_lineno(line) if template is not None else line
        step = step.tb_next
    return file, line


def _source_line(file: str, line: int, read: ReadTemplate) -> str:
    """The line, counted from 1; empty where there is none that could be shown."""
    data = read(file.removeprefix("templates/")) or b""
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return ""
    return lines[line - 1].rstrip("\r") if 0 < line <= len(lines) else ""
