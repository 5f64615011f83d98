"""``python -m benchmarks.checking``: a check of the report beside building it and beside zhlint, in one run."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from benchmarks.check_results import BUILD, CHECK, CHECK_YEAR, LABELS, ZHLINT, CheckResults, bounds
from benchmarks.markdown import CHECKING, bounds_table, head, keep
from benchmarks.measuring import ROOT, Cost, cost_of, empty, in_turn, output_of
from benchmarks.options import timing_options
from benchmarks.tools import QICAO, YEAR, Case

LENGTHS = (1, 10, 100)
PACKAGES = ("lxml", "pydantic", "rapidfuzz", "typer")
NO_ZHLINT = "zhlint is not installed, so it was not measured: `npm install --no-save zhlint` in this folder."
LONGEST_FOR_ALL = 10
"""Times the report; beyond, only the build and the check by the record are run: the bounds on growth need no more."""
IN_FOLDER = ("sh", "-c", 'cd "$0" && exec "$@"')
"""zhlint reads only files in the current folder."""
TELLS = {BUILD: "已生成", CHECK: "核对范围", CHECK_YEAR: "核对范围", ZHLINT: "Found"}
"""What each command prints when it came to its end."""
FOUND = (0, 1)
"""Exit codes of a checker that ran."""


def main() -> int:
    """Measure and print."""
    options = timing_options("python -m benchmarks.checking", __doc__)
    lengths = LENGTHS[:2] if options.quick else LENGTHS
    with tempfile.TemporaryDirectory(prefix="qicao-bench-") as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"  # the user's own cache is left alone
        results = _measure([_case(Path(name) / str(times), times) for times in lengths], options.runs)
    text = _tables(results, options.runs)
    print(text)
    if options.keep:
        keep(text, CHECKING)
    return 0


def _case(folder: Path, times: int) -> Case:
    """A report and the files that are checked."""
    _say(f"{times}×: making and building the report")
    folder.mkdir()
    cost_of([sys.executable, "-m", "benchmarks.workload", str(times), str(folder)])
    case = Case(times, folder)
    cost_of(QICAO.command(case))
    shutil.copytree(case.out, folder / "draft")
    return case


def _commands(case: Case) -> Mapping[str, list[str]]:
    """The command lines by name; zhlint's where it is installed."""
    draft = case.folder / "draft" / QICAO.result
    check = [sys.executable, "-m", "generator", "check", "--workspace", str(case.folder), str(draft)]
    commands = {BUILD: QICAO.command(case), CHECK: check}
    if case.times > LONGEST_FOR_ALL:
        return commands
    commands[CHECK_YEAR] = [*check, "--year", str(YEAR)]
    zhlint = _zhlint()
    if zhlint:
        commands[ZHLINT] = [*IN_FOLDER, str(draft.parent), zhlint, draft.with_suffix(".txt").name]
    return commands


def _zhlint() -> str | None:
    here = ROOT / "node_modules" / ".bin"
    return shutil.which("zhlint") or shutil.which("zhlint", path=str(here))


def _version(zhlint: str) -> str:
    """Of an npm package, by the file that says so beside its command: zhlint itself does not tell."""
    return str(json.loads((Path(zhlint).resolve().parent.parent / "package.json").read_bytes())["version"])


def _measure(cases: list[Case], runs: int) -> CheckResults:
    _say("start-up")  # first: later what was printed has made this process larger than what is measured
    imports = in_turn({"imports": [sys.executable, "-m", "benchmarks.startup", "check"]}, 3 * runs)["imports"]
    whole: dict[int, Mapping[str, Cost]] = {}
    for case in cases:
        commands = _commands(case)
        _check_that_they_ran(case, commands)
        _say(f"{case.times}×: measuring")
        rounds = 3 * runs if case.times == 1 else runs
        whole[case.times] = in_turn(commands, rounds, partial(empty, case.out), FOUND)
    return CheckResults(whole, imports)


def _check_that_they_ran(case: Case, commands: Mapping[str, list[str]]) -> None:
    """Times only mean something when everybody read the whole report."""
    for name, command in commands.items():
        empty(case.out)
        said = output_of(command, FOUND)
        if TELLS[name] not in said:
            raise RuntimeError(f"{name} did not check the report:\n{said}")


def _tables(results: CheckResults, runs: int) -> str:
    zhlint = _zhlint()
    programs = [f"zhlint {_version(zhlint)}"] if zhlint else []
    parts = [*head(runs, PACKAGES, *programs), *([] if zhlint else [NO_ZHLINT]), "", "### Bounds of checking", ""]
    parts += [*bounds_table(bounds(results)), "", "### Whole process of checking", "", *_costs(results)]
    imports = results.imports
    parts += ["", f"Importing what a check uses: {imports.cpu:.3f} s, {imports.memory / 1024:.0f} MiB."]
    return "\n".join(parts)


def _costs(results: CheckResults) -> list[str]:
    rows = ["| | | cpu | check / it | clock | check / it | peak memory |", "|---|---|---|---|---|---|---|"]
    for times, costs in results.whole.items():
        ours = costs[CHECK]
        for name, cost in costs.items():
            cells = [f"{times}×", LABELS[name], f"{cost.cpu:.3f} s", f"{ours.cpu / cost.cpu:.2f}"]
            cells += [f"{cost.wall:.3f} s", f"{ours.wall / cost.wall:.2f}", f"{cost.memory / 1024:.0f} MiB"]
            rows.append(f"| {' | '.join(cells)} |")
    return rows


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
