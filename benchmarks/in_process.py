"""All tools in one interpreter, imports excluded, in turn; ``python -m benchmarks.in_process FOLDER RUNS`` → JSON."""

from __future__ import annotations

import gc
import importlib
import json
import resource
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import Cost, median_cost
from benchmarks.tools import YEAR, Case, Tool, tools_present


def main(folder: Path, runs: int) -> None:
    """Time every tool ``runs`` times after one warm-up."""
    case = Case(0, folder)
    builds = {tool.name: build_of(tool, case) for tool in tools_present()}
    costs: dict[str, list[Cost]] = {name: [] for name in builds}
    for round_number in range(runs + 1):
        for name, build in builds.items():
            shutil.rmtree(case.out, ignore_errors=True)
            case.out.mkdir()
            gc.collect()
            cost = _cost_of(build)
            if round_number:
                costs[name].append(cost)
    medians = {name: median_cost(measured) for name, measured in costs.items()}
    print(json.dumps({name: [cost.cpu, cost.wall] for name, cost in medians.items()}))


def build_of(tool: Tool, case: Case) -> Callable[[], object]:
    """What the tool's command does once everything is imported."""
    if tool.module:
        peer = importlib.import_module(tool.module)
        return lambda: peer.build(case.data, case.inputs, case.out)
    from generator.building import BuildRequest, run_build
    from generator.workspace import Workspace

    return lambda: run_build(Workspace(case.folder), BuildRequest(YEAR, out=case.out))


def _cost_of(build: Callable[[], object]) -> Cost:
    started, used = time.perf_counter(), _cpu()
    build()
    return Cost(_cpu() - used, time.perf_counter() - started)


def _cpu() -> float:
    """Processor seconds of this process and of the children it has waited for (pandoc)."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
