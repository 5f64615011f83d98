"""False alarms on honest edits, by kind: ``python -m benchmarks.tolerance --help``."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.damage import Material
from benchmarks.honest import honest_edits
from benchmarks.honest_shared import Paragraphs
from generator.checking.base import Base, base_of_year
from generator.checking.session import Selection, check_read
from generator.diagnostics import Diagnostic, Severity
from generator.readers import txt
from generator.workspace import Workspace


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tolerance", description=__doc__)
    parser.add_argument("--per-kind", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", help="a kind of edit")
    parser.add_argument("--record-only", action="store_true", help="without the year's data")
    parser.add_argument("--alarms", type=int, default=5, help="how many alarms a kind to print")
    told = parser.parse_args()
    base = base_of_year(Workspace(Path()), 2024)
    assert base.document is not None
    edits = honest_edits(Material.of(base.document), told.seed, told.per_kind, frozenset(told.only or ()))
    total: Counter[str] = Counter()
    alarmed: Counter[str] = Counter()
    loose: Counter[str] = Counter()
    alarms: dict[str, list[str]] = defaultdict(list)
    for name, found, loose_ in false_alarms(edits, Base(base.document) if told.record_only else base):
        total[name] += 1
        alarmed[name] += bool(found)
        loose[name] += loose_
        alarms[name] += [
            f"{d.code} §{d.span.paragraph}:{d.span.start}“{d.span.text[:24]}” {d.message[:90]}" for d in found if d.span
        ]
    for name, count in total.items():
        print(
            f"{name:24} {alarmed[name]:4}/{count:<4} alarmed   {len(alarms[name]):4} findings   {loose[name]:4} loose"
        )
    print(f"{'all':24} {sum(alarmed.values()):4}/{sum(total.values()):<4} alarmed")
    for name, lines in alarms.items():
        for line in lines[: told.alarms]:
            print(f"  {name}: {line}")


def false_alarms(edits: Iterable[tuple[str, Paragraphs]], base: Base) -> Iterable[tuple[str, list[Diagnostic], int]]:
    """For each edit its kind, the errors and warnings it raised, and how many data were counted as loose."""
    rules = Selection().rules()
    for name, paragraphs in edits:
        draft = txt.read(("\n".join(paragraphs) + "\n").encode(), "honest.txt")
        checked = check_read(draft, base, rules)
        found = [f.diagnostic for f in checked.findings if f.diagnostic.severity is not Severity.INFO]
        yield name, found, checked.coverage.loose


if __name__ == "__main__":
    main()
