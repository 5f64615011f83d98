"""A file's values as a model, and as much of it as fits when something does not, so that all checks can still run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, get_origin

from pydantic import ValidationError

from generator.loading.located import LocatedValue
from schemas.base import Model

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

ModelT = TypeVar("ModelT", bound=Model)
Tree = dict[str, "Tree"] | list["Tree"] | str | None
Path = tuple[int | str, ...]

_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Fit(Generic[ModelT]):
    """``model`` is None when nothing could be made of the values; ``errors`` is what was wrong with them."""

    model: ModelT | None
    errors: tuple[ErrorDetails, ...] = ()


def fit(root: LocatedValue, model: type[ModelT], stand_ins: Mapping[str, Tree]) -> Fit[ModelT]:
    """The model of a file's values.

    A field left empty counts as not written.  What does not fit is taken out and the rest is tried again;
    ``stand_ins`` are for required top-level fields that are missing or wrong.
    """
    try:
        return Fit(model.model_validate(root if root is not None else {}))
    except ValidationError as error:
        return _fit_the_rest(root, model, stand_ins, error.errors(include_url=False))


def _fit_the_rest(
    root: LocatedValue, model: type[ModelT], stand_ins: Mapping[str, Tree], errors: list[ErrorDetails]
) -> Fit[ModelT]:
    tree = _copied(root) if isinstance(root, dict) else {}
    told: tuple[ErrorDetails, ...] = ()
    for _ in range(_ROUNDS):
        # what fails once something was taken out may only follow from that, and is not told
        told = told or tuple(e for e in errors if not _is_left_empty(e))
        for error in errors:
            _take_out(tree, _spoilt(error, model))
        if told:
            tree = {**stand_ins, **tree} if isinstance(tree, dict) else tree
        try:
            return Fit(model.model_validate(tree), told)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return Fit(None, told or tuple(errors))


def _copied(value: LocatedValue) -> Tree:
    if isinstance(value, dict):
        return {str(key): _copied(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_copied(child) for child in value]
    return value


def _is_left_empty(error: ErrorDetails) -> bool:
    """Whether a field was written without a value; an item of a list cannot be."""
    named = isinstance(error["loc"][-1], str) if error["loc"] else False
    return named and error["input"] is None and error["type"] not in ("missing", "extra_forbidden")


def _spoilt(error: ErrorDetails, model: type[Model]) -> Path:
    """The path of what has to go: one field, or in a file of entries the whole entry."""
    path = tuple(step for step in error["loc"] if step != "[key]")
    if error["type"] == "extra_forbidden" or _is_left_empty(error):
        return path
    field = model.model_fields.get(str(path[0])) if path else None
    if field is not None and get_origin(field.annotation) is dict and len(path) > 1:
        return path[:2]
    return path[:-1] if error["type"] == "missing" and len(path) > 1 else path


def _take_out(tree: Tree, path: Path) -> None:
    """Remove what stands at ``path``; an item of a list becomes empty, and the list goes if that does not do."""
    if not path:
        return
    parent: Tree = tree
    for step in path[:-1]:
        parent = _child(parent, step)
    last = path[-1]
    if isinstance(parent, dict):
        parent.pop(str(last), None)
    elif isinstance(parent, list) and isinstance(last, int) and last < len(parent):
        empty: Tree = {} if isinstance(parent[last], dict) else ""
        if parent[last] == empty:
            _take_out(tree, path[:-1])
        else:
            parent[last] = empty


def _child(value: Tree, step: int | str) -> Tree:
    if isinstance(value, dict):
        return value.get(str(step))
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
