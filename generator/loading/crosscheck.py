"""What the schema cannot see: names used but not defined, defined but not used, twice defined; impossible units."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.loading.locating import Path, SourceMap
from generator.loading.model_messages import suggestion
from generator.loading.prose_walk import walk_prose, walk_tables
from generator.positions import Position
from schemas.derived import Derived
from schemas.figure import Printed, Status
from schemas.names import ATTRIBUTES, BUILT_IN
from schemas.prose import Reference
from schemas.report import Report
from schemas.selecting import ProjectIndex
from schemas.units import KNOWN_UNITS, SCALES, split_unit

_UNIT_SLIPS = {
    "圆": "元",
    "块": "元",
    "％": "%",
    "平米": "平方米",
    "平方": "平方米",
    "个百分比": "个百分点",
    "个点": "个百分点",
}
"""Endings that are written for units, and what is meant."""

SECTIONS = ("figures", "derived", "targets", "projects", "project_lists", "terms", "lists")


def cross_check(report: Report, sources: SourceMap, *, names_known: bool, all_known: bool) -> Iterator[Diagnostic]:
    """Every finding over the whole report.

    ``names_known`` is False when a data file could not be taken apart: then no name can be called undefined;
    ``all_known`` is False when any file holds something that does not fit.  Names are called unused only when every
    sentence could be read and all names in them are defined: a slip in one name makes another look unused.
    """
    yield from _duplicates(report, sources)
    yield from _units(report, sources)
    yield from _project_list_conditions(report, sources)
    yield from _prose_faults(report, sources)
    yield from _tables(report, sources)
    yield from _wrong_kind(report, sources)
    if not names_known:
        return
    undefined = tuple(_undefined(report, sources))
    yield from undefined
    faulty = any(prose.faults for _, _, prose in walk_prose(report))
    if all_known and not undefined and not faulty:
        yield from _unused(report, sources)


def defined_keys(report: Report, sources: SourceMap) -> dict[str, str]:
    """Every key and the section it stands in, also of entries that do not fit the schema."""
    keys = dict.fromkeys(BUILT_IN, "report")
    for section in SECTIONS:
        file, path = sources.place(section)
        keys.update(dict.fromkeys(file.keys_at(path), section))
        keys.update(dict.fromkeys(getattr(report, section), section))
    return keys


def _duplicates(report: Report, sources: SourceMap) -> Iterator[Diagnostic]:
    seen: dict[str, str] = dict.fromkeys(BUILT_IN, "")
    for section in SECTIONS:
        for key in getattr(report, section):
            if key not in seen:
                seen[key] = section
                continue
            file, path = sources.place(section, (key,))
            first = sources.source(seen[key], (key,)) if seen[key] else "程序自带的名称"
            message = f"“{key}”已经在别处用作名称（{first}）"
            hint = "所有文件里的名称不能相同，请改一个"
            yield Diagnostic("D103", "duplicate-key", message, file.locate_key(path), hint=hint)


def printed_in(report: Report) -> Iterator[tuple[str, Path, Printed]]:
    """Everything that prints a number, with its section and its path there."""
    for section in ("figures", "targets", "derived"):
        for key, printed in getattr(report, section).items():
            yield section, (key,), printed
    for key, target in report.targets.items():
        if target.stretch is not None:
            yield "targets", (key, "stretch"), target.stretch
    for key, project in report.projects.items():
        for name in ("investment", "capacity"):
            quantity = getattr(project, name)
            if quantity is not None:
                yield "projects", (key, name), quantity


def _units(report: Report, sources: SourceMap) -> Iterator[Diagnostic]:
    known = KNOWN_UNITS | frozenset(report.report.units)
    for section, path, printed in printed_in(report):
        if split_unit(printed.unit, known) is None:
            position = sources.locate(section, (*path, "unit"))
            hint = _unit_hint(printed.unit, known)
            yield Diagnostic("D206", "impossible-unit", f"没有“{printed.unit}”这样的单位", position, hint=hint)
        if printed.scale is not None and printed.scale not in SCALES:
            position = sources.locate(section, (*path, "scale"))
            hint = f"可以写：{'、'.join(SCALES)}"
            yield Diagnostic("D206", "impossible-unit", f"不能按“{printed.scale}”缩小", position, hint=hint)


def _unit_hint(unit: str, known: frozenset[str]) -> str:
    for slip, meant in _UNIT_SLIPS.items():
        better = unit.removesuffix(slip) + meant
        if unit.endswith(slip) and split_unit(better, known) is not None:
            return f"是不是要写“{better}”？"
    return suggestion(unit, sorted(known)) or "如果确是本地用的单位，请写进 report.yaml 的 units"


def _project_list_conditions(report: Report, sources: SourceMap) -> Iterator[Diagnostic]:
    for key, chosen in report.project_lists.items():
        conditions = (chosen.stage, chosen.plan, chosen.sector, chosen.place)
        if (chosen.items is None) == all(value is None for value in conditions):
            file, path = sources.place("project_lists", (key,))
            message = f"项目清单“{key}”要么写条件（stage、plan、sector、place），要么写 items 点名"
            yield Diagnostic("D207", "project-list", message, file.locate_key(path))


def _prose_faults(report: Report, sources: SourceMap) -> Iterator[Diagnostic]:
    for section, path, prose in walk_prose(report):
        for fault in prose.faults:
            file, full = sources.place(section, path)
            position = file.inside(full, fault.offset, fault.length)
            yield Diagnostic("D201", "broken-reference", fault.message, position, hint="引用写成 {名称}，用半角花括号")


def _tables(report: Report, sources: SourceMap) -> Iterator[Diagnostic]:
    for section, path, table in walk_tables(report):
        width = len(table.header)
        for number, row in enumerate(table.rows):
            if len(row) != width:
                position = sources.locate(section, (*path, "rows", number))
                yield Diagnostic("D208", "table-width", f"这一行有 {len(row)} 格，表头有 {width} 格", position)


def _undefined(report: Report, sources: SourceMap) -> Iterator[Diagnostic]:
    keys = defined_keys(report, sources)
    for section, path, prose in walk_prose(report):
        for reference in prose.references:
            file, full = sources.place(section, path)
            if reference.key not in keys:
                position = file.inside(full, reference.offset, reference.length)
                yield _unknown(reference.key, position, keys)
            elif reference.attribute and reference.attribute not in ATTRIBUTES.get(keys[reference.key], ()):
                position = file.inside(full, reference.offset, reference.length)
                yield _unknown_attribute(reference, keys[reference.key], position)
    for section, path, name in _named_in_data(report):
        if name not in keys:
            yield _unknown(name, sources.locate(section, path), keys)


def _unknown(name: str, position: Position, keys: dict[str, str]) -> Diagnostic:
    hint = suggestion(name, keys) or "请在 figures.yaml、targets.yaml、projects.yaml 或 terms.yaml 里写上它，或改正名称"
    return Diagnostic("D202", "undefined-name", f"没有“{name}”这个名称", position, hint=hint)


def _unknown_attribute(reference: Reference, section: str, position: Position) -> Diagnostic:
    allowed = ATTRIBUTES.get(section, ())
    message = f"“{reference.key}”没有“{reference.attribute}”"
    hint = f"点后面的字只用于项目和提法；写法用竖线，如 {{{reference.key}|比较}}"
    if allowed:
        hint = f"可以写：{'、'.join(allowed)}"
    return Diagnostic("D203", "unknown-attribute", message, position, hint=hint)


def _wrong_kind(report: Report, sources: SourceMap) -> Iterator[Diagnostic]:
    """Partners that are no numbers, and items of project lists that are no projects."""
    names = {key: section for section in SECTIONS for key in getattr(report, section)}
    for section, path, printed in printed_in(report):
        for number, name in enumerate(printed.partners):
            if names.get(name, "figures") not in ("figures", "targets", "derived"):
                position = sources.locate(section, (*path, "partners", number))
                yield Diagnostic("D210", "wrong-kind", f"“{name}”不是数，不能写在 partners 里", position)
    for key, chosen in report.project_lists.items():
        for number, name in enumerate(chosen.items or ()):
            if names.get(name, "projects") != "projects":
                position = sources.locate("project_lists", (key, "items", number))
                yield Diagnostic("D210", "wrong-kind", f"“{name}”不是项目，不能写在项目清单里", position)


def _named_in_data(report: Report) -> Iterator[tuple[str, Path, str]]:
    """Keys that other data name: partners, operands, items of project lists."""
    for section, path, printed in printed_in(report):
        for number, name in enumerate(printed.partners):
            yield section, (*path, "partners", number), name
    for key, derived in report.derived.items():
        yield from _operands(key, derived)
    for key, chosen in report.project_lists.items():
        for number, name in enumerate(chosen.items or ()):
            yield "project_lists", (key, "items", number), name


def _operands(key: str, derived: Derived) -> Iterator[tuple[str, Path, str]]:
    if derived.count is not None:
        yield "derived", (key, "count"), derived.count
    for field in ("sum", "difference", "quotient"):
        for number, name in enumerate(getattr(derived, field) or ()):
            yield "derived", (key, field, number), name


def _unused(report: Report, sources: SourceMap) -> Iterator[Diagnostic]:
    used = {reference.key for _, _, prose in walk_prose(report) for reference in prose.references}
    used.update(name for _, _, name in _named_in_data(report))
    index = ProjectIndex(report.projects)
    for name, chosen in report.project_lists.items():
        if name in used:
            used.update(index.select(chosen))
    used.update(key for key, term in report.terms.items() if term.glossary)
    # candidates for a list, brought over from last year's plan: not in any list until their stage is confirmed
    used.update(key for key, project in report.projects.items() if project.status is Status.PENDING)
    for section in SECTIONS:
        for key in getattr(report, section):
            if key not in used and key not in BUILT_IN:
                file, path = sources.place(section, (key,))
                yield Diagnostic(
                    "D205",
                    "unused",
                    f"“{key}”写了数据，正文里没有用到",
                    file.locate_key(path),
                    Severity.WARNING,
                    hint="在 outline 的句子里写上 {" + key + "}，或删去这一条",
                )
