"""Reads the Markdown pages: their sections, code blocks, tables, and the changes that an example makes to a file."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
ANY_LINES = "……"
"""In expected output: any number of lines."""

_FENCE = re.compile(r"```(\w*)")
_PATH_COMMENT = re.compile(r"(?:# |\{#- )((?:drafts|templates)/[^ ]+)(?: -#\})?")
_CHANGE = re.compile(
    r"例：`(?P<file>[^`]+)` "
    r"(?:里 `(?P<old>[^`]+)` (?:错写成|改成) `(?P<new>[^`]+)`|里删去 `(?P<gone>[^`]+)`|"
    r"(?:末尾多了|末尾加上|写成) `(?P<added>[^`]+)`|不见了)。"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block."""

    language: str
    lines: tuple[str, ...]

    @property
    def file(self) -> str | None:
        """The file that the block shows, where its first line is a comment that names one."""
        match = _PATH_COMMENT.fullmatch(self.lines[0]) if self.lines else None
        return match[1] if match else None

    def write_under(self, root: Path) -> None:
        """Put the file that the block shows where it belongs; nothing for other blocks."""
        if self.file:
            path = root / self.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(self.lines) + "\n", "utf-8")


@dataclass(frozen=True, slots=True)
class Change:
    """A change, often a mistake, that an example makes in a file: ``old`` becomes ``new``.

    Without ``old``, ``new`` is added at the end; without both the file is gone.
    """

    file: str
    old: str | None
    new: str | None

    def make(self, root: Path) -> None:
        """Make it in the workspace at ``root``."""
        path = root / (self.file if self.file.startswith(("drafts/", "templates/")) else f"drafts/2024/{self.file}")
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8") if path.exists() else ""
        if self.new is None:
            path.unlink()
        elif self.old is None:
            path.write_text(f"{text}{self.new}\n", "utf-8")
        else:
            assert self.old in text, f"{self.file} 里没有 {self.old}"
            path.write_text(text.replace(self.old, self.new, 1), "utf-8")


Row = dict[str, str]
"""One row of a table, by the heads of its columns."""


@dataclass(slots=True)
class Chapter:
    """What stands under a heading of the second level; what stands before the first has an empty title.

    ``steps`` are blocks and changes in the order of the page.
    """

    title: str
    steps: list[Block | Change] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Session:
    """A command in a console block and what it is said to print."""

    arguments: tuple[str, ...]
    output: tuple[str, ...]

    def agrees(self, printed: str) -> bool:
        """Whether the output is as the page says."""
        pattern = "\n".join(".*" if line == ANY_LINES else re.escape(line.rstrip()) for line in self.output)
        found = "\n".join(line.rstrip() for line in printed.strip("\n").split("\n"))
        return re.fullmatch(pattern, found, re.DOTALL) is not None


def chapters_of(path: Path) -> list[Chapter]:
    """The sections of a page, in order."""
    chapters = [Chapter("")]
    head: tuple[str, ...] = ()
    lines = iter(path.read_text("utf-8").split("\n"))
    for line in lines:
        here = chapters[-1]
        if fence := _FENCE.fullmatch(line):
            here.steps.append(Block(fence[1], tuple(_until_fence(lines))))
        elif line.startswith("## "):
            chapters.append(Chapter(line.removeprefix("## ").strip()))
        elif line.startswith("例："):
            here.steps.append(_change(line))
        elif line.startswith("| ") and not head:
            head = _cells(line)
        elif line.startswith("| "):
            here.rows.append(dict(zip(head, _cells(line), strict=True)))
        head = head if line.startswith("|") else ()
    return chapters


def _until_fence(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line == "```":
            return
        yield line


def _cells(line: str) -> tuple[str, ...]:
    cells = re.split(r"(?<!\\)\|", line.strip()[1:-1])
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def _change(line: str) -> Change:
    match = _CHANGE.fullmatch(line.strip())
    assert match, f"an example that cannot be read: {line}"
    if match["gone"]:
        return Change(match["file"], f"{match['gone']}\n", "")
    return Change(match["file"], match["old"], match["new"] if match["old"] else match["added"])


def code_in(cell: str) -> list[str]:
    """The code spans of a table cell."""
    return re.findall(r"`([^`]*)`", cell)


def sessions_of(block: Block) -> Iterator[Session]:
    """The ``$ qicao …`` commands of a console block."""
    if block.language != "console":
        return
    command = ""
    output: list[str] = []
    for line in (*block.lines, "$ "):
        if not line.startswith("$ "):
            output.append(line)
            continue
        if command.startswith("qicao "):
            yield Session(tuple(shlex.split(command)[1:]), tuple(output))
        command, output = line.removeprefix("$ "), []
