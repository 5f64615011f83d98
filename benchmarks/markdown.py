"""Results as Markdown, and the place in the README where they are kept."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.measuring import Cost
from benchmarks.results import Bound, Results, bounds
from benchmarks.tools import QICAO, Tool

README = Path(__file__).parent / "README.md"
BEGIN = "<!-- measured: begin (python -m {module} --keep writes this part) -->"
END = "<!-- measured: end -->"
BUILDING, CHECKING = "benchmarks", "benchmarks.checking"
"""The modules that keep tables in the README, each its own."""
PACKAGES = ("docxtpl", "jinja2", "lxml", "pydantic", "python-docx", "pyyaml", "typer")


def markdown(results: Results, tools: tuple[Tool, ...], runs: int) -> str:
    """Everything that was measured, as tables."""
    parts = [
        *head(runs, PACKAGES, *_pandoc()),
        "",
        "### Bounds",
        "",
        *bounds_table(bounds(results)),
    ]
    for title, measured in (("Whole process", results.whole), ("In process, imports excluded", results.within)):
        parts += ["", f"### {title}", "", *_table(measured, tools)]
    parts += ["", "### Start-up", "", *_start_up(results)]
    return "\n".join(parts)


def head(runs: int, packages: Sequence[str], *programs: str) -> list[str]:
    """When, where and with which versions of packages and other programs something was measured."""
    versions = [f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in packages), *programs]
    return [
        f"{date.today().isoformat()}; {_machine()}; {', '.join(versions)}.",
        f"Medians of {runs} rounds, {3 * runs} at 1×, after one round of warm-up.",
    ]


def bounds_table(promised: Iterable[Bound]) -> list[str]:
    """Bounds, and whether they were reached."""
    rows = (f"| {b.what} | {b.value:.2f} | {b.limit:g} | {_verdict(b)} |" for b in promised)
    return ["| bound | measured | at most | |", "|---|---|---|---|", *rows]


def keep(text: str, module: str) -> None:
    """Put the tables of a module into the README in place of its last ones."""
    begin = BEGIN.format(module=module)
    before, _, rest = README.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(END)[2]
    README.write_text(f"{before}{begin}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def _verdict(bound: Bound) -> str:
    return "reached" if bound.reached else "**missed**"


def _table(measured: Mapping[int, Mapping[str, Cost]], tools: tuple[Tool, ...]) -> list[str]:
    has_memory = any(cost.memory for costs in measured.values() for cost in costs.values())
    titles = [
        "",
        "",
        "cpu",
        "qicao / it",
        "clock",
        "qicao / it",
        *(["peak memory", "qicao / it"] if has_memory else []),
    ]
    rows = [f"| {' | '.join(titles)} |", f"|{'---|' * len(titles)}"]
    for times, costs in measured.items():
        rows += [_row(times, tool, costs) for tool in tools]
    return rows


def _row(times: int, tool: Tool, costs: Mapping[str, Cost]) -> str:
    ours, cost = costs[QICAO.name], costs[tool.name]
    cells = [f"{times}×", tool.label]
    cells += [f"{cost.cpu:.3f} s", f"{ours.cpu / cost.cpu:.2f}", f"{cost.wall:.3f} s", f"{ours.wall / cost.wall:.2f}"]
    if cost.memory:
        cells += [f"{cost.memory / 1024:.0f} MiB", f"{ours.memory / cost.memory:.2f}"]
    return f"| {' | '.join(cells)} |"


def _start_up(results: Results) -> list[str]:
    rows = (
        ("`qicao --help`", results.help),
        ("`qicao --help` with every module imported first", results.help_with_everything),
        ("importing what a build uses", results.imports),
    )
    return ["| | cpu | clock |", "|---|---|---|", *(f"| {what} | {c.cpu:.3f} s | {c.wall:.3f} s |" for what, c in rows)]


def _machine() -> str:
    return f"{platform.system()}, {platform.machine()}, {os.cpu_count()} shared cores"


def _pandoc() -> list[str]:
    pandoc = shutil.which("pandoc")
    if not pandoc:
        return []
    said = subprocess.run([pandoc, "--version"], capture_output=True, text=True, check=True).stdout
    return said.splitlines()[:1]
