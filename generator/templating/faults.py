"""What went wrong in a template, in Chinese, at its line."""

from __future__ import annotations

import traceback

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import FilterArgumentError, SecurityError, TemplateRuntimeError

from generator.diagnostics import Diagnostic
from generator.facts.printing import CannotPrintError
from generator.positions import Position
from generator.templating.bounds import TemplateLimitError
from generator.templating.environment import ReadTemplate
from generator.templating.marked_text import MarkedTextError


def template_fault(error: Exception, read: ReadTemplate) -> Diagnostic:
    """A finding for anything that a template raised; errors that are no template's are raised again."""
    message, hint = _explain(error)
    file, line = _place(error)
    source = _source_line(file, line, read)
    column = len(source) - len(source.lstrip()) + 1
    return Diagnostic("D301", "template", message, Position(file, line, column), hint=hint, source_line=source)


def _explain(error: Exception) -> tuple[str, str]:
    match error:
        case TemplateSyntaxError():
            return f"模板写法有错：{error.message}", "检查 {% %} 和 {{ }} 是否成对、if/for/macro 是否都有 end"
        case TemplateNotFound():
            return f"找不到模板 {error.name}", "检查文件名；工作文件夹的 templates/ 优先，其次是程序自带的"
        case SecurityError():
            return "模板里用了不允许的操作", "模板只能用循环、判断、宏和自带的过滤器"
        case UndefinedError():
            return f"模板用到了没有的东西：{error.message}", ""
        case TemplateLimitError() | CannotPrintError() | MarkedTextError():
            return str(error), ""
        case RecursionError():
            return "模板自己调用自己，没有尽头", ""
        case FilterArgumentError() | TemplateRuntimeError() | TypeError() | ValueError() | ArithmeticError() | KeyError() | AttributeError():
            return f"模板出错：{error}", ""
        case _:
            raise error


def _place(error: Exception) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "templates", error.lineno
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith("templates/")]
    if frames:
        return frames[-1].filename, frames[-1].lineno or 1
    return "templates/report.jinja", 1


def _source_line(file: str, line: int, read: ReadTemplate) -> str:
    data = read(file.removeprefix("templates/"))
    lines = data.decode("utf-8", "replace").splitlines() if data else []
    return lines[line - 1] if 0 < line <= len(lines) else ""
