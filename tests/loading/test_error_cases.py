"""What ``qicao validate`` tells a drafter about every kind of mistake: place, caret, words, advice.

The cases are Markdown files under ``tests/cases/errors``.  After a change of words, ``pytest --force-regen`` writes the
new output into them, to be read before it is committed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.formatters.text import format_diagnostics
from generator.validation import validate
from tests.workspaces import YEAR, MakeWorkspace

FOLDER = Path(__file__).parents[1] / "cases" / "errors"
EXACTLY = "只有下面的文件："
_CASE = re.compile(r"^## (?P<title>.+)\n(?P<body>(?:(?!^## ).*\n)*)", re.MULTILINE)
_FILE = re.compile(r"^```(?:yaml|jinja) (?P<name>\S+)\n(?P<text>(?:(?!^```$).*\n)*)^```$", re.MULTILINE)
_OUTPUT = re.compile(r"^```text\n(?P<text>(?:(?!^```$).*\n)*)^```$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """One section of a case file."""

    path: Path
    title: str
    body: str

    @property
    def files(self) -> dict[str, str]:
        return {found["name"]: found["text"] for found in _FILE.finditer(self.body)}

    @property
    def output(self) -> str:
        found = _OUTPUT.search(self.body)
        assert found is not None, f"{self.path.name} › {self.title}: no output block"
        return found["text"]

    def rewrite(self, output: str) -> None:
        old = f"## {self.title}\n{self.body}"
        new = _OUTPUT.sub(lambda _: f"```text\n{output}```", old, count=1)
        self.path.write_text(self.path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


CASES = [
    Case(path, found["title"], found["body"])
    for path in sorted(FOLDER.glob("*.md"))
    for found in _CASE.finditer(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.path.stem}-{case.title}") for case in CASES])
def test_validate_says_what_is_wrong_where_and_what_to_do(
    case: Case, small: MakeWorkspace, workspace_of: MakeWorkspace, pytestconfig: pytest.Config
) -> None:
    make = workspace_of if EXACTLY in case.body else small
    told = format_diagnostics(validate(make(case.files), YEAR)) or "没有发现问题。"
    if pytestconfig.getoption("force_regen"):
        case.rewrite(f"{told}\n")
    else:
        assert f"{told}\n" == case.output


def test_titles_are_unique_so_that_a_failing_case_can_be_found() -> None:
    titles = [(case.path, case.title) for case in CASES]
    assert len(titles) == len(set(titles))
    assert len(titles) > 100
