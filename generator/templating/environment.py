"""The Jinja environment: sandboxed, strict, with a short list of filters and nothing else to call."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, nodes
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.templating import filters, template_tests
from generator.templating.bounds import MAX_TEXT, Budget, TemplateLimitError
from generator.templating.marks import BEGIN

KEPT_FILTERS = ("join", "length", "first", "last", "default", "abs", "string", "replace", "trim", "list", "reverse")
KEPT_TESTS = ("defined", "undefined", "none", "sameas", "in", "odd", "even", "string", "eq", "ne")

ReadTemplate = Callable[[str], bytes | None]
"""Gives the bytes of a template by name, or None."""


class TemplateFolderLoader(BaseLoader):
    """Finds templates through a function, so that this module knows nothing of folders."""

    def __init__(self, read: ReadTemplate) -> None:
        self._read = read
        self.used: dict[str, bytes] = {}

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Source, name for messages, and whether it is still current (always: a run reads each template once)."""
        data = self._read(template)
        if data is None:
            raise TemplateNotFound(template, f"找不到模板 {template}")
        self.used[template] = data
        return data.decode("utf-8-sig"), f"templates/{template}", lambda: True


class ReportEnvironment(ImmutableSandboxedEnvironment):
    """Templates may loop, choose, import and call their own macros; no methods, no Python, no files."""

    intercepted_binops = frozenset(("*", "**", "+"))

    def __init__(self, read: ReadTemplate) -> None:
        self._folders = TemplateFolderLoader(read)
        super().__init__(
            loader=self._folders,
            undefined=StrictUndefined,
            autoescape=False,
            auto_reload=False,
        )
        budget = Budget()
        self.filters = {name: self.filters[name] for name in KEPT_FILTERS} | _public_functions(filters)
        self.filters |= {"bounded": budget.bounded, "bounded_text": budget.bounded_text}
        self.tests = {name: self.tests[name] for name in KEPT_TESTS} | _public_functions(template_tests)
        self.globals = {"begin": BEGIN}

    def digest(self) -> str:
        """sha256 (hex) over every template that was used so far."""
        digest = hashlib.sha256()
        for name, data in sorted(self._folders.used.items()):
            digest.update(name.encode() + b"\0" + data + b"\0")
        return digest.hexdigest()

    def is_safe_callable(self, obj: Any) -> bool:
        """Only macros can be called."""
        return isinstance(obj, Macro)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on small numbers only; text is joined with ``~``."""
        if not (isinstance(left, int) and isinstance(right, int)) or operator == "**":
            raise TemplateLimitError(f"模板里不能这样用“{operator}”；连接文字请用“~”")
        return super().call_binop(context, operator, left, right)

    def _generate(self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        for loop in list(source.find_all(nodes.For)):
            loop.iter = _filtered(loop.iter, "bounded")
        _bound_concatenations(source)
        return super()._generate(source, name, filename, defer_init)


def _public_functions(module: ModuleType) -> dict[str, Callable[..., Any]]:
    return {
        name: function
        for name, function in vars(module).items()
        if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_")
    }


def _filtered(expression: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(expression, name, [], [], None, None, lineno=expression.lineno)


def _bound_concatenations(node: nodes.Node) -> None:
    """Put the length limit around every ``~``: doubling a text forty times must not fill the memory."""
    for field, value in list(node.iter_fields()):
        if isinstance(value, nodes.Node):
            _bound_concatenations(value)
            if isinstance(value, nodes.Concat):
                setattr(node, field, _filtered(value, "bounded_text"))
        elif isinstance(value, list):
            for child in value:
                if isinstance(child, nodes.Node):
                    _bound_concatenations(child)
            setattr(node, field, [_filtered(c, "bounded_text") if isinstance(c, nodes.Concat) else c for c in value])


__all__ = ["MAX_TEXT", "ReadTemplate", "ReportEnvironment"]
