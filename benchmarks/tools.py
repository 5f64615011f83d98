"""What is measured: each tool as a command for a process of its own, and as a function for the in-process run."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

YEAR = 2024


@dataclass(frozen=True, slots=True)
class Case:
    """The report at one length: the workspace folder, and where results go."""

    times: int
    folder: Path

    @property
    def data(self) -> Path:
        """The YAML that everybody reads."""
        return self.folder / "drafts" / str(YEAR)

    @property
    def inputs(self) -> Path:
        """The templates that the peers read."""
        return self.folder / "peers"

    @property
    def out(self) -> Path:
        """Emptied before every run."""
        return self.folder / "made"


@dataclass(frozen=True, slots=True)
class Tool:
    """A way of making the report; ``module`` is a peer's, empty for qicao; ``result`` is the Word file it leaves."""

    name: str
    label: str
    module: str = ""
    needs: str = ""

    def command(self, case: Case) -> list[str]:
        """The command line of a whole process."""
        if not self.module:
            where = ("--workspace", str(case.folder), "--out", str(case.out))
            return [sys.executable, "-m", "generator", "build", str(YEAR), *where]
        return [sys.executable, "-m", self.module, str(case.data), str(case.inputs), str(case.out)]

    @property
    def result(self) -> str:
        """The name of the Word file."""
        return "report.docx" if self.module else f"work-report-{YEAR}.docx"


QICAO = Tool("qicao", "qicao build, Word and text, all provenance")
BARE = Tool("docxtpl", "bare docxtpl", "benchmarks.peers.docxtpl_bare")
TYPED = Tool("docxtpl+", "docxtpl, typer, pydantic", "benchmarks.peers.docxtpl_typed")
LOOP = Tool("docxtpl loop", "docxtpl looping over prose in YAML", "benchmarks.peers.docxtpl_loop")
PANDOC = Tool("pandoc", "pandoc and Jinja", "benchmarks.peers.pandoc_jinja", needs="pandoc")

TOOLS = (QICAO, BARE, TYPED, LOOP, PANDOC)


def tools_present() -> tuple[Tool, ...]:
    """The tools whose programs are on this machine."""
    return tuple(tool for tool in TOOLS if not tool.needs or shutil.which(tool.needs))
