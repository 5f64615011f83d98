"""Processes run in turn (A B C A B C …) and their medians.

The measuring process must stay small: the kernel counts a child's peak memory from the size of its parent on.  A peak
that is not above the measuring process's own is given as 0, not measured.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
_KIB_PER_UNIT = 1 if os.uname().sysname == "Linux" else 1 / 1024

_SLOWING = ("PYTHONDONTWRITEBYTECODE", "PYTHONDEVMODE", "PYTHONTRACEMALLOC", "COVERAGE_PROCESS_START")


@dataclass(frozen=True, slots=True)
class Cost:
    """What it took: seconds of processor (user and system) and of clock, peak memory in KiB (0: not measured)."""

    cpu: float
    wall: float
    memory: float = 0.0


def cost_of(command: Sequence[str], accepted: Sequence[int] = (0,)) -> Cost:
    """Run a process to its end, its children counted in; raises RuntimeError with its output when it fails.

    ``accepted`` are the exit codes that are no failure: a checker ends with 1 where it finds anything.
    """
    return _run(command, accepted)[0]


def output_of(command: Sequence[str], accepted: Sequence[int] = (0,)) -> str:
    """What a process prints, errors included; raises RuntimeError when it fails."""
    return _run(command, accepted)[1]


def _run(command: Sequence[str], accepted: Sequence[int]) -> tuple[Cost, str]:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT, env=_environment())
    assert process.stdout is not None
    said = process.stdout.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode not in accepted:
        raise RuntimeError(f"{' '.join(command)} failed:\n{said}")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memory = usage.ru_maxrss * _KIB_PER_UNIT if usage.ru_maxrss > own else 0.0
    return Cost(usage.ru_utime + usage.ru_stime, wall, memory), said


def _environment() -> dict[str, str]:
    """The surroundings without what would slow Python down: compiled modules are kept, as on a user's machine."""
    return {name: value for name, value in os.environ.items() if name not in _SLOWING}


def empty(folder: Path) -> None:
    """Make an empty folder, whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def in_turn(
    commands: Mapping[str, Sequence[str]],
    runs: int,
    prepare: Callable[[], None] = lambda: None,
    accepted: Sequence[int] = (0,),
) -> dict[str, Cost]:
    """The median cost of each command over ``runs`` rounds after one round of warm-up; ``prepare`` is not measured."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for round_number in range(runs + 1):
        for name, command in commands.items():
            prepare()
            cost = cost_of(command, accepted)
            if round_number:
                costs[name].append(cost)
    return {name: median_cost(measured) for name, measured in costs.items()}


def median_cost(costs: Sequence[Cost]) -> Cost:
    """The median of each quantity by itself."""
    return Cost(median(c.cpu for c in costs), median(c.wall for c in costs), median(c.memory for c in costs))
