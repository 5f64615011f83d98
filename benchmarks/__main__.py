"""``python -m benchmarks``: qicao beside docxtpl and pandoc on the same report, in one run, with ratios and bounds."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from benchmarks.markdown import BUILDING, keep, markdown
from benchmarks.measuring import Cost, cost_of, empty, in_turn, output_of
from benchmarks.options import timing_options
from benchmarks.results import Results
from benchmarks.tools import Case, Tool, tools_present

LENGTHS = (1, 10, 100)


def main() -> int:
    """Measure and print; ends with an error when a peer did not write the same report."""
    options = timing_options("python -m benchmarks", __doc__)
    lengths = LENGTHS[:2] if options.quick else LENGTHS
    tools = tools_present()
    with tempfile.TemporaryDirectory(prefix="qicao-bench-") as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"  # the user's own cache is left alone
        cases = [_case(Path(name) / str(times), times) for times in lengths]
        for case in cases:
            _check_sameness(case, tools)
        results = _measure(cases, tools, options.runs)
    text = markdown(results, tools, options.runs)
    print(text)
    if options.keep:
        keep(text, BUILDING)
    return 0


def _case(folder: Path, times: int) -> Case:
    _say(f"{times}×: making the report and the peers' templates")
    folder.mkdir()
    cost_of([sys.executable, "-m", "benchmarks.workload", str(times), str(folder)])
    return Case(times, folder)


def _check_sameness(case: Case, tools: tuple[Tool, ...]) -> None:
    """Times only mean something when everybody wrote the same report."""
    made = []
    for tool in tools:
        empty(case.out)
        cost_of(tool.command(case))
        made.append(str((case.out / tool.result).rename(case.folder / f"{tool.name}.docx")))
    cost_of([sys.executable, "-m", "benchmarks.sameness", *made])
    _say(f"{case.times}×: {len(tools)} tools write the same text")


def _measure(cases: list[Case], tools: tuple[Tool, ...], runs: int) -> Results:
    whole: dict[int, Mapping[str, Cost]] = {}
    within: dict[int, Mapping[str, Cost]] = {}
    for case in cases:
        rounds = 3 * runs if case.times == 1 else runs
        _say(f"{case.times}×: whole processes")
        whole[case.times] = in_turn({t.name: t.command(case) for t in tools}, rounds, partial(empty, case.out))
        _say(f"{case.times}×: in process")
        said = output_of([sys.executable, "-m", "benchmarks.in_process", str(case.folder), str(rounds)])
        within[case.times] = {name: Cost(cpu, wall) for name, (cpu, wall) in json.loads(said.splitlines()[-1]).items()}
    _say("start-up")
    python = [sys.executable, "-m"]
    started = in_turn(
        {
            "help": [*python, "generator", "--help"],
            "everything": [*python, "benchmarks.startup", "help"],
            "imports": [*python, "benchmarks.startup", "build"],
        },
        3 * runs,
    )
    return Results(whole, within, started["imports"], started["help"], started["everything"])


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
