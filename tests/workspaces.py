"""Small workspaces for tests: a place of its own, with just the data that a test is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.workspace import Workspace

YEAR = 2024

SMALL: Mapping[str, str] = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "figures.yaml": "figures:\n  地区生产总值: {value: 5.1, unit: '%', direction: 增长}\n",
    "outline/1.yaml": "part: 回顾\nsections:\n  - text: 地区生产总值{地区生产总值}。\n",
}
"""The smallest report that builds without a finding; it reads 地区生产总值增长5.1%。"""

MakeWorkspace = Callable[[Mapping[str, str]], Workspace]


def write_workspace(root: Path, files: Mapping[str, str]) -> Workspace:
    """A workspace in ``root`` that holds these texts.

    Names that begin with ``drafts/`` or ``templates/`` count from the workspace, all others from ``drafts/2024/``.
    """
    root.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        top = name.partition("/")[0] in ("drafts", "templates")
        path = root / name if top else root / "drafts" / str(YEAR) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return Workspace(root)
