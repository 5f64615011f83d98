"""The field reference is current, and leaves no field without a description and an example."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, create_model

from generator.schema_docs import PAGES, Page, example_text, own_fields, page_text
from tests.documents import DOCS, ROOT


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_field_reference_is_current(page: Page) -> None:
    written = (DOCS / page.name).read_text("utf-8")
    assert written == page_text(page, ROOT), "请运行 make docs（python -m generator.schema_docs）"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_field_has_a_description_and_an_example(page: Page) -> None:
    entries = tuple(page.entries(ROOT))
    bare = [
        f"{model.__name__}.{name}"
        for model, _, _ in page.models
        for name, field in own_fields(model).items()
        if not field.description or not example_text(model, name, field, entries)
    ]
    assert bare == []


DECLARED = [
    (model, name)
    for page in PAGES
    for model, _, _ in page.models
    for name, field in own_fields(model).items()
    if field.examples
]


@pytest.mark.parametrize(("model", "name"), DECLARED)
def test_declared_examples_fit_their_fields(model: type[BaseModel], name: str) -> None:
    field = model.model_fields[name]
    assert field.annotation is not None
    for example in field.examples or ():
        probe = create_model("Probe", probe=(field.annotation, field))
        assert probe.model_validate({"probe": example}).model_fields_set == {"probe"}
