"""Errors and warnings on published reports for each 10,000 characters: ``python -m benchmarks.published FOLDER``.

Published text is nearly faultless, so most of what is counted here is a false alarm; ``published.md`` lists the true
faults that were seen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.checking.session import Selection, check_read
from generator.diagnostics import Diagnostic, Severity
from generator.readers.any_file import read_draft

_SUFFIXES = (".docx", ".txt", ".md")
_UNIT = 10_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.published", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+", help="published reports: .docx, .txt, .md")
    parser.add_argument("--show", action="store_true", help="print every finding")
    options = parser.parse_args()
    rules = Selection().rules()
    total: Counter[str] = Counter()
    characters = 0
    for path in files(options.folder):
        draft = read_draft(path)
        size = sum(len(p.text) for p in draft.body)
        found = [f.diagnostic for f in check_read(draft, None, rules).findings]
        loud = [d for d in found if d.severity is not Severity.INFO]
        characters += size
        total.update(d.code for d in loud)
        print(_row(path.name, size, Counter(d.code for d in loud)))
        if options.show:
            print("\n".join(map(_line, loud)))
    if characters:
        print(_row("all", characters, total))


def files(folders: Sequence[Path]) -> Iterator[Path]:
    """The reports in some folders, by name; a file stands for itself."""
    for folder in folders:
        paths = sorted(folder.iterdir()) if folder.is_dir() else [folder]
        yield from (path for path in paths if path.suffix in _SUFFIXES and path.name != "README.md")


def reports(folders: Sequence[Path]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names and paragraphs of the reports in some folders."""
    for path in files(folders):
        lines = (line.strip() for p in read_draft(path).body for line in p.text.splitlines())
        yield path.name, tuple(line for line in lines if line)


def _row(name: str, characters: int, found: Counter[str]) -> str:
    count = sum(found.values())
    rules = ", ".join(f"{code} {times}" for code, times in sorted(found.items()))
    return f"{name:32} {characters:8} characters {count:5} findings {count * _UNIT / max(1, characters):7.2f}   {rules}"


def _line(d: Diagnostic) -> str:
    where = f"§{d.span.paragraph}:{d.span.start}“{d.span.text[:24]}”" if d.span else ""
    return f"    {d.code} {where} {d.message[:90]}"


if __name__ == "__main__":
    main()
