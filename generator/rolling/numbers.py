"""``figures.yaml`` and ``targets.yaml`` of next year: values blank, with last year's beside them in comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.loading.located import LocatedDict, LocatedStr
from generator.rolling.editing import Editor, Entry, child, scalar
from generator.rolling.last_year import LastYear
from generator.rolling.results import Results
from schemas.figure import Figure, Hedge, Status, Style
from schemas.number import number_text

NEW_FIGURES = "# —— 由年初目标转来的指标：aim 是年初目标，完成数由部门填 ——"
_ORDINALS = (Style.ORDINAL, Style.CHINESE_ORDINAL)
_COPIED = (
    "name",
    "unit",
    "scale",
    "precision",
    "rounding",
    "style",
    "direction",
    "range_word",
    "ratio_sign",
    "rank_in",
    "compared_to",
    "share_of",
    "partners",
    "scope",
    "department",
)
"""Fields of a target that its result has too; the hedge is the target's own."""
_ROUGH = (
    Hedge.ABOUT,
    Hedge.ROUGHLY,
    Hedge.NEAR,
    Hedge.MANY,
    Hedge.ODD,
    Hedge.OVER,
    Hedge.EXCEED,
    Hedge.BREAK,
    Hedge.EXPECTED_TO,
)
"""Words that suited last year's value (500多家, 突破千亿元) and would be wrong of most others (415多家)."""
_HEAD = "# yaml-language-server: $schema=../../schemas/figures.schema.json\n\nfigures:\n"


def rolled_figures(text: str | None, name: str, last: LastYear, results: Results) -> str:
    """Last year's figures for next year, and behind them a figure for every target that had none."""
    editor = Editor.of(text if text is not None else _HEAD, name)
    stated = last.results()
    section = child(editor.file.root, "figures")
    for entry in editor.entries(section):
        _roll_figure(editor, entry, last, results, is_result=str(entry.key) in stated)
    lines = list(_new_figures(last, results))
    if lines:
        _append(editor, section, lines)
    return editor.text


def _roll_figure(editor: Editor, entry: Entry, last: LastYear, results: Results, *, is_result: bool) -> None:
    key = str(entry.key)
    figure = last.report.figures[key]
    before, aim = last.printed(key), results.aims.get(key, "")
    editor.set(entry, "aim", scalar(aim)) if aim else editor.drop(entry, "aim")
    _shift_period(editor, entry, last.year)
    if figure.fixed:
        return
    if (figure.running or figure.unit == "周年") and isinstance(figure.value, Decimal):
        editor.set(entry, "value", number_text(figure.value + 1))
        editor.set(entry, "status", Status.PENDING.value)
        editor.comment(entry, f"上年 {before}，照例加一，请核对")
    elif is_result and figure.style not in _ORDINALS:
        _blank(editor, entry)
        if figure.hedge in _ROUGH:
            editor.drop(entry, "hedge")
            editor.drop(entry, "hedge_before_scale")
        editor.comment(entry, _beside(before, aim))
        _take_unit_of_target(editor, entry, figure, last, results)
    else:
        editor.set(entry, "status", Status.PENDING.value)
        editor.comment(entry, f"上年 {before or '没有填'}，先照原数，请核对")


def _beside(before: str, aim: str) -> str:
    words = f"上年 {before or '没有填'}"
    return f"{words}；年初目标 {aim}" if aim else words


def _blank(editor: Editor, entry: Entry) -> None:
    for name in ("value", "text"):
        if entry.fields.key(name) is not None:
            editor.set(entry, name, "")
    for name in ("status", "evidence"):
        editor.drop(entry, name)


def _shift_period(editor: Editor, entry: Entry, year: int) -> None:
    period = child(entry.value, "period")
    if isinstance(period, LocatedStr):
        moved = re.sub(rf"(?<!\d)({year - 1}|{year})(?!\d)", lambda m: str(int(m[0]) + 1), period)
        if moved != period:
            editor.replace(period, scalar(moved))


def _take_unit_of_target(editor: Editor, entry: Entry, figure: Figure, last: LastYear, results: Results) -> None:
    """Where the target was set in another unit (千万千瓦, then 1200万千瓦), the result is told in the target's."""
    targets = [last.report.targets[t] for t, f in results.figure_of.items() if f == str(entry.key)]
    target = next((t for t in targets if t.value is not None and t.unit != figure.unit), None)
    if target is None or figure.direction is not target.direction or figure.rank_in or figure.compared_to:
        return
    editor.set(entry, "unit", scalar(target.unit))
    for name, value in (("style", target.style), ("scale", target.scale)):
        if value is not None:
            editor.set(entry, name, scalar(str(value)))
        else:
            editor.drop(entry, name)


def _new_figures(last: LastYear, results: Results) -> Iterator[str]:
    file, path = last.loaded.sources.place("targets")
    for figure, key in results.new.items():
        aim = results.aims.get(figure, "")
        target = last.report.targets[key]
        if aim:
            yield f"  # 年初目标 {aim}"
        yield f"  {figure}:"
        yield "    text:" if target.text is not None else "    value:"
        if aim:
            yield f"    aim: {scalar(aim)}"
        fields = child(child(file.root, str(path[0])), key)
        if isinstance(fields, LocatedDict):
            yield from _copied(fields, results)


def _copied(fields: LocatedDict, results: Results) -> Iterator[str]:
    for name in _COPIED:
        value = child(fields, name)
        if isinstance(value, LocatedStr):
            yield f"    {name}: {scalar(str(value))}"
        elif name == "partners" and isinstance(value, list):
            keys = [results.figure_of.get(str(item), str(item)) for item in value]
            yield f"    partners: [{', '.join(map(scalar, keys))}]"


def _append(editor: Editor, section: object, lines: list[str]) -> None:
    """New entries at the end of the section ``figures``."""
    root = editor.file.root
    key = root.key("figures") if isinstance(root, LocatedDict) else None
    if key is None:
        editor.below(len(editor.file.lines), "", "figures:", f"  {NEW_FIGURES}", *lines)
        return
    if isinstance(section, LocatedDict) and section:
        last_entry = list(editor.entries(section))[-1]
        pad = " " * (last_entry.indent - 2)
        editor.below(last_entry.last, "", *(f"{pad}{line}" for line in (f"  {NEW_FIGURES}", *lines)))
        return
    if editor.line(key.line).split("#")[0].rstrip().endswith("}"):
        raise editor.unsuited(key.line)
    editor.below(key.line, f"  {NEW_FIGURES}", *lines)


def rolled_targets(text: str, name: str, last: LastYear, results: Results) -> str:
    """Last year's targets without their values; in comments what was aimed at, and what the year before had reached."""
    editor = Editor.of(text, name)
    for entry in editor.entries(child(editor.file.root, "targets")):
        key = str(entry.key)
        figure = results.figure_of[key]
        for field in ("value", "text"):
            if entry.fields.key(field) is not None:
                editor.set(entry, field, "")
        _blank_stretch(editor, entry)
        editor.drop(entry, "status")
        editor.drop(entry, "evidence")
        _shift_period(editor, entry, last.year)
        editor.set(entry, "figure", scalar(figure))
        editor.comment(entry, _target_comment(last.printed(key), figure, last.printed(figure)))
    return editor.text


def _target_comment(aim: str, figure: str, before: str) -> str:
    words = f"上年目标 {aim or '没有填'}，完成＿＿（指标“{figure}”）"
    return f"{words}；再上年完成 {before}" if before else words


def _blank_stretch(editor: Editor, entry: Entry) -> None:
    value = child(child(entry.value, "stretch"), "value")
    if isinstance(value, LocatedStr):
        editor.replace(value, "")
