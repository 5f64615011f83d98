"""The options that the timing benchmarks share."""

from __future__ import annotations

import argparse

FEWEST_RUNS = 5


def timing_options(program: str, description: str | None) -> argparse.Namespace:
    """What the command line says: ``quick``, ``runs`` and ``keep``; a wrong one ends the program with a message."""
    parser = argparse.ArgumentParser(prog=program, description=description)
    parser.add_argument("--quick", action="store_true", help="only the report itself and 10 times it")
    parser.add_argument("--runs", type=int, default=FEWEST_RUNS, help="rounds to take medians of (default %(default)s)")
    parser.add_argument("--keep", action="store_true", help="write the tables into benchmarks/README.md")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    return options
