"""What a colleague would write: docxtpl, with a typer command and the YAML checked by pydantic models."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer
from docxtpl import DocxTemplate
from pydantic import BaseModel, Field

from benchmarks.peers.yaml_data import load_yaml


class Entry(BaseModel):
    name: str | None = None
    note: str | None = None


class Figure(Entry):
    value: Decimal | str | None = None
    unit: str = ""
    scale: str | None = None
    precision: int | None = Field(None, ge=0, le=6)
    rounding: str = "四舍五入"
    style: str | None = None
    direction: str | None = None
    hedge: str | None = None
    range_word: str = "—"
    rank_in: str | None = None
    compared_to: str | None = None
    share_of: str | None = None
    partners: list[str] = []
    period: str | None = None
    scope: str | None = None
    department: str | None = None
    status: str = "确认"
    evidence: str | None = None
    running: bool = False
    fixed: bool = False


class Derived(Figure):
    count: str | None = None
    years_since: int | None = None
    sum: list[str] | None = None
    difference: tuple[str, str] | None = None
    quotient: tuple[str, str] | None = None


class Target(Figure):
    figure: str | None = None
    stretch: Figure | None = None
    text: str | None = None
    required: bool = False


class Project(Entry):
    full: str | None = None
    stage: str | None = None
    plan: str | None = None
    investment: Figure | None = None
    capacity: Figure | None = None
    place: str | None = None
    sector: str | None = None
    department: str | None = None


class ProjectList(BaseModel):
    stage: str | None = None
    plan: str | None = None
    sector: str | None = None
    place: str | None = None
    items: list[str] = []


class Term(Entry):
    text: str | None = None
    full: str | None = None
    category: str | None = None
    glossary: bool = False


class ItemList(Entry):
    items: list[str]


class FiguresFile(BaseModel):
    figures: dict[str, Figure] = {}
    derived: dict[str, Derived] = {}


class TargetsFile(BaseModel):
    targets: dict[str, Target] = {}


class ProjectsFile(BaseModel):
    projects: dict[str, Project] = {}
    lists: dict[str, ProjectList] = {}


class TermsFile(BaseModel):
    terms: dict[str, Term | None] = {}
    lists: dict[str, ItemList] = {}


class ReportFile(BaseModel):
    year: int
    place: str
    title: str = "政府工作报告"


Printed = Decimal | str | list[str]


def _shown(key: str, entry: Figure | Project | Term | None) -> Printed:
    value = entry.value if isinstance(entry, Figure) else None
    if value is not None:
        return value
    text = entry.text if isinstance(entry, Term | Target) else None
    return text or (entry.name if entry else None) or key


def load(data: Path) -> dict[str, Printed]:
    """Everything checked, as what a template prints for it."""
    figures = FiguresFile.model_validate(load_yaml(data / "figures.yaml"))
    targets = TargetsFile.model_validate(load_yaml(data / "targets.yaml"))
    projects = ProjectsFile.model_validate(load_yaml(data / "projects.yaml"))
    terms = TermsFile.model_validate(load_yaml(data / "terms.yaml"))
    entries = {**figures.figures, **figures.derived, **targets.targets, **projects.projects, **terms.terms}
    facts = {key: _shown(key, entry) for key, entry in entries.items()}
    facts |= {key: chosen.items for key, chosen in projects.lists.items()}
    facts |= {key: chosen.items for key, chosen in terms.lists.items()}
    for key, project in projects.projects.items():
        for label, quantity in (("投资", project.investment), ("产能", project.capacity)):
            if quantity is not None and quantity.value is not None:
                facts[f"{key}.{label}"] = quantity.value
    return facts


def build(data: Path, inputs: Path, out: Path) -> None:
    """The report as Word."""
    report = ReportFile.model_validate(load_yaml(data / "report.yaml"))
    template = DocxTemplate(inputs / "report.docx")
    template.render({"f": load(data), "report": report})
    template.save(out / "report.docx")


app = typer.Typer()


@app.command()
def main(
    data: Annotated[Path, typer.Argument(help="folder with the YAML")],
    inputs: Annotated[Path, typer.Argument(help="folder with the template")],
    out: Annotated[Path, typer.Argument(help="folder for the result")],
) -> None:
    """Build the report."""
    build(data, inputs, out)
    typer.echo(f"wrote {out / 'report.docx'}")


if __name__ == "__main__":
    app()
