"""``report.yaml`` of next year: the year moves on, the title block is blank, annexes keep what asks for numbers."""

from __future__ import annotations

import json
import re

from generator.loading.located import LocatedStr
from generator.rolling.dating import set_years, set_years_of_table
from generator.rolling.editing import Editor, Entry, child, items_of, scalar
from generator.rolling.last_year import LastYear
from generator.rolling.sentences import MARK, Sort, sort_of, with_named_years, without_names

_FRONT = ("mark", "date", "session", "speaker")


def rolled_head(text: str, name: str, last: LastYear, *, drop_narrative: bool) -> str:
    """The file for the next year."""
    editor = Editor.of(text, name)
    root = {str(entry.key): entry for entry in editor.entries(editor.file.root)}
    _set_year(editor, root["year"], last.year + 1)
    if "title" in root:
        _shift_title(editor, root["title"], last.year)
    if "front" in root:
        _blank_front(editor, root["front"])
    for annex in items_of(root["annexes"].value if "annexes" in root else None):
        set_years(editor, child(annex, "title"), last.year)
        set_years(editor, child(annex, "intro"), last.year)
        set_years_of_table(editor, child(annex, "table"), last.year)
        for item in items_of(child(annex, "items")):
            if isinstance(item, LocatedStr):
                _roll_item(editor, item, last, drop_narrative=drop_narrative)
    return editor.text


def _set_year(editor: Editor, entry: Entry, year: int) -> None:
    if isinstance(entry.value, LocatedStr):
        editor.replace(entry.value, str(year))


def _shift_title(editor: Editor, entry: Entry, year: int) -> None:
    """A title that spells out the year, which is printed as it stands."""
    if isinstance(entry.value, LocatedStr):
        title = re.sub(rf"(?<!\d){year}(?=年)", str(year + 1), entry.value)
        if title != entry.value:
            editor.replace(entry.value, scalar(title))


def _blank_front(editor: Editor, front: Entry) -> None:
    for name in _FRONT:
        value = child(front.value, name)
        if isinstance(value, LocatedStr) and value.strip():
            editor.replace(value, "")
            if value.line != front.key.line:
                raw = editor.line(value.line)
                editor.above(value.line, f"{' ' * (len(raw) - len(raw.lstrip(' ')))}# 上年 {' '.join(value.split())}")


def _roll_item(editor: Editor, item: LocatedStr, last: LastYear, *, drop_narrative: bool) -> None:
    """One livelihood project: with a target it stays, in last year's own words it is marked or left out."""
    dated = with_named_years(item, last.year)
    sort = sort_of(dated, last)
    if sort in (Sort.DATA, Sort.EMPTY) or item.startswith(MARK):
        set_years(editor, item, last.year)
        return
    raw = editor.line(item.line)
    on_its_own_line = raw[: item.column - 1].strip() == "-"
    kept = without_names(dated, last) if sort is Sort.NAMING else ""
    if not drop_narrative:
        editor.replace(item, json.dumps(f"{MARK}{dated}", ensure_ascii=False))
    elif kept:
        editor.replace(item, json.dumps(kept, ensure_ascii=False))
    elif on_its_own_line:
        editor.delete(item.line, editor.end_of(item.line, raw.index("-")))
