"""How much damage is found, by class and carrier: ``python -m benchmarks.recall --help``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.damage import Damage, Material
from benchmarks.damage_carriers import Carrier, Carriers, batches
from benchmarks.damage_classes import FIGURE_CLASSES, damages
from generator.building import document_of
from generator.checking.base import Base, base_of_year
from generator.checking.session import Selection, check_read
from generator.diagnostics import Diagnostic, Severity, Span
from generator.draft import Draft
from generator.libreoffice import find_libreoffice
from generator.loading.plain import parse_plain
from generator.workspace import Workspace
from generator.writers.docx.layouts import reference_for

NEAR = 3
"""Characters by which a finding may stand beside the damage and still be its own."""
BATCH = {"libreoffice": 40, "runs": 8, "tracked": 8, "unwrapped": 8}
"""How many damages one Word file carries."""


@dataclass(slots=True)
class Tally:
    """What became of one class of damage in one carrier.

    ``exact`` counts damages with exactly the findings that they must have, each with its expected print and YAML line.
    """

    total: int = 0
    found: int = 0
    exact: int = 0
    elsewhere: int = 0
    missed: list[str] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recall", description=__doc__)
    parser.add_argument("--per-class", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--carrier", action="append", help="text, one_line, runs, tracked, unwrapped, libreoffice")
    parser.add_argument("--only", action="append", help="a class of damage")
    parser.add_argument("--record-only", action="store_true", help="without the year's data")
    parser.add_argument("--misses", type=int, default=5, help="how many misses a class to print")
    parser.add_argument("--workspace", type=Path, default=Path(), help="another place's report")
    parser.add_argument("--year", type=int, default=2024)
    options = parser.parse_args()
    workspace = Workspace(options.workspace)
    base = base_of_year(workspace, options.year)
    assert base.document is not None
    report = document_of(workspace, options.year).report
    made = Carriers(base.document, reference_for(report.report.layout, workspace.read_template, parse_plain))
    used = Base(base.document) if options.record_only else base
    wanted = list(damages(Material.of(base.document), options.seed, options.per_class, frozenset(options.only or ())))
    for name, carrier in made.all().items():
        if options.carrier and name not in options.carrier:
            continue
        if name == "libreoffice" and find_libreoffice() is None:
            print("libreoffice: skipped, LibreOffice is not installed")
            continue
        tallies = measured(wanted, carrier, used, BATCH.get(name, 1))
        print("\n".join(table(f"{name}{', record only' if options.record_only else ''}", tallies, options.misses)))


def measured(wanted: Sequence[Damage], carrier: Carrier, base: Base, size: int = 1) -> dict[str, Tally]:
    """A tally for each class; ``size`` damages share a draft."""
    rules = Selection().rules()
    tallies = {damage.name: Tally() for damage in wanted}
    for batch in batches([damage.edits for damage in wanted], size):
        carried = carrier([wanted[index].edits for index in batch])
        found = [f.diagnostic for f in check_read(carried.draft, base, rules).findings]
        loud = [d for d in found if d.severity is not Severity.INFO]
        for index, spans in zip(batch, carried.places, strict=True):
            hits = [d for d in loud if any(is_at(d, span) for span in spans)]
            _count(tallies[wanted[index].name], wanted[index], hits, spans, carried.draft)
            loud = [d for d in loud if d not in hits]
        tallies[wanted[batch[0]].name].elsewhere += len(loud)
        if loud:
            tallies[wanted[batch[0]].name].missed += [f"elsewhere {told(d)}" for d in loud]
    return tallies


def _count(tally: Tally, damage: Damage, hits: list[Diagnostic], spans: list[Span], draft: Draft) -> None:
    tally.total += 1
    tally.found += bool(hits)
    wanted = sorted(damage.expected)
    good = [d for d in hits if d.expected and d.source]
    exact = not wanted or (
        len(hits) == len(good) == len(wanted)
        and all(any(print_ in d.expected or d.expected in print_ for d in good) for print_ in wanted)
    )
    tally.exact += exact
    if not hits or not exact:
        kind = "inexact" if hits else "missed"
        tally.missed.append(
            f"{kind} {around(spans[0], draft.body[spans[0].paragraph - 1].text)} {wanted} {[told(d) for d in hits]}"
        )


def told(d: Diagnostic) -> str:
    """A finding, to print."""
    where = f"{d.span.paragraph}:{d.span.start}“{d.span.text[:20]}”" if d.span else ""
    return f"{d.code} {where} {d.message[:70]}"


def is_at(diagnostic: Diagnostic, span: Span) -> bool:
    """Whether a finding stands at a place, or so near that it is meant."""
    at = diagnostic.span
    return (
        at is not None
        and at.paragraph == span.paragraph
        and at.start <= span.end + NEAR
        and span.start - NEAR <= at.end
    )


def around(span: Span, text: str) -> str:
    """A place in its paragraph's text, to print."""
    before, behind = text[max(0, span.start - 20) : span.start], text[span.end : span.end + 14]
    return f"§{span.paragraph}:{span.start} …{before}⟦{span.text}⟧{behind}…"


def table(title: str, tallies: dict[str, Tally], misses: int) -> Iterator[str]:
    """Lines to print: a row a class, then what was missed."""
    yield f"== {title}"
    for name, tally in tallies.items():
        yield _row(name, [tally])
    for label, chosen in (("figures", FIGURE_CLASSES), ("all", frozenset(tallies))):
        some = [tally for name, tally in tallies.items() if name in chosen]
        if some:
            yield _row(label, some)
    for name, tally in tallies.items():
        for line in tally.missed[:misses]:
            yield f"  {name}: {line}"


def _row(label: str, tallies: list[Tally]) -> str:
    total, found, exact = sum(t.total for t in tallies), sum(t.found for t in tallies), sum(t.exact for t in tallies)
    elsewhere = sum(t.elsewhere for t in tallies)
    return f"{label:22} {found:4}/{total:<4} {found / total:7.1%}   exact {exact / total:7.1%}   elsewhere {elsewhere}"


if __name__ == "__main__":
    main()
