"""How much damage is found in reports of any place without data: ``python -m benchmarks.loudness FOLDER``."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks import prose_counts, prose_figures, prose_marks, prose_names, prose_structure, prose_words
from benchmarks.damage import Damage, Edit, Maker, Material, edited, places
from benchmarks.damage_carriers import batches
from benchmarks.published import reports
from benchmarks.recall import Tally, around, is_at, table, told
from benchmarks.undecidable import reason
from generator.checking.registry import RuleModule
from generator.checking.session import Selection, check_read
from generator.diagnostics import Diagnostic, Severity
from generator.readers import txt

CLASSES: tuple[Maker, ...] = (
    *prose_counts.CLASSES,
    *prose_names.CLASSES,
    *prose_figures.CLASSES,
    *prose_marks.CLASSES,
    *prose_structure.CLASSES,
    *prose_words.CLASSES,
)
ALONE = ("name_", "quoted_", "label_")
BATCH = 8
"""How many damages one text carries."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.loudness", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+", help="published reports: .docx, .txt, .md")
    parser.add_argument("--per-class", type=int, default=5, help="damages of each class in each report")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", help="the beginning of a class's name")
    parser.add_argument("--misses", type=int, default=3, help="how many misses a class to print")
    options = parser.parse_args()
    tallies = {maker.__name__: Tally() for maker in CLASSES}
    unseen: dict[str, Tally] = {}
    rules = Selection().rules()
    for name, paragraphs in reports(options.folder):
        material = Material(paragraphs, ())
        seed = f"{options.seed}/{name}"
        wanted = list(damages(material, seed, options.per_class, tuple(options.only or ())))
        Random(seed).shuffle(wanted)  # so that damages of one kind, which may hide each other, seldom share a text
        for damage in wanted:
            if damage.name not in tallies:
                unseen.setdefault(damage.name, Tally())
        _measure(material, wanted, tallies | unseen, rules)
    kept = {name: tally for name, tally in tallies.items() if tally.total}
    print("\n".join(table("without data", kept, options.misses)))
    if unseen:
        print("\n".join(table("nobody could tell from the draft alone, not counted above", unseen, 0)))
    never = [name for name, tally in tallies.items() if not tally.total]
    if never and not options.only:
        print("no place in these reports:", ", ".join(never))


def damages(material: Material, seed: str, per_class: int, only: tuple[str, ...] = ()) -> Iterator[Damage]:
    """Up to ``per_class`` different damages of each class, the same for the same seed; named apart if undecidable."""
    for maker in CLASSES:
        if only and not maker.__name__.startswith(only):
            continue
        rng = Random(f"{seed}/{maker.__name__}")
        seen: set[tuple[Edit, ...]] = set()
        for _ in range(per_class * 4):
            if len(seen) == per_class:
                break
            damage = maker(material, rng)
            if damage is not None and damage.edits not in seen:
                seen.add(damage.edits)
                why = reason(material, damage, maker.__name__)
                yield Damage(damage.edits, (), f"{maker.__name__}: {why}" if why else maker.__name__)


def _measure(
    material: Material, wanted: Sequence[Damage], tallies: dict[str, Tally], rules: Sequence[RuleModule]
) -> None:
    usual = Counter(_identity(d) for d in _loud(material.paragraphs, rules))
    for chosen in _batches(wanted):
        every = [edit for damage in chosen for edit in damage.edits]
        made = edited(material.paragraphs, every)
        loud = _new(_loud(made, rules), usual)
        for damage in chosen:
            spans = places(damage.edits, every)
            hits = [d for d in loud if any(is_at(d, span) for span in spans)]
            loud = [d for d in loud if d not in hits]
            tally = tallies[damage.name]
            tally.total += 1
            tally.found += bool(hits)
            tally.exact += len(hits) == 1
            if not hits:
                tally.missed.append(around(spans[0], made[spans[0].paragraph - 1]))
        other = tallies[chosen[0].name]
        other.elsewhere += len(loud)
        other.missed += [f"elsewhere {told(d)}" for d in loud]


def _batches(wanted: Sequence[Damage]) -> Iterator[list[Damage]]:
    """Damages that can share a text: damage to names stands alone, since it may meet the other place of the name."""
    alone = [damage for damage in wanted if damage.name.startswith(ALONE)]
    rest = [damage for damage in wanted if not damage.name.startswith(ALONE)]
    yield from ([damage] for damage in alone)
    yield from ([rest[index] for index in batch] for batch in batches([damage.edits for damage in rest], BATCH))


def _loud(paragraphs: Sequence[str], rules: Sequence[RuleModule]) -> list[Diagnostic]:
    draft = txt.read(("\n".join(paragraphs) + "\n").encode(), "report.txt")
    found = (finding.diagnostic for finding in check_read(draft, None, rules).findings)
    return [d for d in found if d.severity is not Severity.INFO and d.span is not None]


def _identity(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, diagnostic.span.text if diagnostic.span else ""


def _new(found: list[Diagnostic], usual: Counter[tuple[str, str]]) -> list[Diagnostic]:
    """Findings that the undamaged report does not have."""
    left = usual.copy()
    new = []
    for diagnostic in found:
        left[_identity(diagnostic)] -= 1
        if left[_identity(diagnostic)] < 0:
            new.append(diagnostic)
    return new


if __name__ == "__main__":
    main()
