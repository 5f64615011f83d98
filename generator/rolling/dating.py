"""Years that last year's files spell out, made into the names that move on by themselves."""

from __future__ import annotations

from generator.loading.located import LocatedStr, LocatedValue
from generator.rolling.editing import Editor, child, items_of, scalar
from generator.rolling.sentences import with_named_years


def set_years(editor: Editor, value: LocatedValue, year: int) -> None:
    """A text on one line, if it is one."""
    if isinstance(value, LocatedStr) and value.style not in ("|", ">"):
        moved = with_named_years(value, year, anywhere=True)
        if moved != value:
            editor.replace(value, scalar(moved))


def set_years_of_table(editor: Editor, table: LocatedValue, year: int) -> None:
    """The caption and all cells of a table."""
    set_years(editor, child(table, "caption"), year)
    for row in (child(table, "header"), *items_of(child(table, "rows"))):
        for cell in items_of(row):
            set_years(editor, cell, year)
