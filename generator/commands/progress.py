"""A progress bar on a terminal; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer


@contextmanager
def steps_shown(total: int) -> Iterator[Callable[[str], None]]:
    """A function to be called with the name of each of ``total`` steps as it begins."""
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    with typer.progressbar(length=total, label="准备", file=sys.stderr) as bar:
        started = False

        def step(name: str) -> None:
            nonlocal started
            bar.label = name
            bar.update(1 if started else 0)
            started = True

        yield step
        bar.update(1)
