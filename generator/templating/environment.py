"""The Jinja environment: sandboxed, strict, with a short list of filters and nothing else to call."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any, cast

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError, Undefined, nodes
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.facts.fact import ListFact, NameFact, NumberFact
from generator.templating import filters, template_tests, views
from generator.templating.bounds import LARGEST_INTEGER, Budget, TemplateLimitError
from generator.templating.bytecode import user_bytecode_cache
from generator.templating.marks import BEGIN

KEPT_FILTERS = ("length", "first", "last", "default", "abs", "string", "trim")
KEPT_TESTS = ("defined", "undefined", "none", "sameas", "in", "odd", "even", "string", "eq", "ne")

ReadTemplate = Callable[[str], bytes | None]
"""Gives the bytes of a template by name, or None."""


_RECORDS = frozenset(
    (
        NumberFact,
        NameFact,
        ListFact,
        views.AnnexView,
        views.FrontView,
        views.GlossaryEntry,
        views.PartView,
        views.SectionView,
        views.TableView,
    )
)


class TemplateFolderLoader(BaseLoader):
    """Finds templates through a function, so that this module knows nothing of folders."""

    def __init__(self, read: ReadTemplate) -> None:
        self._read = read
        self.used: dict[str, bytes] = {}

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Source, name for messages, and whether it is still current (always: a run reads each template once)."""
        if _leads_out(template):
            raise TemplateLimitError(f"只能用 templates 文件夹里的模板，不能用“{template}”")
        data = self._read(template)
        if data is None:
            raise TemplateNotFound(template, f"找不到模板 {template}")
        self.used[template] = data
        return _text(data, template), f"templates/{template}", lambda: True


class ReportEnvironment(ImmutableSandboxedEnvironment):
    """Templates may loop, choose, import and call their own macros; no methods, no Python, no files."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self, read: ReadTemplate) -> None:
        self._folders = TemplateFolderLoader(read)
        super().__init__(
            loader=self._folders,
            undefined=StrictUndefined,
            autoescape=False,
            auto_reload=False,
            bytecode_cache=user_bytecode_cache(),
        )
        self._budget = Budget()
        self.filters = {name: self.filters[name] for name in KEPT_FILTERS} | _public_functions(filters)
        self.filters |= {"bounded": self._budget.bounded, "join": self._budget.joined, "replace": self._budget.replaced}
        self.tests = {name: self.tests[name] for name in KEPT_TESTS} | _public_functions(template_tests)
        self.globals = {"begin": BEGIN}

    def digest(self) -> str:
        """sha256 (hex) over every template that was used so far."""
        digest = hashlib.sha256()
        for name, data in sorted(self._folders.used.items()):
            digest.update(name.encode() + b"\0" + data + b"\0")
        return digest.hexdigest()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute.  Those of our own plain records are safe as they are, without jinja2's questions about them."""
        if type(obj) in _RECORDS and not attribute.startswith("_") and hasattr(obj, attribute):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        """Only macros can be called."""
        return isinstance(obj, Macro)

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, counted, so that macros which call each other twice over cannot run for ever."""
        self._budget.spend_call()
        if isinstance(obj, Undefined):
            str(obj)  # raises, naming what is missing
        return super().call(context, obj, *args, **kwargs)

    def get_template(self, name: str | Template, *args: Any, **kwargs: Any) -> Template:
        """A template, counted, since includes can multiply as calls can."""
        self._budget.spend_call()
        return super().get_template(name, *args, **kwargs)

    def concat(self, parts: Iterable[str]) -> str:
        """What jinja2 puts together: a whole render, a macro's output, a ``set`` block."""
        return self._budget.joined(parts)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on small whole numbers only; text is joined with ``~``."""
        if not (isinstance(left, int) and isinstance(right, int)) or operator == "**":
            raise TemplateLimitError(f"模板里不能这样用“{operator}”；连接文字请用“~”")
        result = super().call_binop(context, operator, left, right)
        if abs(result) > LARGEST_INTEGER:
            raise TemplateLimitError("模板里算出的数太大")
        return result

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        for loop in list(source.find_all(nodes.For)):
            loop.iter = _filtered(cast(nodes.Expr, loop.iter), "bounded")
        _bound_concatenations(source)
        return super()._generate(source, name, filename, defer_init)


def _leads_out(name: str) -> bool:
    return ".." in name.split("/") or name.startswith("/") or any(sign in name for sign in "\\:\0")


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TemplateSyntaxError("不是 UTF-8 文字", line, name, f"templates/{name}") from error


def _public_functions(module: ModuleType) -> dict[str, Callable[..., Any]]:
    return {
        name: function
        for name, function in vars(module).items()
        if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_")
    }


def _bound_concatenations(node: nodes.Node) -> None:
    """Put the length limit in the place of every ``~``: doubling a text forty times must not fill the memory."""
    for field, value in list(node.iter_fields()):
        if isinstance(value, nodes.Node):
            setattr(node, field, _bound(value))
        elif isinstance(value, list):
            setattr(node, field, [_bound(child) if isinstance(child, nodes.Node) else child for child in value])


def _bound(node: nodes.Node) -> nodes.Node:
    _bound_concatenations(node)
    if isinstance(node, nodes.Concat):
        return _filtered(nodes.List(node.nodes, lineno=node.lineno), "join")
    return node


def _filtered(expression: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(expression, name, [], [], None, None, lineno=expression.lineno)


__all__ = ["ReadTemplate", "ReportEnvironment"]
