"""How much damage is found, by class: ``python -m benchmarks.recall [per class] [seed]``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from benchmarks.damage import Damage, Material, damaged, damages
from generator.checking.session import Base, CheckedDraft, Selection, base_of_year, check_read
from generator.diagnostics import Severity
from generator.draft import Draft, DraftParagraph
from generator.workspace import Workspace

NEAR = 3
"""Characters by which a finding may stand beside the damage and still be its own."""


def main() -> None:
    per_class = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    base = base_of_year(Workspace(Path()), 2024)
    assert base.document is not None
    material = Material.of(base.document)
    rules = Selection().rules()
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: list[tuple[Damage, str]] = []
    for damage in damages(material, seed, per_class):
        paragraphs = damaged(material.paragraphs, damage)
        checked = _check(paragraphs, base, rules)
        spans = [f.diagnostic for f in checked.findings if f.diagnostic.severity is not Severity.INFO]
        hits = [d for d in spans if d.span is not None and _is_at(d.span.paragraph, d.span.start, d.span.end, damage)]
        total[damage.name] += 1
        found[damage.name] += bool(hits)
        extra[damage.name] += len(spans) - len(hits)
        if not hits:
            missed.append((damage, _around(paragraphs, damage)))
    for name, count in total.items():
        print(f"{name:22} {found[name]:4}/{count:<4} {found[name] / count:6.1%}   elsewhere {extra[name]}")
    print(f"{'all':22} {sum(found.values()):4}/{sum(total.values()):<4} {sum(found.values()) / sum(total.values()):6.1%}")
    for damage, text in missed:
        print(f"missed {damage.name}: {text}")


def _check(paragraphs: tuple[str, ...], base: Base, rules: tuple[object, ...]) -> CheckedDraft:
    lines = tuple(DraftParagraph(text, number) for number, text in enumerate(paragraphs, start=1))
    return check_read(Draft("damaged.txt", lines), base, rules)  # type: ignore[arg-type]


def _is_at(paragraph: int, start: int, end: int, damage: Damage) -> bool:
    return any(
        edit.paragraph == paragraph
        and start <= edit.start + len(edit.replacement) + NEAR
        and edit.start - NEAR <= end
        for edit in damage.edits
    )


def _around(paragraphs: tuple[str, ...], damage: Damage) -> str:
    edit = damage.edits[0]
    text = paragraphs[edit.paragraph - 1]
    return f"§{edit.paragraph} …{text[max(0, edit.start - 16) : edit.start]}⟦{edit.replacement}⟧{text[edit.start + len(edit.replacement) :][:12]}…"


if __name__ == "__main__":
    main()
