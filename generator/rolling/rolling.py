"""Next year's workspace folder from last year's: every file as text, before anything is written."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import CannotRunError, QicaoError, has_errors
from generator.loading.loader import DATA_SECTIONS, Loaded, load
from generator.rolling.achievements import COMMENT, achievements, candidates
from generator.rolling.editing import Editor, Entry
from generator.rolling.head import rolled_head
from generator.rolling.last_year import RESULT_PARTS, LastYear, keys_of, last_year, prose_of
from generator.rolling.names import rolled_projects, rolled_terms
from generator.rolling.numbers import rolled_figures, rolled_targets
from generator.rolling.outline import PartRoller
from generator.rolling.results import Results, results_of
from generator.workspace import Workspace, write_all
from schemas.outline import PartKind, Section
from schemas.prose import prose
from schemas.report import Report

Files = Mapping[str, str]
"""Names under ``drafts/<year>/`` and the texts of the files."""

_ROUNDS = 20
_GROUP = re.compile(r"^\s*# .*——")


@dataclass(frozen=True, slots=True)
class Rolled:
    """A new year's files; ``left_out`` is what last year's data held and these do not, by kind (Chinese).

    ``heads`` are the headings of the review that stand as they were, and are not marked.
    """

    year: int
    files: Files
    left_out: Mapping[str, tuple[str, ...]]
    heads: tuple[str, ...] = ()


def roll(workspace: Workspace, year: int, *, drop_narrative: bool = False) -> Rolled:
    """The files of ``year + 1``.

    Raises :class:`QicaoError` when the data of ``year`` has errors, or is laid out so that no line can be edited.
    """
    last = last_year(workspace, year)
    folder = workspace.year_folder(year)
    data = [name for name in ("report.yaml", *DATA_SECTIONS) if (folder / name).is_file()]
    texts = {name: workspace.read(folder / name) for name in data}
    outline = {f"outline/{path.name}": workspace.read(path) for path in sorted((folder / "outline").glob("*.yaml"))}
    results = results_of(last)
    rollers = _rolled_parts(outline, last, results, drop_narrative=drop_narrative)
    new = {name: roller.editor.text for name, roller in rollers.items()}
    named = {r.key for roller in rollers.values() for line in roller.lines for r in prose(line).references}
    new |= _rolled_data(texts, last, results, named, drop_narrative=drop_narrative)
    order = [name for name in ("report.yaml", *DATA_SECTIONS, *outline) if name in new]
    files, report = _without_unused({name: new[name] for name in order}, year + 1)
    old = set(_heads(last.report))
    heads = tuple(head for head in _heads(report) if head in old)
    return Rolled(year + 1, files, _left_out(last.report, report), heads)


def _heads(report: Report) -> Iterator[str]:
    """The headings of the review's sections; names of data stand for what they print."""
    for part in report.outline:
        if part.part is PartKind.REVIEW:
            for section in _all_sections(part.sections):
                if section.head is not None and not section.standing:
                    yield "".join(piece if isinstance(piece, str) else piece.key for piece in section.head.pieces)


def _all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)


def _rolled_parts(outline: Files, last: LastYear, results: Results, *, drop_narrative: bool) -> dict[str, PartRoller]:
    rollers = {
        name: PartRoller(Editor.of(text, last.path_of(name)), part, last, drop_narrative)
        for (name, text), part in zip(outline.items(), last.report.outline, strict=True)
    }
    for roller in rollers.values():
        roller.roll()
    review = next((roller for roller in rollers.values() if roller.part.part is PartKind.REVIEW), None)
    if review is not None:
        review.add_sections(achievements(last, results, review), (COMMENT, *candidates(last, review)))
    return rollers


def _rolled_data(
    texts: Files, last: LastYear, results: Results, named: set[str], *, drop_narrative: bool
) -> dict[str, str]:
    new: dict[str, str] = {}
    for name, text in texts.items():
        match name:
            case "report.yaml":
                new[name] = rolled_head(text, last.path_of(name), last, drop_narrative=drop_narrative)
            case "targets.yaml":
                new[name] = rolled_targets(text, last.path_of(name), last, results)
            case "projects.yaml":
                new[name] = rolled_projects(text, last.path_of(name), last, last.behind(named))
            case "terms.yaml":
                new[name] = rolled_terms(text, last.path_of(name), _review_lists(last))
            case _:
                pass
    if "figures.yaml" in texts or results.new:
        new["figures.yaml"] = rolled_figures(texts.get("figures.yaml"), last.path_of("figures.yaml"), last, results)
    return new


def _review_lists(last: LastYear) -> set[str]:
    review = [part.sections for part in last.report.outline if part.part in RESULT_PARTS]
    return {key for sections in review for key in keys_of(prose_of(sections)) if key in last.report.lists}


def _left_out(last: Report, new: Report) -> dict[str, tuple[str, ...]]:
    kinds: dict[str, tuple[Iterable[str], Container[str]]] = {
        "指标": (last.figures, new.figures),
        "算出来的数": (last.derived, new.derived),
        "目标": (last.targets, new.targets),
        "项目": (last.projects, new.projects),
        "项目清单": (last.project_lists, new.project_lists),
        "并列各项": (last.lists, new.lists),
        "提法、专名": (last.terms, new.terms),
    }
    gone = {kind: tuple(key for key in before if key not in after) for kind, (before, after) in kinds.items()}
    return {kind: keys for kind, keys in gone.items() if keys}


def _without_unused(files: dict[str, str], year: int) -> tuple[Files, Report]:
    """The files without entries that no sentence uses any more, and what they say."""
    for _ in range(_ROUNDS):
        loaded = loaded_from(files, year)
        if has_errors(loaded.diagnostics):
            raise QicaoError(loaded.diagnostics)
        unused = _unused(loaded)
        if not unused:
            return files, loaded.require()
        for name, lines in unused.items():
            files[name] = without_entries(files[name], name, lines)
    raise CannotRunError("数据里没有用到的名称删不完", "请先运行 qicao validate 查看上一年的警告")


def _unused(loaded: Loaded) -> dict[str, set[int]]:
    """Lines of unused entries, by file."""
    found: dict[str, set[int]] = {}
    for diagnostic in loaded.diagnostics:
        if diagnostic.code == "D205":
            found.setdefault(diagnostic.position.file.split("/", 2)[2], set()).add(diagnostic.position.line)
    return found


def loaded_from(files: Files, year: int) -> Loaded:
    """A year's data as it would be read from these files."""
    with tempfile.TemporaryDirectory(prefix="qicao-") as folder:
        root = Path(folder)
        write_all({root / "drafts" / str(year) / name: text.encode() for name, text in files.items()})
        return load(Workspace(root), year)


def without_entries(text: str, name: str, lines: set[int]) -> str:
    """The text of a data file without the entries whose keys stand on these lines."""
    editor = Editor.of(text, name)
    for section in editor.entries(editor.file.root):
        for entry in editor.entries(section.value):
            if entry.key.line in lines:
                _delete(editor, entry)
    return _without_bare_groups(editor.text)


def _delete(editor: Editor, entry: Entry) -> None:
    """Take out an entry with the comments that are about it alone."""
    first = entry.first
    while (above := editor.line(first - 1)).lstrip().startswith("#") and not _GROUP.match(above):
        if len(above) - len(above.lstrip()) != entry.indent:
            break
        first -= 1
    editor.delete(first, entry.last)


def _without_bare_groups(text: str) -> str:
    """Without the comment lines (# —— 消费 ——) under which nothing is left."""
    lines = text.split("\n")
    kept: list[str] = []
    for number, line in enumerate(lines):
        following = next((other for other in lines[number + 1 :] if other.strip()), "")
        if _GROUP.match(line) and line.startswith(" ") and (_GROUP.match(following) or not following.startswith(" ")):
            continue
        kept.append(line)
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(kept))
    return f"{joined.rstrip()}\n"
