"""What in a sentence is data: years, quantities with everything that is said about them, and names with numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from generator.analysis.quantities import SUFFIXES, quantities
from generator.analysis.quantities import Quantity as Found
from generator.importing.patterns import (
    BEFORE,
    COMPARED,
    EXTRA,
    FOR_RATES,
    FRACTION,
    HEDGES,
    LABEL,
    MOVED,
    NAME_GOES_ON,
    NAMES,
    NOT_HEDGING,
    NUMBERED_NAME,
    RANKED,
    RANKED_BY_VERB,
    RATES,
    RATIO,
    RECENT,
    SCALED,
    THOUSANDS,
    YEAR,
)
from generator.importing.projects import Listed, listed_projects
from generator.importing.register import Register
from generator.numerals.arabic import find_numerals
from schemas.figure import Hedge, Quantity, Style
from schemas.number import Number, Range, Ratio
from schemas.units import split_unit


class SpotKind(StrEnum):
    """What a stretch of a sentence is."""

    YEAR = "year"
    """The report's year or the one before: a reference that exists by itself."""
    TERM = "term"
    PROJECT = "project"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a quantity: the stretch that it prints (characters from 0, end exclusive), and its data."""

    start: int
    end: int
    quantity: Quantity
    form: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a sentence that comes from data.

    ``readings`` of a number stand best first; the first that prints the very characters is taken, and none of them
    means a term.  ``year`` is the report's year less this (0 or 1), ``project`` what the sentence says of a project.
    """

    kind: SpotKind
    start: int
    end: int
    readings: tuple[Reading, ...] = ()
    year: int = 0
    project: Listed | None = None


_FAR = 40
"""How many characters before a number may belong to it."""


def spots(text: str, year: int, register: Register) -> tuple[Spot, ...]:
    """The data of one sentence, in order and apart from each other; every Arabic numeral lies in one of them."""
    taken: list[Spot] = []
    names = (*_projects(text, register), *_registered(text, register))
    for spot in (*names, *_years(text, year), *_named(text), *_ratios(text), *_numbers(text)):
        if all(spot.end <= other.start or other.end <= spot.start for other in taken):
            taken.append(spot)
    for start, end in find_numerals(text):
        if not any(spot.start <= start and end <= spot.end for spot in taken):
            inside = [spot for spot in taken if spot.start < end and start < spot.end]
            taken = [spot for spot in taken if spot not in inside]
            low = min([start, *(spot.start for spot in inside)])
            high = max([end, *(spot.end for spot in inside)])
            taken.append(Spot(SpotKind.TERM, low, high))
    return tuple(sorted(taken, key=lambda spot: spot.start))


def _years(text: str, year: int) -> Iterator[Spot]:
    ranges = [match.span() for match in re.finditer(r"[0-9]{4}年?[—–～~至到-]+[0-9]{2,4}年", text)]
    names = [match.span() for match in re.finditer(r"《[^《》]*》", text)]
    for match in YEAR.finditer(text):
        if any(low <= match.start() < high for low, high in (*ranges, *names)):
            continue
        back = year - int(match["year"])
        if back in (0, 1):
            yield Spot(SpotKind.YEAR, match.start(), match.end(), year=back)
        else:
            yield Spot(SpotKind.TERM, match.start(), match.end())


def _projects(text: str, register: Register) -> Iterator[Spot]:
    """Projects that the sentence lists, and those that another one does."""
    for project in listed_projects(text):
        yield Spot(SpotKind.PROJECT, project.start, project.end, project=project)
    for start, end in register.projects_in(text):
        yield Spot(SpotKind.PROJECT, start, end, project=Listed(start, end, None))


def _registered(text: str, register: Register) -> Iterator[Spot]:
    for start, end in register.terms_in(text):
        yield Spot(SpotKind.TERM, start, end)


def _named(text: str) -> Iterator[Spot]:
    for pattern in (NAMES, LABEL):
        for match in pattern.finditer(text):
            quoted = match.group()[0] in "“《"
            yield Spot(SpotKind.TERM, match.start() + quoted, match.end() - quoted)


def _ratios(text: str) -> Iterator[Spot]:
    for match in FRACTION.finditer(text):
        value = Fraction(int(match["above"]), int(match["below"]))
        bare = Reading(match.start("above"), match.end("below"), Quantity(value=value))
        hedge = match["hedge"] or match["behind"]
        whole = Reading(match.start(), match.end(), Quantity(value=value, hedge=HEDGES[hedge])) if hedge else bare
        yield Spot(SpotKind.NUMBER, match.start(), match.end(), (whole, bare))
    for match in RATIO.finditer(text):
        parts = tuple(Decimal(part) for part in re.split("[∶:：︰]", match.group()))
        sign = re.sub("[0-9.]", "", match.group())[0]
        reading = Reading(match.start(), match.end(), Quantity(value=Ratio(parts), ratio_sign=sign))
        yield Spot(SpotKind.NUMBER, match.start(), match.end(), (reading,))


def _numbers(text: str) -> Iterator[Spot]:
    before: tuple[_Bare, Quantity, int] | None = None
    found = [_with_unit(text, one) for one in quantities(text)]
    for number, bare in enumerate(found):
        if _is_a_year_in_a_name(text, bare.found):
            yield Spot(SpotKind.TERM, bare.found.start, bare.found.end)
            continue
        behind = found[number + 1] if number + 1 < len(found) else None
        readings = (*_sharing(text, bare, behind), *_readings(text, bare))
        first = readings[0].quantity
        leads = first.direction is not None or first.rank_in is not None or first.compared_to is not None
        if not leads and before is not None and _continues(text, bare, before[0], before[2]):
            readings = (*_continued(readings, before[1]), *readings)
            before = (bare, before[1], readings[0].end)
        elif leads:
            before = (bare, first, readings[0].end)
        start = min(reading.start for reading in readings)
        end = max(reading.end for reading in readings)
        yield Spot(SpotKind.NUMBER, start, end, readings)


def _sharing(text: str, bare: _Bare, behind: _Bare | None) -> Iterator[Reading]:
    """The readings of a number whose unit only a later one of its list prints: 提高11.1、11.2个百分点."""
    if behind is None or not behind.unit or text[bare.end : behind.found.start] not in _JOINING:
        return
    whole, rest = bare.unit == "", bare.unit == "个" and behind.unit == "个百分点"
    if bare.found.ordinal or bare.found.inside or bare.found.upper is not None or not (whole or rest):
        return
    for reading in _readings(text, replace(bare, unit=behind.unit)):
        if not reading.quantity.hedge and reading.quantity.unit:
            yield replace(reading, form="省单位" if whole else "省百分点")


_JOINING = ("、", "和", "及", "以及")


def _continues(text: str, bare: _Bare, before: _Bare, end: int) -> bool:
    """Whether a number goes on with the move of the one before: 分别增长14.2%、25%."""
    gap = text[end : bare.found.start - len(bare.found.before)]
    clause = re.split("[。；]", text[: before.found.start])[-1]
    both_rates = bare.unit.endswith(RATES) and (before.unit in ("", "个") or before.unit.endswith(RATES))
    alike = (bare.unit == before.unit or both_rates) and bare.found.ordinal == before.found.ordinal
    return gap in _JOINING and alike and ("分别" in clause or bare.found.ordinal or before.unit in ("", "个"))


def _continued(readings: tuple[Reading, ...], first: Quantity) -> Iterator[Reading]:
    """The readings with the direction or the rank's field that stands only before the first number of a list."""
    words: dict[str, object] = {"direction": first.direction}
    if first.rank_in or first.compared_to:
        words = {"rank_in": first.rank_in, "style": None} if first.rank_in else {"compared_to": first.compared_to}
    for reading in readings:
        if reading.quantity.compared_to is None and reading.quantity.unit:
            moved = reading.quantity.model_copy(update=words)
            yield Reading(reading.start, reading.end, moved, "数值")


def _is_a_year_in_a_name(text: str, found: Found) -> bool:
    match = NUMBERED_NAME.match(text, found.start)
    return match is not None and not found.unit and not found.scale and found.end == match.end()


@dataclass(frozen=True, slots=True)
class _Bare:
    """Number and unit of a quantity: ``start`` to ``end`` without hedges before and behind."""

    found: Found
    end: int
    unit: str
    value: Number
    range_word: str


def _with_unit(text: str, found: Found) -> _Bare:
    """The quantity with the unit that stands in the text, also one that the register does not have."""
    unit, end = found.scale + found.unit, found.end
    if not found.inside and (match := EXTRA.match(text, found.end - len(found.unit))) and match.end() > found.end:
        unit, end = found.scale + match.group(), match.end()
    if found.inside and not found.scale and not found.unit and (match := SCALED.match(text, found.end)):
        unit, end = match.group(), match.end()
    if unit in NAME_GOES_ON and NAME_GOES_ON[unit].match(text, end):
        unit, end = "", end - len(unit)
    value: Number = found.value
    word = "—"
    if found.upper is not None:
        if found.upper >= found.value:
            value = Range(found.value, found.upper)
        match = re.search(r"[0-9%‰万亿千百]([—–～~至到-])[0-9]", found.text)
        word = match[1] if match and match[1] in "—～~至到" else "—"
    return _Bare(found, end, unit, value, word)


def _readings(text: str, bare: _Bare) -> Iterator[Reading]:
    """Ways to take a quantity, from the one that says most to the bare number."""
    found = bare.found
    for before, behind in _hedge_choices(text, bare):
        hedge = before or found.inside or behind
        start = found.start - len(before)
        end = bare.end + len(behind)
        if found.inside and (before or behind):
            continue
        yield from _qualified(text, bare, start, end, HEDGES.get(hedge))
    if found.upper is not None:
        return
    number = re.compile(r"-?[0-9]+(?:\.[0-9]+)?").search(text, found.start)
    if number is not None and THOUSANDS.match(text, number.end()) is None:
        yield Reading(number.start(), number.end(), Quantity(value=Decimal(number.group())))


def _hedge_choices(text: str, bare: _Bare) -> Iterator[tuple[str, str]]:
    """The hedges before and behind that may belong to the datum; what is left out stays in the sentence."""
    found = bare.found
    before = found.before if found.before in HEDGES else ""
    left = text[found.start - len(found.before) - 1 : found.start - len(found.before)]
    if before and left and left in NOT_HEDGING.get(before, ""):
        before = ""
    if before == "近" and any(found.unit == unit for unit in RECENT):
        before = ""
    behind = found.behind if bare.end == found.end else next((h for h in SUFFIXES if text.startswith(h, bare.end)), "")
    behind = behind if behind in HEDGES else ""
    if before and behind:
        yield before, ""
        yield "", behind
    elif before or behind:
        yield before, behind
    yield "", ""


def _qualified(text: str, bare: _Bare, start: int, end: int, hedge: Hedge | None) -> Iterator[Reading]:
    """The readings with one choice of hedge: ranked, compared, with a direction, plain."""
    found, unit, value = bare.found, bare.unit, bare.value
    common: dict[str, object] = {"value": value, "unit": unit, "hedge": hedge}
    if isinstance(value, Range):
        common["range_word"] = bare.range_word
    if found.ordinal:
        yield from _ordinals(text, start, end, common)
        return
    near = max(0, start - _FAR)
    compared = COMPARED.search(text, near, start) if unit.endswith(("百分点", "%", "倍", "％", "位")) else None
    if compared is not None and isinstance(value, Decimal):
        signed = -value if compared["word"] == "低于" else value
        if quantity := _made(common | {"value": signed, "compared_to": compared["other"]}):
            yield Reading(compared.start(), end, quantity)
    moved = BEFORE.search(text, near, start)
    if moved is not None and moved["direction"] in FOR_RATES and unit and not unit.endswith(RATES):
        moved = moved if MOVED.search(text, max(0, moved.start() - _FAR), moved.start()) else None
    if moved is not None and (quantity := _made(common | {"direction": moved["direction"]})):
        yield Reading(moved.start(), end, quantity)
    if found.inside and split_unit(unit):
        for before_scale in (None, True, False):
            if quantity := _made(common | {"hedge_before_scale": before_scale}):
                yield Reading(start, end, quantity)
        return
    if quantity := _made(common):
        yield Reading(start, end, quantity)


def _ordinals(text: str, start: int, end: int, common: dict[str, object]) -> Iterator[Reading]:
    near = max(0, start - _FAR)
    match = RANKED.search(text, near, start) or RANKED_BY_VERB.search(text, near, start)
    if match and common["unit"] in ("位", "名") and (quantity := _made(common | {"rank_in": match["scope"]})):
        yield Reading(match.start("scope"), end, quantity)
    if quantity := _made(common | {"style": Style.ORDINAL}):
        yield Reading(start, end, quantity)


def _made(fields: dict[str, object]) -> Quantity | None:
    """The datum, or None where the schema refuses it."""
    try:
        return Quantity.model_validate({name: value for name, value in fields.items() if value is not None})
    except ValueError:
        return None
